"""The collection: Anki's SQLite file, made in memory in genanki's schema, all rows of a table at once."""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping

import genanki
import msgspec
from genanki.apkg_col import APKG_COL
from genanki.apkg_schema import APKG_SCHEMA

from quizmill.export.anki.families import FAMILIES
from quizmill.export.anki.inventory import Inventory
from quizmill.export.anki.manifest import KEY, Manifest
from quizmill.export.anki.notes import Note
from quizmill.export.anki.notetypes import NoteType
from quizmill.export.anki.preset import Preset

_PAGE = 16_384  # bytes; on pages of 4,096, which few notes fill well, the database is a quarter larger

# -1 is the usn of what has not yet been synchronised; all that tells of learning is nought.
_NEW_NOTE = "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')"
_CardRow = tuple[int, int, int, int, int, int]  # its question marks
_NEW_CARD = "INSERT INTO cards VALUES (?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')"


class Settings(msgspec.Struct, frozen=True, array_like=True):
    """What describes the notes: the columns, as JSON, of the one row that a collection has beside them."""

    conf: str
    models: str
    decks: str
    dconf: str
    mod: int  # milliseconds


class Collection:
    """A collection in the making: first its notes, then its settings, then its bytes."""

    def __init__(self) -> None:
        tables, self._indexes = _schema()
        self._connection = sqlite3.connect(":memory:")
        self._connection.deserialize(_empty(tables))  # in one piece of memory, which is not copied
        self._connection.execute("PRAGMA journal_mode = OFF")

    def add(self, notes: Iterable[Note]) -> None:
        """Take *notes* in, with their cards. None is held longer than its row takes."""
        cards: list[_CardRow] = []
        self._connection.executemany(_NEW_NOTE, _rows(notes, cards))
        self._connection.executemany(_NEW_CARD, cards)

    def settle(self, settings: Settings) -> None:
        """Give it *settings*."""
        statement = "UPDATE col SET conf = ?, models = ?, decks = ?, dconf = ?, mod = ?"
        self._connection.execute(statement, msgspec.structs.astuple(settings))

    def data(self) -> bytes:
        """The database as it stands in a package."""
        self._connection.commit()
        self._connection.executescript(self._indexes)
        return self._connection.serialize()

    def close(self) -> None:
        """Let go of the memory it takes."""
        self._connection.close()


def settings(
    inventory: Inventory,
    note_types: list[NoteType],
    deck_names: Mapping[int, str],
    descriptions: Mapping[int, str],
    manifest: Manifest,
    preset: Preset | None = None,
) -> Settings:
    """The settings of a collection whose notes have gone through *inventory*.

    Of the decks named, those that have cards or a description are there; with a *preset* all use it. Anki
    takes a preset over only when the learner asks for it.
    """
    with contextlib.closing(sqlite3.connect(":memory:")) as empty:
        empty.deserialize(_empty(_schema()[0]))
        row = empty.execute("SELECT conf, decks, dconf FROM col").fetchone()
        conf, decks, presets = map(json.loads, row)
    for id in sorted(inventory.decks | set(descriptions)):
        deck = genanki.Deck(id, deck_names[id], descriptions.get(id, "")).to_json()
        decks[str(id)] = deck | {"conf": preset["id"]} if preset else deck
    if preset:
        presets[str(preset["id"])] = preset
    conf |= {"curModel": str(note_types[0]["id"]), KEY: msgspec.to_builtins(manifest, str_keys=True)}
    return Settings(
        conf=_json(conf),
        models=_json({str(note_type["id"]): note_type for note_type in note_types}),
        decks=_json(decks),
        dconf=_json(presets) if preset else row[2],
        mod=max([inventory.latest, *(note_type["mod"] for note_type in note_types)]) * 1000,
    )


def _empty(tables: str) -> bytes:
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"PRAGMA page_size = {_PAGE}")
        connection.executescript(tables + APKG_COL)
        return connection.serialize()


def _schema() -> tuple[str, str]:
    """The tables, and the indexes: these are built quicker, and smaller, when the rows are there."""
    tables, create, indexes = APKG_SCHEMA.partition("CREATE INDEX")
    return tables, create + indexes


def _rows(notes: Iterable[Note], cards: list[_CardRow]) -> Iterator[tuple[object, ...]]:
    """The notes' rows; their cards' rows are added to *cards*."""
    types = {family.id: family.note_type for family in FAMILIES.values()}
    for note in notes:
        cards += [(card.id, note.id, card.deck, card.ordinal, note.mod, card.due) for card in note.cards]
        listed = note.listed
        digest = hashlib.sha1(listed.encode(), usedforsecurity=False).digest()
        checksum = int.from_bytes(digest[:4], "big")
        tags = f" {' '.join(note.tags)} "
        yield note.id, note.guid, types[note.family], note.mod, tags, note.joined, listed, checksum


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
