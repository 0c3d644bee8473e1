"""A release of a deck: what is new in it, what has changed, what stays, and what is withdrawn.

Anki takes over a note when its time is later than the one it has, and then wholly: a learner's own edits
are gone. So a note's time moves only when something on it does.
"""

from __future__ import annotations

import contextlib
import datetime
import functools
import gc
from collections.abc import Iterator, Mapping
from itertools import count

import msgspec

from quizmill.bank.model import Bank
from quizmill.compose.exercise import Exercise
from quizmill.export.anki import fields as note_fields
from quizmill.export.anki import html
from quizmill.export.anki.changes import changed_parts
from quizmill.export.anki.collection import write_collection
from quizmill.export.anki.decks import Decks, decks_of
from quizmill.export.anki.media import name_images, referred_to
from quizmill.export.anki.memory import Memory
from quizmill.export.anki.notes import Card, Note, fresh_id, join, ordinals
from quizmill.export.anki.notetypes import description, note_types
from quizmill.export.anki.numbering import Numbered
from quizmill.export.anki.package import pack
from quizmill.export.anki.preset import preset_of
from quizmill.export.anki.previous import Previous, read_previous
from quizmill.export.anki.schema import FAMILIES, Family, family_of, guid_of
from quizmill.export.anki.tags import WITHDRAWN, tags_of

_NOTICE = (
    "Withdrawn: this question is no longer part of the deck. You can delete it: in Anki's browser, "
    f"search for tag:{WITHDRAWN}, select all the notes found, and delete them."
)


class AnkiOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How a deck is made."""

    released: int  # what new and changed notes are stamped with; seconds since 1970, UTC
    preset: bool = False  # whether the deck recommends options for its decks


class Release(msgspec.Struct, frozen=True, kw_only=True):
    """A deck as bytes, and what a learner who has the previous one will see, as question ids in bank order.

    A question that moved to another family is both `new` and `withdrawn`: its history cannot follow.
    """

    data: bytes
    deck: str  # the name of the bank's deck in Anki
    day: str  # when it was made, as 2026-11-22
    overdue: bool = False  # stamped no later than the release before: edits since outlive corrections
    new: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    carried: tuple[str, ...] = ()  # in the bank but not chosen this time: left as they were
    withdrawn: tuple[str, ...] = ()  # in this release, not before
    ceased: dict[str, int] = {}  # by updated question, how many of its cards are asked no more
    unheeded: dict[str, str] = {}  # by a deck's name that the bank asks for, the one it was given and keeps
    changed: dict[str, tuple[str, ...]] = {}  # what is, of each updated one; nothing where it is back again
    asked_before: dict[str, str] = {}  # what each withdrawn one asked, as plain text


def export_anki(
    bank: Bank,
    exercises: tuple[Exercise, ...],
    options: AnkiOptions,
    *,
    previous: bytes | None = None,
    previous_name: str = "the previous deck",
    media: Mapping[str, bytes] | None = None,
) -> Release:
    """The next release of the bank's deck with *exercises* in it, after *previous* where there is one.

    *media* are the pictures by `image.file`. Raises FileUnusable when *previous* is no deck of this bank,
    ExportRefused for pictures that are missing or that Anki does not show.
    """
    with _without_collecting():
        return _exported(bank, exercises, options, previous, previous_name, media or {})


@contextlib.contextmanager
def _without_collecting() -> Iterator[None]:
    """No garbage collection inside: nothing made here is cyclic, and of a large deck it takes an eighth."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _exported(
    bank: Bank,
    exercises: tuple[Exercise, ...],
    options: AnkiOptions,
    previous: bytes | None,
    previous_name: str,
    media: Mapping[str, bytes],
) -> Release:
    before = Previous(memory=Memory(namespace=bank.namespace))
    if previous is not None:
        before = read_previous(previous, bank.namespace, previous_name)
    images = name_images(exercises, media)
    successor = _Successor(bank, before, options)
    for exercise in exercises:
        successor.pose(exercise, images)
    successor.settle_the_rest()
    pictures = {images[file]: data for file, data in media.items() if file in images}
    return successor.release(before.media | pictures)


class _Successor:
    """The release that follows *before*, note by note."""

    def __init__(self, bank: Bank, before: Previous, options: AnkiOptions) -> None:
        self._bank = bank
        self._before = before
        self._released = options.released
        self._decks: Decks = decks_of(bank, before.memory.decks)
        self._order = {question.id: n for n, (_, question) in enumerate(bank.questions(), 1)}
        self._numbers = dict(before.memory.numbers)
        self._taken_notes, self._taken_cards = before.ids
        self._notes: dict[str, Note] = {}
        self._outcome: dict[str, list[str]] = {}
        self._ceased: dict[str, int] = {}
        self._changed: dict[str, tuple[str, ...]] = {}
        self._asked_before: dict[str, str] = {}
        root = self._decks.names[self._decks.root]
        self._preset = preset_of(bank.namespace, root) if options.preset else None

    def pose(self, exercise: Exercise, images: Mapping[str, str]) -> None:
        """Take an exercise in: as new, as changed, or as it was."""
        family = family_of(exercise.question)
        image = exercise.question.image
        remembered = self._numbers.get(exercise.id, ()) if family.cloze else ()
        written = note_fields.write(self._bank, exercise, images[image.file] if image else "", remembered)
        if family.cloze:
            self._numbers[exercise.id] = written.numbers
        tags = tags_of(self._bank.namespace, exercise)
        note = self._note(family, exercise.id, written.fields, tags)
        self._keep(self._with_cards(note, self._decks.topics[exercise.topic]))

    def settle_the_rest(self) -> None:
        """Carry over what was not chosen; withdraw what is gone from the bank or became another family's."""
        posed = {note.question for note in self._notes.values()}
        decks = {question.id: self._decks.topics[topic.id] for topic, question in self._bank.questions()}
        for guid, old in self._before.notes.items():
            if guid in self._notes:
                continue
            if not old.cards:  # withdrawn before
                self._notes[guid] = old
            elif old.question in decks and old.question not in posed:
                self._tell("carried", old.question)
                self._notes[guid] = self._with_cards(old, decks[old.question])
            else:
                self._notes[guid] = self._withdrawn(old)

    def release(self, media: Mapping[str, bytes]) -> Release:
        """All of it as a package."""
        notes = tuple(sorted(self._notes.values(), key=lambda note: note.id))
        live = sum(bool(note.cards) for note in notes)
        memory = Memory(namespace=self._bank.namespace, decks=self._decks.names, numbers=self._numbers)
        collection = write_collection(
            notes,
            note_types(self._before.note_types),
            self._decks.names,
            {self._decks.root: description(self._bank, live)},
            memory,
            self._preset,
        )
        shown = referred_to(note.joined for note in notes) if media else set()
        data = pack(collection, {name: media[name] for name in shown if name in media})
        told = {what: self._told(what) for what in self._outcome}
        return Release(
            data=data,
            deck=self._decks.names[self._decks.root],
            day=_day(self._released),
            overdue=any(note.mod >= self._released for note in self._before.notes.values()),
            ceased=self._ceased,
            unheeded=self._decks.unheeded,
            changed=self._changed,
            asked_before=self._asked_before,
            **told,
        )

    def _note(self, family: Family, question: str, fields: dict[str, str], tags: tuple[str, ...]) -> Note:
        """The note with a time and an id: those it had, if nothing on it has changed."""
        guid = guid_of(self._bank.namespace, family, question)
        old = self._before.notes.get(guid)
        if old and old.tags == tags and old.joined == _dated(family, fields, old.mod):
            return old
        mod = max(self._released, old.mod + 1) if old else self._released
        return Note(
            id=old.id if old else fresh_id(guid, self._released, self._taken_notes),
            guid=guid,
            family=family.id,
            mod=mod,
            joined=_dated(family, fields, mod),
            tags=tags,
            cards=old.cards if old else (),
        )

    def _keep(self, note: Note) -> None:
        old = self._before.notes.get(note.guid)
        what = "new" if old is None else "unchanged" if note.mod == old.mod else "updated"
        self._tell(what, note.question)
        if old and what == "updated":
            self._changed[note.question] = changed_parts(old, note) if old.cards else ()
            ceased = {card.ordinal for card in old.cards} - {card.ordinal for card in note.cards}
            if ceased:
                self._ceased[note.question] = len(ceased)
        self._notes[note.guid] = note

    def _with_cards(self, note: Note, deck: int) -> Note:
        ids = {card.ordinal: card.id for card in note.cards}
        cards = [
            Card(
                ids[n] if n in ids else fresh_id(f"{note.guid}/{n}", note.mod, self._taken_cards),
                n,
                deck,
                due,
            )
            for n, due in zip(ordinals(FAMILIES[note.family], note.joined), self._dues(note), strict=False)
        ]
        return msgspec.structs.replace(note, cards=tuple(cards))

    def _dues(self, note: Note) -> Iterator[int]:
        """Its new cards' places: every question's first card in the bank's order, then each second one …"""
        return count(self._order[note.question], len(self._order))

    def _withdrawn(self, old: Note) -> Note:
        """The tombstone: it says so to those who have the note, and brings nobody a card."""
        self._tell("withdrawn", old.question)
        self._asked_before[old.question] = old.listed
        family = FAMILIES[old.family]
        fields = {
            "Title": f"Withdrawn: {old.question}",
            "Prompt": html.literal(_NOTICE),
            "Id": old.question,
        }
        if family.cloze:
            fields["Text"] = _all_deletions(self._numbers.get(old.question, ()))
        return msgspec.structs.replace(self._note(family, old.question, fields, (WITHDRAWN,)), cards=())

    def _tell(self, what: str, question: str) -> None:
        self._outcome.setdefault(what, []).append(question)

    def _told(self, what: str) -> tuple[str, ...]:
        last = len(self._order) + 1
        return tuple(sorted(self._outcome[what], key=lambda id: (self._order.get(id, last), id)))


def _all_deletions(numbers: tuple[Numbered, ...]) -> str:
    """A deletion for every card a learner may have, so that none of them is blank."""
    return " ".join(html.deletion(numbered.number, "Withdrawn") for numbered in numbers)


def _dated(family: Family, fields: Mapping[str, str], mod: int) -> str:
    """The fields joined, with the day of the note's last change, which alone is no change."""
    return join(family, {**fields, "Released": _day(mod)})


@functools.lru_cache(maxsize=8)  # of a hundred thousand notes, most are of one day
def _day(seconds: int) -> str:
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date().isoformat()
