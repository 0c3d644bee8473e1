"""The deck of the previous release, read back: what this package wrote, or what Anki has exported of that."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any

import msgspec

from quizmill.bank.anki_archive import (
    COLLECTION,
    DeckFiles,
    NoteRow,
    RowId,
    damage_told,
    from_newer,
    opened,
    rows,
)
from quizmill.errors import FileUnusable
from quizmill.export.anki import exported
from quizmill.export.anki.collection import Settings
from quizmill.export.anki.families import FAMILIES, guid_of
from quizmill.export.anki.manifest import FORMAT, KEY, Manifest
from quizmill.export.anki.media import is_named_so, is_ours
from quizmill.export.anki.notes import PARTING, Card, Note
from quizmill.export.anki.notetypes import NoteType

_ELSE = "choose another file, or begin anew with --fresh"
_EARLIER = (
    f"this deck is from before the first release, when notes had fewer fields; {_ELSE}: who has the old one "
    'imports the new one once with "Merge note types" and notes updated always'
)
_STRANGE = "this is an Anki deck, but not one that quizmill wrote; choose another file"
_EXPORTED = (
    "Anki itself has exported this deck, and it would be lost; write to another file, and go on from this "
    "one with --previous"
)


class _CardRow(msgspec.Struct, array_like=True, gc=False):
    note: RowId
    id: RowId
    ordinal: int
    deck: int
    due: int


_BY_NOTE_TYPE = {family.note_type: family for family in FAMILIES.values()}


class _PackedPictures(DeckFiles):
    """Those that have a name of ours. Looking one up raises FileUnusable when it is another picture."""

    def __init__(self, deck: bytes, name: str, otherwise: str) -> None:
        super().__init__(deck, name, otherwise)
        if self.lacking:
            raise LookupError(f"it lacks {self.lacking[0]}")
        self._entries = {file: entry for file, entry in self._entries.items() if is_ours(file)}

    def __getitem__(self, name: str) -> bytes:
        data = super().__getitem__(name)
        with damage_told(self._name, self._otherwise):
            if not is_named_so(name, data):
                raise ValueError(f"the picture {name} is another one")
        return data


class Previous(msgspec.Struct, frozen=True, kw_only=True):
    """The previous release: its notes by GUID, and whatever else the next one goes on from."""

    manifest: Manifest
    notes: dict[str, Note] = {}
    note_types: dict[int, NoteType] = {}
    settings: Settings | None = None  # of what Anki has exported, none are ours
    media: Mapping[str, bytes] = {}

    @property
    def exported(self) -> bool:
        """Whether it is as Anki has exported it."""
        return bool(self.notes) and self.settings is None

    @property
    def described(self) -> tuple[Settings | None, set[str]]:
        """What there is in it beside its notes: the settings, and the names of the pictures."""
        return self.settings, set(self.media)

    @property
    def ids(self) -> tuple[set[int], set[int]]:
        """The ids taken by notes and by cards."""
        cards = {card.id for note in self.notes.values() for card in note.cards}
        return {note.id for note in self.notes.values()}, cards


class ForeignDeck(FileUnusable):
    """A deck that no release of this bank can go on from, or go over."""


def read_previous(data: bytes, namespace: str, name: str, *, from_anki: bool = False) -> Previous:
    """The release in *data*; *name* is what messages call the file.

    Raises ForeignDeck for the deck of another bank than *namespace*, and for one that Anki has exported
    unless it may be *from_anki*; FileUnusable for what is no whole deck.
    """
    if not from_anki and from_newer(data, name, _ELSE):
        raise ForeignDeck(name, _EXPORTED)
    with opened(data, name, _ELSE) as (connection, collection):
        settings = settings_in(connection)
        told = msgspec.json.decode(settings.conf).get(KEY) if collection == COLLECTION else None
        if told is None:
            return _from_anki(connection, settings, data, namespace, name, wanted=from_anki)
        manifest = _manifest(told, namespace, name)
        return Previous(
            manifest=manifest,
            notes=_notes(connection, manifest),
            note_types=_note_types(settings.models),
            settings=settings,
            media=_PackedPictures(data, name, _ELSE),
        )


def _from_anki(
    connection: sqlite3.Connection,
    settings: Settings,
    data: bytes,
    namespace: str,
    name: str,
    *,
    wanted: bool,
) -> Previous:
    """What Anki has exported; a deck of other notes is foreign."""
    if not exported.is_of(connection, namespace):
        raise ForeignDeck(name, _STRANGE)
    if not wanted:
        raise ForeignDeck(name, _EXPORTED)
    manifest, notes = exported.read(connection, settings, namespace)
    return Previous(manifest=manifest, notes=notes, media=_PackedPictures(data, name, _ELSE))


def settings_in(connection: sqlite3.Connection) -> Settings:
    """What describes the notes of a collection."""
    row = connection.execute("SELECT conf, models, decks, dconf, mod FROM col").fetchone()
    return msgspec.convert(row, Settings)


def _note_types(models: str) -> dict[int, NoteType]:
    note_types = msgspec.json.decode(models, type=dict[int, NoteType])
    if not all(isinstance(note_type["mod"], int) for note_type in note_types.values()):
        raise ValueError("its note types have no time")
    return note_types


def _manifest(found: Any, namespace: str, name: str) -> Manifest:
    if found["namespace"] != namespace:
        named = f'"{found["namespace"]}", not of "{namespace}"'
        raise ForeignDeck(name, f"this is the deck of another bank, {named}; choose another file")
    if found["format"] > FORMAT:
        raise FileUnusable(name, "a newer quizmill wrote this deck; update quizmill")
    if found["format"] < FORMAT:
        raise FileUnusable(name, _EARLIER)
    return msgspec.convert(found, Manifest, str_keys=True)


def _notes(connection: sqlite3.Connection, manifest: Manifest) -> dict[str, Note]:
    cards = _cards(connection, manifest)
    found: dict[str, Note] = {}
    query = "SELECT id, guid, mid, mod, flds, tags FROM notes ORDER BY id"
    for row in rows(connection, query, list[NoteRow]):
        note = _note(row, tuple(cards.pop(row.id, ())), manifest.namespace)
        if note.guid in found:
            raise ValueError(f'the note "{note.guid}" is there twice')
        found[note.guid] = note
    if cards:
        raise ValueError("its notes and cards do not belong together")
    return found


def _cards(connection: sqlite3.Connection, manifest: Manifest) -> dict[int, list[Card]]:
    """The cards by their note's id, in order."""
    found: dict[int, list[Card]] = {}
    query = "SELECT nid, id, ord, did, due FROM cards ORDER BY nid, ord"
    for row in rows(connection, query, list[_CardRow]):
        if row.deck not in manifest.decks:
            raise ValueError(f"card {row.id} lies in a deck without a name")
        found.setdefault(row.note, []).append(Card(row.id, row.ordinal, row.deck, row.due))
    return found


def _note(row: NoteRow, cards: tuple[Card, ...], namespace: str) -> Note:
    family = _BY_NOTE_TYPE[row.note_type]
    note = Note(
        id=row.id,
        guid=row.guid,
        family=family.id,
        mod=row.mod,
        joined=row.joined,
        tags=tuple(row.tags.split()),
        cards=cards,
    )
    expected = guid_of(namespace, family, note.identity)
    if row.guid != expected or row.joined.count(PARTING) + 1 != len(family.fields):
        raise ValueError(f'the note "{row.guid}" is not as quizmill writes it')
    return note
