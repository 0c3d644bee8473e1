"""What belongs together? Events and years, names and what bears them, things and their reasons."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizmill.bank.model import Matching, NameKind
from quizmill.drafts.english.asking import asked_complement, asked_subject
from quizmill.drafts.events import Event, events
from quizmill.drafts.known import Known, Told
from quizmill.drafts.manners.causes import reason
from quizmill.drafts.manners.numbers import counted_each
from quizmill.drafts.manners.orders import groups
from quizmill.drafts.proposal import Proposal
from quizmill.drafts.wording import explained, italic
from quizmill.words import words_in

NAME = "matching"
_LEAST = 3
_MOST = 4
_LONGEST = 12  # words
_BACK = re.compile(r"\b(?:it|its|he|his|him|she|her|they|their|them|this|that|these|those)\b", re.IGNORECASE)


class _Pair(NamedTuple):
    told: Told
    left: str
    right: str


def proposals(known: Known) -> Iterator[Proposal]:
    """Matchings of names with what bears them, of things with their reasons, of events with their years."""
    for kind in NameKind:
        yield from _drawn(
            [each for told in known.told if (each := _named(told, kind))], "match_things", "things", known
        )
    yield from _drawn(list(_reasons(known)), "match_reasons", "reasons", known)
    yield from _parallel(known)
    years = sorted({each.year for each in events(known)})
    for group in list(groups(known))[1::2]:
        yield _years(group[:_MOST], years, known)


def _drawn(pairs: list[_Pair], words: str, id: str, known: Known) -> Iterator[Proposal]:
    """Matchings of three or four pairs; where there is a pair more, its right is left over."""
    apart = _apart(pairs)
    for at in range(0, len(apart), _MOST + 1):
        group = apart[at : at + _MOST + 1]
        if len(group) < _LEAST:
            return
        own = group[: max(_LEAST, len(group) - 1)]
        told = tuple(each.told for each in own)
        question = Matching(
            id=known.id_of(told[0], id),
            prompt=words_in(known.bank.language)(f"draft.{words}"),
            pairs=tuple((each.left, each.right) for each in own),
            extra=tuple(each.right for each in group[len(own) :]),
            explanation=explained(*told),
            facts=tuple(each.reference for each in told),
        )
        yield Proposal(NAME, told, question)


def _apart(pairs: list[_Pair]) -> list[_Pair]:
    """Pairs no two of which share a side, or speak of each other."""
    found: list[_Pair] = []
    for pair in pairs:
        texts = [text for each in found for text in (each.left, each.right)]
        if not any(_holds(text, other) or _holds(other, text) for text in texts for other in pair[1:]):
            found.append(pair)
    return found


def _holds(text: str, part: str) -> bool:
    return part.lower() in text.lower()


def _named(told: Told, kind: NameKind) -> _Pair | None:
    """A name of that kind, and what bears it: Mi 1, the first smartphone from Xiaomi."""
    spot = told.name
    if spot is None or spot.name.kind is not kind or told.claimed or told.names_source:
        return None
    if asked := asked_complement(told.text, spot.text, "What"):
        what = re.sub(r"^What (?:is|was) (.+?)(?: called| named)?\?$", r"\1", asked[0])
    elif spot.start == 0 and (asking := asked_subject(told.text, spot.text, "What", "is")):
        match = re.match(r"^What (?:is|was) (the .+)\?$", asking)
        what = match[1] if match else ""
    else:
        return None
    inside = told.inside(what[:1].upper() + what[1:]) if what else ""
    if not inside or len(inside.split()) > _LONGEST:
        return None
    return _Pair(told, spot.name.name, italic(inside[:1].upper() + inside[1:], told))


def _reasons(known: Known) -> Iterator[_Pair]:
    """Things of which it is said why they are so."""
    for told in known.told:
        found = None if told.claimed else reason(told)
        if found and not _BACK.search(told.text) and len(found.cause.split()) <= _LONGEST:
            yield _Pair(
                told, italic(found.effect, told), italic(found.cause[:1].upper() + found.cause[1:], told)
            )


def _parallel(known: Known) -> Iterator[Proposal]:
    """Things of which the same is told with other numbers."""
    by_prompt: defaultdict[str, list[_Pair]] = defaultdict(list)
    for told in known.told:
        asked = None if told.claimed or told.fact.as_of else counted_each(told)
        if asked and told.clause and told.clause.form:
            left = told.clause.subject
            by_prompt[asked.prompt].append(_Pair(told, left[:1].upper() + left[1:], asked.answer))
    for prompt, pairs in by_prompt.items():
        own = _apart(pairs)[:_MOST]
        if len(own) >= _LEAST:
            facts = tuple(each.told for each in own)
            question = Matching(
                id=known.id_of(facts[0], "each"),
                prompt=prompt,
                pairs=tuple((each.left, each.right) for each in own),
                explanation=explained(*facts),
                facts=tuple(each.reference for each in facts),
            )
            yield Proposal(NAME, facts, question)


def _years(group: Sequence[Event], years: list[str], known: Known) -> Proposal:
    told = tuple(each.told for each in group)
    own = {each.year for each in group}
    question = Matching(
        id=known.id_of(told[0], "years"),
        prompt=words_in(known.bank.language)("draft.match_years"),
        pairs=tuple((italic(each.text, each.told), each.year) for each in group),
        extra=tuple([year for year in years if year not in own][:1]),
        explanation=explained(*told),
        facts=tuple(each.reference for each in told),
    )
    return Proposal(NAME, told, question)
