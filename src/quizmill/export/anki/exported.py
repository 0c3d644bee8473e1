"""What Anki itself has exported, read as the release it came from, for whoever has lost that.

Anki keeps the notes with their GUIDs, and nothing of what a release tells the next one (`Manifest`), so that
is worked out: former ids, the numbers of blanks and the days of changes from the notes' fields, the names of
decks from where most cards of a topic lie. What a learner has added (tags, fields, schedule) is left out.
"""

from __future__ import annotations

import datetime
import html
import itertools
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from quizmill.bank.anki_archive import NoteRow, RowId, rows
from quizmill.bank.markup import plain
from quizmill.export.anki.collection import Settings
from quizmill.export.anki.decks import deck_id
from quizmill.export.anki.families import FAMILIES, Family
from quizmill.export.anki.manifest import Manifest
from quizmill.export.anki.notes import DAY, PARTING, Card, Note, join
from quizmill.export.anki.numbering import Numbered
from quizmill.export.anki.tags import WITHDRAWN

_Fields = dict[str, str]  # by name

_TAG = re.compile(r"<[^>]*>")
_BREAK = re.compile(r"<br\s*/?>")
_FORMULA = re.compile(r'<span class="mathematics">(.*?)</span>', re.DOTALL)
_DELETION = re.compile(r"\{\{c(\d+)::(.*?)\}\}", re.DOTALL)
_PAIR = re.compile(
    r'<bdi class="left">((?:(?!<bdi class="left">).)*)</bdi><span class="join">.*?\{\{c(\d+)::(.*?)\}\}',
    re.DOTALL,
)


class _CardRow(msgspec.Struct, array_like=True, gc=False):
    note: RowId
    id: RowId
    ordinal: int
    deck: int  # where it belongs, if it is in a filtered one


def is_of(connection: sqlite3.Connection, namespace: str) -> bool:
    """Whether there is any note of the bank with that *namespace*."""
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'notes'").fetchone():
        return False
    query = "SELECT 1 FROM notes WHERE guid GLOB ? LIMIT 1"
    return connection.execute(query, (f"{namespace}.*",)).fetchone() is not None


def edited(connection: sqlite3.Connection, namespace: str) -> dict[str, int]:
    """When each note of the bank last changed in Anki itself, in seconds, by GUID."""
    query = "SELECT guid, mod FROM notes WHERE guid GLOB ? ORDER BY id"
    return {str(guid): int(mod) for guid, mod in connection.execute(query, (f"{namespace}.*",))}


def read(
    connection: sqlite3.Connection, settings: Settings, namespace: str
) -> tuple[Manifest, dict[str, Note]]:
    """What can be known of the release, and its notes by GUID; *settings* are those of the collection.

    Raises what `archive.damage_told` tells of when it is not as Anki writes it.
    """
    reading = _Reading(connection, settings, namespace)
    notes = dict(reading.notes())
    manifest = Manifest(
        namespace=namespace, decks=reading.decks(), identities=reading.identities, numbers=reading.numbers
    )
    return manifest, notes


class _Reading:
    """One export, and what its notes have told so far."""

    def __init__(self, connection: sqlite3.Connection, settings: Settings, namespace: str) -> None:
        self.identities: dict[str, str] = {}
        self.numbers: dict[str, tuple[Numbered, ...]] = {}
        self._connection = connection
        self._namespace = namespace
        self._layouts, self._deck_names = _described(connection, settings)
        self._decks: dict[str, Counter[str]] = {}  # by topic, where its cards lie

    def notes(self) -> Iterator[tuple[str, Note]]:
        """The bank's notes by GUID, as they were released as far as that can be seen."""
        cards = self._cards()
        query = "SELECT id, guid, mid, mod, flds, tags FROM notes WHERE guid GLOB ? ORDER BY id"
        for row in rows(self._connection, query, list[NoteRow], f"{self._namespace}.*"):
            family = FAMILIES.get(row.guid.split(".")[1])
            if family:
                yield row.guid, self._note(row, family, cards.get(row.id, []))

    def decks(self) -> dict[int, str]:
        """The names of decks by the ids they have here: of each topic's, and of the one above all of them.

        Nothing where the learner has moved the topics out of that.
        """
        names = {topic: lying.most_common(1)[0][0] for topic, lying in sorted(self._decks.items())}
        levels = [name.split("::")[:-1] for name in names.values()]
        together = itertools.takewhile(lambda found: len(set(found)) == 1, zip(*levels, strict=False))
        root = "::".join(level for level, *_ in together)
        if not root:
            return {}
        named = {deck_id(self._namespace, topic): name for topic, name in names.items()}
        return {deck_id(self._namespace): root} | named

    def _cards(self) -> dict[int, list[_CardRow]]:
        found: dict[int, list[_CardRow]] = {}
        query = "SELECT nid, id, ord, CASE odid WHEN 0 THEN did ELSE odid END FROM cards ORDER BY nid, ord"
        for row in rows(self._connection, query, list[_CardRow]):
            found.setdefault(row.note, []).append(row)
        return found

    def _note(self, row: NoteRow, family: Family, cards: Iterable[_CardRow]) -> Note:
        fields = self._fields(row, family)
        tags = tuple(sorted({tag for tag in row.tags.split() if self._is_ours(tag)}))
        live = WITHDRAWN not in tags
        note = Note(
            id=row.id,
            guid=row.guid,
            family=family.id,
            mod=_changed(row.mod, fields["Released"]),
            joined=join(family, fields),
            tags=tags,
            cards=tuple(Card(card.id, card.ordinal, card.deck, 0) for card in cards) if live else (),
        )
        self._remember(note, family, fields, [card.deck for card in cards])
        return note

    def _is_ours(self, tag: str) -> bool:
        return tag == WITHDRAWN or tag.startswith(f"{self._namespace}::")

    def _fields(self, row: NoteRow, family: Family) -> _Fields:
        """By their names, which a learner may have set in another order; by places where one is renamed."""
        values = row.joined.split(PARTING)
        names = self._layouts[row.note_type]
        if not set(family.field_names) <= set(names):
            names = family.field_names
        return dict.fromkeys(family.field_names, "") | dict(zip(names, values, strict=False))

    def _remember(self, note: Note, family: Family, fields: _Fields, decks: Iterable[int]) -> None:
        if not note.cards:  # withdrawn: what its blanks were is gone, and most likely they were in order
            return
        if family.cloze:
            self.numbers[note.identity] = _numbers(fields)
        id = _text(fields["Id"])
        if fields.get("Kind") and id != note.identity:  # what has no kind is known by its topic
            self.identities[id] = note.identity
        beginning = f"{self._namespace}::topic::"
        for tag, deck in itertools.product(note.tags, decks):
            if tag.startswith(beginning):
                lying = self._decks.setdefault(tag.removeprefix(beginning), Counter())
                lying[self._deck_names[deck]] += 1


def _described(
    connection: sqlite3.Connection, settings: Settings
) -> tuple[Mapping[int, tuple[str, ...]], Mapping[int, str]]:
    """The names of fields by note type, and of decks by id: from tables, or the JSON of older Ankis."""
    if settings.models:
        models = msgspec.json.decode(settings.models, type=dict[int, dict[str, Any]])
        decks = msgspec.json.decode(settings.decks, type=dict[int, dict[str, Any]])
        ordered = {id: sorted(model["flds"], key=lambda field: field["ord"]) for id, model in models.items()}
        layouts = {id: tuple(field["name"] for field in fields) for id, fields in ordered.items()}
        return layouts, {id: deck["name"] for id, deck in decks.items()}
    fields = connection.execute("SELECT ntid, name FROM fields ORDER BY ntid, ord").fetchall()
    named = connection.execute("SELECT id, name FROM decks").fetchall()
    of_type = itertools.groupby(fields, key=lambda row: row[0])
    return (
        {id: tuple(name for _, name in found) for id, found in of_type},
        {id: name.replace(PARTING, "::") for id, name in named},
    )


def _changed(mod: int, released: str) -> int:
    """When the note last changed in a release, in seconds: on the day that it names itself.

    Anki's time is later where the learner has edited it, and in older Ankis always that of the import.
    """
    try:
        day = datetime.datetime.fromisoformat(f"{released}T00:00+00:00")
    except ValueError:
        return mod
    midnight = int(day.timestamp())
    return mod if midnight <= mod < midnight + DAY else midnight


def _numbers(fields: _Fields) -> tuple[Numbered, ...]:
    """The numbers that stand in the text, with the texts that bear them."""
    text = fields["Text"]
    found: list[tuple[str, tuple[str, ...]]]
    found = [(number, (left, right)) for left, number, right in _PAIR.findall(text)]
    found = found or [(number, (answer,)) for number, answer in _DELETION.findall(text)]
    numbered = {
        int(number): Numbered(int(number), tuple(map(_text, texts)), place)
        for place, (number, texts) in enumerate(found, 1)
    }
    return tuple(numbered[number] for number in sorted(numbered))


def _text(field: str) -> str:
    """HTML of ours as the plain text that it shows."""
    formulas = _FORMULA.sub(lambda found: html.escape(plain(html.unescape(found[1]))), field)
    return html.unescape(_TAG.sub("", _BREAK.sub("\n", formulas)))
