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
from quizmill.export.anki.manifest import KEY, Manifest
from quizmill.export.anki.notes import Note
from quizmill.export.anki.notetypes import NoteType
from quizmill.export.anki.preset import Preset

_PAGE = 16_384  # bytes; on pages of 4,096, which few notes fill well, the database is a quarter larger

# -1 is the usn of what has not yet been synchronised; all that tells of learning is nought.
_NEW_NOTE = "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')"
_CardRow = tuple[int, int, int, int, int, int]  # its question marks
_NEW_CARD = "INSERT INTO cards VALUES (?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')"


class Collection:
    """A collection in the making: first its notes, then what describes them, then its bytes."""

    def __init__(self) -> None:
        tables, self._indexes = _schema()
        self._connection = sqlite3.connect(":memory:")
        self._connection.deserialize(_empty(tables))  # in one piece of memory, which is not copied
        self._connection.execute("PRAGMA journal_mode = OFF")
        self._decks: set[int] = set()  # those that have cards
        self._changed = 0  # when the last of the notes did, in seconds
        self.live = 0  # notes with cards

    def add(self, notes: Iterable[Note]) -> None:
        """Take *notes* in, with their cards. None is held longer than its row takes."""
        cards: list[_CardRow] = []
        self._connection.executemany(_NEW_NOTE, map(_note_row, self._counted(notes, cards)))
        self._connection.executemany(_NEW_CARD, cards)

    def describe(
        self,
        note_types: list[NoteType],
        deck_names: Mapping[int, str],
        descriptions: Mapping[int, str],
        manifest: Manifest,
        preset: Preset | None = None,
    ) -> None:
        """Fill the one row that holds settings, note types and decks as JSON.

        Of the decks named, those that have cards or a description are there; with a *preset* all use it.
        """
        used = sorted(self._decks | set(descriptions))
        decks = [genanki.Deck(id, deck_names[id], descriptions.get(id, "")) for id in used]
        changed = max([self._changed, *(note_type["mod"] for note_type in note_types)])
        _describe(self._connection, changed, note_types, decks, manifest)
        if preset:
            _prescribe(self._connection, set(used), preset)

    def data(self) -> bytes:
        """The database as it stands in a package."""
        self._connection.commit()
        self._connection.executescript(self._indexes)
        return self._connection.serialize()

    def close(self) -> None:
        """Let go of the memory it takes."""
        self._connection.close()

    def _counted(self, notes: Iterable[Note], cards: list[_CardRow]) -> Iterator[Note]:
        """The same notes; their cards' rows are added to *cards*."""
        for note in notes:
            self._changed = max(self._changed, note.mod)
            self.live += bool(note.cards)
            for card in note.cards:
                self._decks.add(card.deck)
                cards.append((card.id, note.id, card.deck, card.ordinal, note.mod, card.due))
            yield note


def _empty(tables: str) -> bytes:
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"PRAGMA page_size = {_PAGE}")
        connection.executescript(tables + APKG_COL)
        return connection.serialize()


def _schema() -> tuple[str, str]:
    """The tables, and the indexes: these are built quicker, and smaller, when the rows are there."""
    tables, create, indexes = APKG_SCHEMA.partition("CREATE INDEX")
    return tables, create + indexes


def _describe(
    connection: sqlite3.Connection,
    changed: int,
    note_types: list[NoteType],
    decks: list[genanki.Deck],
    manifest: Manifest,
) -> None:
    conf, all_decks = map(json.loads, connection.execute("SELECT conf, decks FROM col").fetchone())
    conf |= {"curModel": str(note_types[0]["id"]), KEY: msgspec.to_builtins(manifest, str_keys=True)}
    all_decks |= {str(deck.deck_id): deck.to_json() for deck in decks}
    models = {str(note_type["id"]): note_type for note_type in note_types}
    connection.execute(
        "UPDATE col SET conf = ?, decks = ?, models = ?, mod = ?",
        (_json(conf), _json(all_decks), _json(models), changed * 1000),
    )


def _prescribe(connection: sqlite3.Connection, decks: set[int], preset: Preset) -> None:
    """Give *decks* a preset of their own. Anki takes it over only when the learner asks for it."""
    known, presets = map(json.loads, connection.execute("SELECT decks, dconf FROM col").fetchone())
    for deck in decks:
        known[str(deck)]["conf"] = preset["id"]
    presets[str(preset["id"])] = preset
    connection.execute("UPDATE col SET decks = ?, dconf = ?", (_json(known), _json(presets)))


def _note_row(note: Note) -> tuple[object, ...]:
    listed = note.listed
    checksum = int.from_bytes(hashlib.sha1(listed.encode(), usedforsecurity=False).digest()[:4], "big")
    note_type = FAMILIES[note.family].note_type
    return (
        note.id,
        note.guid,
        note_type,
        note.mod,
        f" {' '.join(note.tags)} ",
        note.joined,
        listed,
        checksum,
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
