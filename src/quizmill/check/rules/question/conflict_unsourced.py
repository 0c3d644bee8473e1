"""Documents disagree, or a claim is doubtful, and the prompt does not say whose claim it is.

Facts that share an `about` and differ in `value` are a conflict. A claim about another time is none when the
prompt names the year of the one it asks for. A document is named by its title, short title or id.

Why: every one of the answers is right by some document, so nobody can know which is wanted.

Source: Wozniak, Twenty rules of formulating knowledge, rule 18: provide sources.

Bad:
    prompt: In what year was Joyo.com founded?

Good:
    prompt: In what year was Joyo.com founded, by the account of The Joyo Regret?
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.model import Essay, Fact, Question, Source
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds, claim_of
from quizmill.check.language.tokens import words
from quizmill.check.language.years import years_in
from quizmill.check.texts import asked_text, prompt_path
from quizmill.errors import Severity

ID = "conflict-unsourced"
SEVERITY = Severity.WARNING

Members = list[tuple[Source, Fact]]


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """One finding for each thing the documents disagree about, and for each doubtful claim."""
    groups: dict[str, Members] = {}
    for reference, (source, fact) in grounds.evidence(question).items():
        groups.setdefault(fact.about or reference, []).append((source, fact))
    for about, members in groups.items():
        conflict = _conflict(about, members, question, grounds)
        reason = conflict or _doubt(members)
        if reason and not any(_is_named(source, question) for source, _ in members):
            help = _help(about if conflict else "", members[0][0], grounds)
            message = f"{reason}, and the prompt does not say whose claim it asks for"
            yield Finding(path=prompt_path(question), message=message, help=help)


def _help(about: str, source: Source, grounds: Grounds) -> str:
    if about and grounds.claimants[about] == {source.id}:  # its name would not tell the claims apart
        return "both stand in one document: ask for one of a year, and give each fact its `as_of`"
    return f"name the document, such as: by the account of {source.name}"


def _conflict(about: str, members: Members, question: Question, grounds: Grounds) -> str:
    claims = grounds.claims.get(about, {})
    if len({claim.key for claim in claims}) < 2:
        return ""
    years = years_in(asked_text(question))
    for _, fact in members:
        mine = claim_of(fact)
        dated = bool(years & years_in(fact.as_of))
        rivals = [
            value
            for claim, value in claims.items()
            if claim.key != mine.key and not (dated and claim.as_of and claim.as_of != mine.as_of)
        ]
        if fact.value and rivals:
            return f"the documents do not agree on {about} ({_listed([fact.value, *rivals])})"
    return ""


def _doubt(members: Members) -> str:
    doubtful = [f"{source.id}/{fact.id}" for source, fact in members if fact.doubt]
    return f'"{doubtful[0]}" is disputed' if doubtful else ""


def _is_named(source: Source, question: Question) -> bool:
    asked = asked_text(question)
    if isinstance(question, Essay):  # its points may say which document each comes from
        asked = "\n".join((asked, *(point.point for point in question.points)))
    spaced = f" {' '.join(words(asked))} "
    names = (source.title, source.short_title, source.id.replace("-", " "))
    return any(f" {' '.join(words(name))} " in spaced for name in names if name)


def _listed(values: list[str]) -> str:
    shown = [f'"{value}"' for value in dict.fromkeys(values)]
    return ", ".join(shown[:4]) + (f" and {len(shown) - 4} more" if len(shown) > 4 else "")
