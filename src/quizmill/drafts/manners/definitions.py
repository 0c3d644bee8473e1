"""What is it? What a thing is, is chosen among what other things are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizmill.bank.model import Distractor, MultipleChoice, ShortAnswer
from quizmill.drafts.known import Known, Told, stems
from quizmill.drafts.proposal import Proposal
from quizmill.drafts.wording import attributed, explained, italic

NAME = "definition"
_MOST = 3
_LEAST = 2
_LONGEST = 12  # words
_IS = re.compile(r"(?P<subject>[^,;:]+?) (?P<verb>is|was|are|were) (?P<what>an? [^;:]+|one of [^;:]+)$")
_STANDS = re.compile(r"(?P<subject>[^,;:]+?) (?P<verb>stands|stood) for (?P<what>[^,;:]+)$")


class Defined(NamedTuple):
    """A thing, and what it is."""

    told: Told
    subject: str
    verb: str
    what: str


def proposals(known: Known) -> Iterator[Proposal]:
    """One choice for each thing that is said to be something, where other things are said to be others."""
    for told in known.told:
        if match := _STANDS.match(told.text):
            helper = "does" if match["verb"] == "stands" else "did"
            question = ShortAnswer(
                id=known.id_of(told, "meaning"),
                prompt=attributed(f"What {helper} {match['subject']} stand for?", told),
                answer=match["what"],
                explanation=explained(told),
                facts=(told.reference,),
            )
            yield Proposal(NAME, (told,), question)
    found = list(defined(known))
    for each in found:
        others = tuple(_others(each, found))
        inside = each.told.inside(each.subject)
        if len(others) < _LEAST or not inside:
            continue
        prompt = attributed(f"What {each.verb} {inside}?", each.told)
        choice = MultipleChoice(
            id=known.id_of(each.told, "what"),
            prompt=prompt,
            answer=_capital(each.what),
            distractors=others,
            explanation=explained(each.told),
            facts=(each.told.reference,),
        )
        yield Proposal(NAME, (each.told,), choice)


def defined(known: Known) -> Iterator[Defined]:
    """The things with a name that statements say what they are."""
    for told in known.told:
        match = _IS.match(told.text)
        if match is None or told.claimed or told.names_source:
            continue
        spots = [spot for spot in told.spots if spot.start == 0]
        short = len(match["what"].split()) <= _LONGEST
        if short and ((spots and spots[0].text == match["subject"]) or len(match["subject"].split()) <= 3):
            yield Defined(told, match["subject"], match["verb"], match["what"])


def _others(own: Defined, found: list[Defined]) -> Iterator[Distractor]:
    """What things nearby are: as long as the right one about, and none that says a part of the same."""
    near = sorted(
        (each for each in found if each.verb == own.verb and each.subject != own.subject),
        key=lambda each: (each.told.source.id != own.told.source.id, abs(len(each.what) - len(own.what))),
    )
    given = 0
    for each in near:
        names = {spot.name.name for spot in own.told.spots}
        inside = {spot.name.name for spot in each.told.spots if spot.text != each.subject}
        if (
            not _of_one_kind(own, each)
            or names & inside
            or stems(own.subject) & stems(each.what)
            or len(stems(own.what) & stems(each.what)) > 1
        ):
            continue
        yield Distractor(text=_capital(each.what), why=italic(each.told.fact.says, each.told))
        given += 1
        if given == _MOST:
            return


def _of_one_kind(own: Defined, other: Defined) -> bool:
    """Whether two things are alike: names of one kind, or words of one document."""
    kinds = [
        next((spot.name.kind for spot in each.told.spots if spot.start == 0), None) for each in (own, other)
    ]
    return kinds[0] is kinds[1] and (kinds[0] is not None or own.told.source.id == other.told.source.id)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
