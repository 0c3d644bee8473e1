"""A timeline: what the documents date, in the order it happened, with something left out of most of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from enum import StrEnum

import msgspec

from quizmill.bank import values
from quizmill.bank.model import Bank, Fact, FactKind, Source, references_of
from quizmill.bank.values import Moment
from quizmill.compose.chance import draw
from quizmill.compose.selection import Selection, choose
from quizmill.errors import BadRequest

_GIVEN = 5  # one event in so many stands there whole
GAP = "_____"


class Hidden(StrEnum):
    """What of an event is left to fill in."""

    NOTHING = "nothing"
    DATE = "date"
    EVENT = "event"


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """A dated fact, and where it stands."""

    when: Moment
    date: str  # as the fact writes it
    says: str
    source: str  # the document's short title
    paragraph: int
    hidden: Hidden = Hidden.NOTHING

    @property
    def undated(self) -> str:
        """What it says, a gap wherever its date would stand."""
        text = self.says.replace(self.date, GAP)
        return text.replace(str(self.when.year), GAP)


class Timeline(msgspec.Struct, frozen=True, kw_only=True):
    """Events in order of time."""

    title: str
    language: str = "en"
    license: str = ""
    events: tuple[Event, ...]

    @property
    def fingerprint(self) -> str:
        """Eight characters that tell it from every other: they stand on sheet and solution."""
        return hashlib.blake2b(msgspec.json.encode(self), digest_size=4).hexdigest()

    @property
    def blanks(self) -> int:
        """How much is left to fill in."""
        return sum(event.hidden is not Hidden.NOTHING for event in self.events)


def timeline(bank: Bank, selection: Selection, *, seed: int, title: str = "") -> Timeline:
    """The dated facts behind the questions of some topics or of some sources, so many by chance.

    A fact counts when its value is a date and nobody doubts it outside its document, unless it is `about` a
    document: when that was written is no event. Of those that say the same of the same thing the shortest
    stands for all. Raises BadRequest when the names are unknown or nothing is dated.
    """
    documents = {source.id for source in bank.sources}
    found = _dated(
        (source, fact)
        for source, fact in _facts(bank, selection)
        if fact.about.partition("/")[0] not in documents
    )
    if not found:
        raise BadRequest("no fact chosen has a date; choose other topics or sources")
    found.sort(key=lambda event: (draw(seed, "event", event.says), event.says))
    kept = found[: selection.count] if selection.count else found
    hidden = [msgspec.structs.replace(event, hidden=_left_out(place)) for place, event in enumerate(kept)]
    hidden.sort(key=lambda event: (event.when, event.says))
    return Timeline(
        title=title or _title(bank, selection.topics),
        language=bank.language,
        license=bank.license,
        events=tuple(hidden),
    )


def _title(bank: Bank, topics: tuple[str, ...]) -> str:
    """The bank's, or that of the one topic it is about."""
    return next((topic.title for topic in bank.topics if topics == (topic.id,)), bank.title)


def _left_out(place: int) -> Hidden:
    if place % _GIVEN == _GIVEN - 1:
        return Hidden.NOTHING
    return Hidden.EVENT if place % 2 else Hidden.DATE


def _facts(bank: Bank, selection: Selection) -> Iterable[tuple[Source, Fact]]:
    """The facts of the sources, narrowed to those that questions of the topics rest on."""
    every = bank.facts()
    if not (selection.topics or selection.sources):
        return every.values()
    all_of_them = msgspec.structs.replace(selection, count=None, electives=True)
    chosen = choose(bank, all_of_them, seed=0).questions
    asked = {reference for _, question in chosen for reference in references_of(question)}
    return [
        (source, fact)
        for reference, (source, fact) in every.items()
        if (not selection.topics or reference in asked)
        and (not selection.sources or source.id in selection.sources)
    ]


def _dated(facts: Iterable[tuple[Source, Fact]]) -> list[Event]:
    """The events, one of each date and `about`; a fact about nothing stands for itself."""
    found: dict[tuple[str, Moment], Event] = {}
    for source, fact in facts:
        when = values.read(fact.value)
        if not isinstance(when, Moment) or not when.year or fact.doubt or not _is_date(fact, when):
            continue
        event = Event(
            when=when, date=fact.value, says=fact.says, source=source.name, paragraph=fact.paragraph
        )
        key = (fact.about or f"{source.id}/{fact.id}", when)
        found[key] = min(found.get(key, event), event, key=lambda each: len(each.says))
    return list(found.values())


def _is_date(fact: Fact, when: Moment) -> bool:
    """Whether the value is one for certain: four digits of a number may be a count."""
    return fact.kind in (FactKind.DATE, FactKind.EVENT) or when != Moment(when.year)
