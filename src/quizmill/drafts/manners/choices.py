"""Which of these? The members of a list are chosen among those of other lists, or names of their kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizmill.bank.model import Distractor, MultipleResponse, Name
from quizmill.drafts.known import Known, Told, stems
from quizmill.drafts.likes import is_like
from quizmill.drafts.proposal import Proposal
from quizmill.drafts.wording import attributed, explained, italic

NAME = "several"
NUMBERS = {2: "two", 3: "three", 4: "four", 5: "five"}
_LIST = r"(?P<list>[^,;:]+(?:, [^,;:]+?)*,? and [^,;:]+?)"
_FIRST = re.compile(rf"^{_LIST} (?P<verb>are|were) (?P<rest>.+)$")
_BEHIND = re.compile(rf"^(?P<head>.+?) (?P<number>two|three|four|five) (?P<what>[^:,;]+): {_LIST}$")
_LONGEST = 3  # words
_BREAK = r" (?:of|that|which|who|in|on|for|from|with|by|behind|to|into|against|at|named) "
_NO_MEMBER = re.compile(
    r"\b(?:of|between|that|which|who|in|on|at|by|from|with|to|for|all|its|his|her|their|yet|not|into"
    r"|is|are|was|were|both|also|then)\b",
    re.IGNORECASE,
)
_WRONG = {2: 3, 3: 3, 4: 3, 5: 2}


class Listed(NamedTuple):
    """The members of a list, and what they are asked for by."""

    told: Told
    members: tuple[str, ...]
    asked: str
    noun: str  # what they are: parts


def proposals(known: Known) -> Iterator[Proposal]:
    """One question for each statement that lists two to five things, where there are others like them."""
    found = [each for told in known.told if told.is_askable and (each := listed(told))]
    for each in found:
        wrong = tuple(_wrong(each, found, known))[: _WRONG[len(each.members)]]
        if len(wrong) < 2:
            continue
        question = MultipleResponse(
            id=known.id_of(each.told, "several"),
            prompt=attributed(each.asked, each.told),
            answers=tuple(map(_capital, each.members)),
            distractors=wrong,
            explanation=explained(each.told),
            facts=(each.told.reference,),
        )
        yield Proposal(NAME, (each.told,), question)


def listed(told: Told) -> Listed | None:
    """The list in a statement: what stands before `are`, or behind a number of things and a colon."""
    if match := _FIRST.match(told.text):
        members = _members(match["list"])
        number = NUMBERS.get(len(members), "")
        asked = f"Which {number} of these {match['verb']} {match['rest']}?"
        noun = _noun(match["rest"])
    elif match := _BEHIND.match(told.text):
        members = _members(match["list"])
        number = NUMBERS.get(len(members), "")
        clause = told.clause
        what = match["what"]
        if clause is None or clause.lead or number != match["number"] or clause.form is None:
            return None
        start = f"{clause.subject} {clause.verb} {number} {what}"
        if not match[0].lower().startswith(start.lower()):
            return None
        noun = _noun(what)
        asked = f"Which {number} {what} {clause.form.helper} {clause.subject} {clause.form.base}?"
    else:
        return None
    short = all(len(member.split()) <= _LONGEST and not _NO_MEMBER.search(member) for member in members)
    asked = re.sub(r"\b(are|were) the (?:two|three|four|five) ", r"\1 the ", asked)
    return Listed(told, members, asked, noun) if number and short else None


def _noun(phrase: str) -> str:
    """The last word of what they are, before what tells more: costs, of costs behind each parcel."""
    return (re.split(_BREAK, phrase)[0].split() or [""])[-1]


def _members(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in re.split(r", and |, | and ", text) if part.strip())


def _wrong(own: Listed, found: list[Listed], known: Known) -> Iterator[Distractor]:
    """Names of their kind where all members are names; else members of other lists, the nearest first."""
    by_text = {text: name for name in known.bank.names for text in (name.name, *name.aliases)}
    names = [by_text[member] for member in own.members if member in by_text]
    if len(names) == len(own.members):
        yield from _names(own, names, known)
    if names:
        return
    said = stems(own.told.fact.says)
    near = [
        each for each in found if each is not own and each.noun == own.noun and _is_related(own, each, known)
    ]
    for other in sorted(near, key=lambda each: abs(each.told.fact.paragraph - own.told.fact.paragraph)):
        for member in other.members:
            if member not in by_text and not stems(member) & said:
                yield Distractor(text=_capital(member), why=italic(other.told.fact.says, other.told))


def _names(own: Listed, names: list[Name], known: Known) -> Iterator[Distractor]:
    """Other names of the kind that they all are of, those first of which facts speak in the same words."""
    told, facts = own.told, known.mentions
    found = [
        each
        for each in known.bank.names
        if each not in names and all(is_like(each, name, told, known) for name in names)
    ]
    scored = []
    for each in found:
        mentions = facts.get(each.name, ())
        abouts = {other.fact.about for other in mentions} - {""}
        if each.name not in told.fact.says and told.fact.about not in abouts and mentions:
            shared = max(len(told.stems & other.stems) for other in mentions)
            scored.append((-shared, -len(mentions), each.name))
    yield from (Distractor(text=name) for *_, name in sorted(scored))


def _is_related(own: Listed, other: Listed, known: Known) -> bool:
    """Whether two lists of one document are of like things, by the words that tell of them."""
    hubs = stems(" ".join(known.hubs))
    about = own.told.fact.about
    return (
        bool(own.told.stems & other.told.stems - hubs)
        and other.told.source.id == own.told.source.id
        and not (about and other.told.fact.about == about)
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
