"""Anki's packages (`.apkg`, `.colpkg`), of all generations, as notes."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from quizmill.bank.anki_archive import (
    Connection,
    DeckFiles,
    NoteRow,
    damage_told,
    message_texts,
    opened,
    rows,
)
from quizmill.bank.guard import unquoted
from quizmill.errors import FileUnusable
from quizmill.formats.anki_notes import AnkiNote, NoteType, template

_PARTING = "\x1f"  # between fields, and between the levels of decks
_OTHERWISE = "export it from Anki once more"
_FRONT, _BACK = 1, 2  # the numbers of the fields in what describes a template
_MOST_NOTES = 200_000
_IN_DECKS = "SELECT nid, ord, CASE odid WHEN 0 THEN did ELSE odid END FROM cards ORDER BY nid, ord"


class _CardRow(msgspec.Struct, array_like=True, gc=False):
    note: int
    ordinal: int
    deck: int  # where it belongs, if it is in a filtered one


class AnkiFiles(Mapping[str, bytes]):
    """The files of a package by the names that its notes use."""

    def __init__(self, packed: DeckFiles) -> None:
        self._packed = packed

    def __getitem__(self, name: str) -> bytes:
        return self._packed[name if name in self._packed else unquoted(name)]

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)


def read_package(data: bytes, name: str) -> tuple[tuple[AnkiNote, ...], AnkiFiles]:
    """The notes of a package and its files. Raises FileUnusable for what is none, or damaged."""
    with opened(data, name, _OTHERWISE) as (connection, _):
        (many,) = connection.execute("SELECT count(*) FROM notes").fetchone()
        if many > _MOST_NOTES:
            raise FileUnusable(name, f"this deck has more than {_MOST_NOTES} notes; export part of it")
        notes = tuple(_notes(connection))
    with damage_told(name, _OTHERWISE):
        return notes, AnkiFiles(DeckFiles(data, name, _OTHERWISE))


def _notes(connection: Connection) -> Iterator[AnkiNote]:
    types, decks = _described(connection)
    cards: dict[int, list[_CardRow]] = {}
    for card in rows(connection, _IN_DECKS, list[_CardRow]):
        cards.setdefault(card.note, []).append(card)
    query = "SELECT id, guid, mid, mod, flds, tags FROM notes ORDER BY id"
    for at, row in enumerate(rows(connection, query, list[NoteRow]), start=1):
        of, own = types[row.note_type], cards.get(row.id, [])
        values = row.joined.split(_PARTING)
        yield AnkiNote(
            place=f"note {at}",
            type=of,
            fields=dict(itertools.zip_longest(of.fields, values[: len(of.fields)], fillvalue="")),
            guid=row.guid,
            tags=tuple(row.tags.split()),
            deck=decks.get(own[0].deck, "") if own else "",
            cards=frozenset(card.ordinal for card in own) if own else None,
        )


def _described(connection: Connection) -> tuple[dict[int, NoteType], dict[int, str]]:
    """Note types and the names of decks by their ids: from tables, or the JSON of older Ankis."""
    models, named = connection.execute("SELECT models, decks FROM col").fetchone()
    if models:
        old = msgspec.json.decode(models, type=dict[int, dict[str, Any]])
        decks = msgspec.json.decode(named, type=dict[int, dict[str, Any]])
        return {id: _old(model) for id, model in old.items()}, {
            id: str(deck["name"]) for id, deck in decks.items()
        }
    fields: dict[int, list[str]] = {}
    for id, field in connection.execute("SELECT ntid, name FROM fields ORDER BY ntid, ord"):
        fields.setdefault(id, []).append(str(field))
    templates: dict[int, list[tuple[str, str]]] = {}
    for id, config in connection.execute("SELECT ntid, config FROM templates ORDER BY ntid, ord"):
        told = dict(message_texts(config))
        templates.setdefault(id, []).append((_text(told.get(_FRONT)), _text(told.get(_BACK))))
    names = connection.execute("SELECT id, name FROM notetypes")
    types = {id: _type(str(name), fields.get(id, []), templates.get(id, [])) for id, name in names}
    found = connection.execute("SELECT id, name FROM decks")
    return types, {id: str(name).replace(_PARTING, "::") for id, name in found}


def _old(model: dict[str, Any]) -> NoteType:
    fields = sorted(model["flds"], key=lambda field: field["ord"])
    templates = sorted(model["tmpls"], key=lambda each: each["ord"])
    sides = [(str(each["qfmt"]), str(each["afmt"])) for each in templates]
    return _type(str(model["name"]), [str(field["name"]) for field in fields], sides)


def _type(name: str, fields: list[str], sides: list[tuple[str, str]]) -> NoteType:
    return NoteType(name, tuple(fields), tuple(template(front, back) for front, back in sides))


def _text(data: bytes | None) -> str:
    return (data or b"").decode("utf-8", "replace")
