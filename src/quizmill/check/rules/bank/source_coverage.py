"""A document or a section of one is hardly asked, one document is asked too much, or none are compared.

In a bank of twenty questions and more over two documents and more: each document is due 15% of the
questions, or its share of the facts where that is less; none should have more than 55%, unless its share of
the facts is larger; each section that states a fact is due a question; and where documents speak of one
thing or name, 5% of the questions should rest on two documents or more.

Why: a bank is taken for the whole of its documents; what two of them say together is worth more than what
each does.

Source: Haladyna, Downing and Rodriguez 2002, guideline 2: test important content; our own measures.

Bad:
    facts: [joyo-regret/offer]      # and so in 31 of 50 questions, the fourth document in two

Good:
    facts: [joyo-regret/offer, lei-jun-life/joyo-price]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from quizmill.bank.document import stands_in
from quizmill.bank.fold import fold
from quizmill.bank.model import Bank, Name, Source
from quizmill.check.context import Context
from quizmill.check.coverage import parts_of
from quizmill.check.finding import Finding, source_subject
from quizmill.errors import Severity

ID = "source-coverage"
SEVERITY = Severity.WARNING

_FEWEST = 20
_LEAST, _MOST, _TOGETHER = 0.15, 0.55, 0.05


def check_bank(bank: Bank, context: Context) -> Iterator[Finding]:
    """One finding for each document or section, and one for the bank."""
    evidence = [context.evidence(question) for _, question in bank.questions()]
    asked = {reference for facts in evidence for reference in facts}
    for source in bank.sources:
        yield from _sections(source, asked)
    if len(evidence) < _FEWEST or len(bank.sources) < 2:
        return
    sources = [{source.id for source, _ in facts.values()} for facts in evidence]
    counts = Counter(source for each in sources for source in each)
    for source in bank.sources:
        yield from _share(source, counts[source.id] / len(evidence), len(source.facts) / len(context.facts))
    together = sum(len(each) > 1 for each in sources)
    if together < _TOGETHER * len(evidence) and _meet(bank):
        yield Finding(
            message=f"{together} of {len(evidence)} questions rest on two documents or more: "
            f"{together / len(evidence):.0%}, less than {_TOGETHER:.0%}",
            help="ask where documents agree, differ or complete each other",
        )


def _meet(bank: Bank) -> bool:
    """Whether two documents state something of the same thing, or of the same name."""
    owners: dict[str, str] = {}  # what is spoken of, by the first document that does
    return any(
        owners.setdefault(each, source.id) != source.id
        for source in bank.sources
        for each in _things(source, bank.names)
    )


def _things(source: Source, names: Iterable[Name]) -> Iterator[str]:
    said = fold(" ".join(" ".join((fact.says, *fact.terms)) for fact in source.facts))
    yield from (f"about {fact.about}" for fact in source.facts if fact.about)
    for name in names:
        if any(stands_in(fold(form), said) for form in (name.name, *name.aliases)):
            yield f"name {name.name}"


def _share(source: Source, share: float, of_facts: float) -> Iterator[Finding]:
    least, most = min(_LEAST, of_facts), max(_MOST, of_facts)
    if least <= share <= most:
        return
    told, help = (
        (f"less than {least:.0%}", "ask more of its facts")
        if share < least
        else (f"more than {most:.0%}", "ask more of the other documents")
    )
    message = f"{share:.0%} of the questions rest on {source.name}, {told}"
    yield Finding(subject=source_subject(source.id), path=("title",), message=message, help=help)


def _sections(source: Source, asked: set[str]) -> Iterator[Finding]:
    parts = parts_of(source)
    untitled = len(parts) - len(source.sections)  # what stands before the first section
    for i, part in enumerate(parts[untitled:]):
        if part.facts and not any(f"{source.id}/{fact.id}" in asked for fact in part.facts):
            count = f"{len(part.facts)} fact{'s' if len(part.facts) > 1 else ''}"
            yield Finding(
                subject=source_subject(source.id),
                path=("sections", i),
                message=f'no question rests on the {count} of the section "{part.section}"',
                help="ask what matters in it",
            )
