"""Notes and cards as rows to be, and the ids they get."""

from __future__ import annotations

import hashlib
import html
import re
import unicodedata
from collections.abc import Mapping
from itertools import repeat

import msgspec

from quizmill.export.anki.families import Family

DAY = 86_400  # seconds
PARTING = "\x1f"  # between the fields of a note; no field holds it
_APART = 512  # ms from one note's id to the next one's: room for all the cards that Anki makes of one
_FIRST_DAY = 1160006400  # 2006-10-05, Anki's first release: no note is older, whatever the clock says

_TAG = re.compile(r"<[^>]*>")
_DELETION = re.compile(r"\{\{c(\d+)::")


class Card(msgspec.Struct, frozen=True, gc=False):
    """One card: its place among its note's cards, from 0, and the deck it starts in."""

    id: int
    ordinal: int
    deck: int
    due: int  # its note's place in the order of new cards


class Note(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One note as it stands in a deck.

    Its fields are HTML in the family's order, joined as Anki stores them: of a large deck, one text for each
    note is half the memory.
    """

    id: int
    guid: str
    family: str
    mod: int  # seconds
    joined: str  # the fields, with PARTING between them
    tags: tuple[str, ...]
    cards: tuple[Card, ...]  # none when withdrawn

    @property
    def identity(self) -> str:
        """The first id that the question had, which ends the GUID."""
        return self.guid.rpartition(".")[2]

    @property
    def fields(self) -> list[str]:
        """The fields one by one."""
        return self.joined.split(PARTING)

    @property
    def listed(self) -> str:
        """The first field as plain text: what Anki's browser lists."""
        first = self.joined[: self.joined.index(PARTING)]
        return html.unescape(_TAG.sub("", first)) if "<" in first or "&" in first else first


def join(family: Family, fields: Mapping[str, str]) -> str:
    """Fields by name as one text, in the family's order; those not named are empty.

    Characters are composed (NFC), as Anki stores them whatever it is given: what it exports is then the same.
    """
    return unicodedata.normalize("NFC", PARTING.join(map(fields.get, family.field_names, repeat(""))))


def ordinals(family: Family, joined: str) -> tuple[int, ...]:
    """The cards Anki itself would make: one, or one for each deletion's number.

    Exact because no brace of a bank's text reaches a field: what looks like a deletion is ours.
    """
    if not family.cloze:
        return (0,)
    return tuple(sorted({int(n) - 1 for n in _DELETION.findall(joined)}))


class NewIds:
    """Gives ids to new notes and cards: milliseconds of the day of their release, as Anki's own are.

    Notes stand in the bank's order, so that Anki lists them in it, and from a moment on that is the bank's
    own, so that decks of one day hardly ever meet (where they do, Anki gives what it imports another id).

    A note's cards stand next to each other, whenever they are made. Where they do not, Anki 26.9 may make
    them twice when a note type's front changes: in a small collection that has been optimised it seems to get
    cards in the order of their ids, and to take them note by note.
    """

    def __init__(self, namespace: str, notes: set[int], cards: set[int]) -> None:
        """*notes* and *cards* are the ids that are taken."""
        digest = hashlib.blake2b(namespace.encode(), digest_size=8).digest()
        self._begin = int.from_bytes(digest, "big") % (DAY * 250)  # in the first quarter of a day, in ms
        self._notes = notes
        self._last = max(notes, default=0)
        self._cards = cards

    def note(self, place: int, released: int) -> int:
        """For the note that has that *place* in the bank, of a release at so many seconds since 1970."""
        day = max(released, _FIRST_DAY) // DAY * DAY
        id = day * 1000 + self._begin + place * _APART
        if id in self._notes:  # of an earlier release of the same day
            id = self._last + _APART
        self._notes.add(id)
        self._last = max(self._last, id)
        return id

    def card(self, note: int, ordinal: int) -> int:
        """For a card of the note with that id."""
        id = note + ordinal
        while id in self._cards:  # only beside cards of decks from before they stood together
            id += 1
        self._cards.add(id)
        return id
