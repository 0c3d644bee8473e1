"""The deck of the previous release, read back. Only what this package wrote is read, and nothing trusted."""

from __future__ import annotations

import contextlib
import io
import sqlite3
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta

from quizmill.errors import FileUnusable
from quizmill.export.anki.collection import Settings
from quizmill.export.anki.families import FAMILIES, guid_of
from quizmill.export.anki.manifest import FORMAT, KEY, Manifest
from quizmill.export.anki.media import is_named_so, is_ours
from quizmill.export.anki.notes import PARTING, Card, Note
from quizmill.export.anki.notetypes import NoteType
from quizmill.export.anki.package import COLLECTION, LARGEST, LARGEST_COLLECTION, MEDIA

_ELSE = "choose another file, or begin anew with --fresh"
_EARLIER = (
    f"this deck is from before the first release, when notes had fewer fields; {_ELSE}: who has the old one "
    'imports the new one once with "Merge note types" and notes updated always'
)
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, EOFError, LookupError, RuntimeError),  # of the zip
    *(sqlite3.Error, msgspec.MsgspecError, ValueError, TypeError, AttributeError),  # of the collection
)
_Id = Annotated[int, Meta(ge=1, le=2**53)]
_Seconds = Annotated[int, Meta(ge=0, le=250_000_000_000)]  # a date, with years to spare
_BEGINNING = b"SQLite format 3\0"
_LONGEST = 64 * 2**20  # bytes of a value in it: the longest there is remembers the blanks of a large bank
_BATCH = 1_000  # rows read at a time: one by one takes longer, and all at once as much memory again
_Row = TypeVar("_Row")


class _NoteRow(msgspec.Struct, array_like=True, gc=False):
    id: _Id
    guid: str
    note_type: int
    mod: _Seconds
    joined: str
    tags: str


class _CardRow(msgspec.Struct, array_like=True, gc=False):
    note: _Id
    id: _Id
    ordinal: int
    deck: int
    due: int


_BY_NOTE_TYPE = {family.note_type: family for family in FAMILIES.values()}


class Previous(msgspec.Struct, frozen=True, kw_only=True):
    """The previous release: its notes by GUID, and whatever else the next one goes on from."""

    manifest: Manifest
    notes: dict[str, Note] = {}
    note_types: dict[int, NoteType] = {}
    settings: Settings | None = None
    media: Mapping[str, bytes] = {}

    @property
    def described(self) -> tuple[Settings | None, set[str]]:
        """What there is in it beside its notes: the settings, and the names of the pictures."""
        return self.settings, set(self.media)

    @property
    def ids(self) -> tuple[set[int], set[int]]:
        """The ids taken by notes and by cards."""
        cards = {card.id for note in self.notes.values() for card in note.cards}
        return {note.id for note in self.notes.values()}, cards


class PackedPictures(Mapping[str, bytes]):
    """The pictures in a deck by their names, each unpacked when it is asked for.

    Only what has a name of ours is there. Looking one up raises FileUnusable when it is another picture.
    """

    def __init__(self, deck: bytes, name: str) -> None:
        """*name* is what messages call the deck. Raises what `_DAMAGE` names for what has no pictures."""
        self._archive = zipfile.ZipFile(io.BytesIO(deck))
        self._name = name
        files = msgspec.json.decode(self._archive.read(MEDIA), type=dict[str, str])
        entries = {file: self._archive.getinfo(i) for i, file in files.items()}
        self._entries = {file: entry for file, entry in entries.items() if is_ours(file)}

    def __getitem__(self, name: str) -> bytes:
        entry = self._entries[name]
        with _damage_told(self._name):
            data = self._archive.read(entry)
            if not is_named_so(name, data):
                raise ValueError(f"the picture {name} is another one")
        return data

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)


class ForeignDeck(FileUnusable):
    """A deck that no release of this bank can go on from, or go over."""


def read_previous(data: bytes, namespace: str, name: str) -> Previous:
    """The release in *data*; *name* is what messages call the file.

    Raises ForeignDeck for the deck of another bank than *namespace*, FileUnusable for what is no whole deck.
    """
    if not zipfile.is_zipfile(io.BytesIO(data)):
        raise FileUnusable(name, "this is not an Anki deck; choose another file")
    with _damage_told(name), zipfile.ZipFile(io.BytesIO(data)) as archive:
        _refuse_large(archive, name)
        collections = {entry for entry in archive.namelist() if entry.startswith(COLLECTION)}
        if collections - {COLLECTION}:  # what Anki itself exports has a .anki21 or .anki21b as well
            raise _foreign(name)
        if not collections:
            raise FileUnusable(name, f"this is not a deck that quizmill wrote; {_ELSE}")
        with contextlib.closing(sqlite3.connect(":memory:")) as connection:
            connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
            connection.deserialize(_database(archive))
            _refuse_strange(connection)
            return _release(connection, PackedPictures(data, name), namespace, name)


def _foreign(name: str) -> ForeignDeck:
    return ForeignDeck(name, "this is an Anki deck, but not one that quizmill wrote; choose another file")


def _database(archive: zipfile.ZipFile) -> bytes:
    """The collection's file; what is none is not unpacked."""
    with archive.open(COLLECTION) as file:
        if file.read(len(_BEGINNING)) != _BEGINNING:
            raise ValueError("its collection is no database")
    return archive.read(COLLECTION)


def _release(connection: sqlite3.Connection, pictures: PackedPictures, namespace: str, name: str) -> Previous:
    settings = _settings(connection)
    manifest = _manifest(settings.conf, namespace, name)
    return Previous(
        manifest=manifest,
        notes=_notes(connection, manifest),
        note_types=_note_types(settings.models),
        settings=settings,
        media=pictures,
    )


def _settings(connection: sqlite3.Connection) -> Settings:
    row = connection.execute("SELECT conf, models, decks, dconf, mod FROM col").fetchone()
    return msgspec.convert(row, Settings)


def _note_types(models: str) -> dict[int, NoteType]:
    note_types = msgspec.json.decode(models, type=dict[int, NoteType])
    if not all(isinstance(note_type["mod"], int) for note_type in note_types.values()):
        raise ValueError("its note types have no time")
    return note_types


def _manifest(conf: str, namespace: str, name: str) -> Manifest:
    found: Any = msgspec.json.decode(conf).get(KEY)
    if found is None:
        raise _foreign(name)
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
    for row in _rows(connection, query, list[_NoteRow]):
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
    for row in _rows(connection, query, list[_CardRow]):
        if row.deck not in manifest.decks:
            raise ValueError(f"card {row.id} lies in a deck without a name")
        found.setdefault(row.note, []).append(Card(row.id, row.ordinal, row.deck, row.due))
    return found


def _rows(connection: sqlite3.Connection, query: str, kind: type[list[_Row]]) -> Iterator[_Row]:
    """The rows found, of the *kind* there should be; raises MsgspecError for one that is another."""
    cursor = connection.execute(query)
    while batch := cursor.fetchmany(_BATCH):
        yield from msgspec.convert(batch, kind)


def _note(row: _NoteRow, cards: tuple[Card, ...], namespace: str) -> Note:
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


def _refuse_large(archive: zipfile.ZipFile, name: str) -> None:
    """By the sizes declared: zipfile reads no further than these."""
    if sum(entry.file_size for entry in archive.infolist()) > LARGEST:
        raise FileUnusable(name, f"this deck unpacks to more than {LARGEST // 2**20} MB; {_ELSE}")
    if any(entry.file_size > LARGEST_COLLECTION for entry in archive.infolist()):
        raise FileUnusable(
            name, f"a file in this deck unpacks to more than {LARGEST_COLLECTION // 2**20} MB; {_ELSE}"
        )


def _refuse_strange(connection: sqlite3.Connection) -> None:
    """A view, a trigger or a computed column could make a harmless query run anything, and bring any amount.

    Where no page is used twice, what is read is no more than the file.
    """
    strange = (
        "SELECT count(*) FROM sqlite_master WHERE type NOT IN ('table', 'index') OR sql LIKE '%VIRTUAL%'"
    )
    computed = "SELECT count(*) FROM sqlite_master, pragma_table_xinfo(sqlite_master.name) WHERE hidden"
    if any(connection.execute(query).fetchone() != (0,) for query in (strange, computed)):
        raise ValueError("there is more in it than tables")
    (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise ValueError(f"its database is spoilt: {found}")


@contextlib.contextmanager
def _damage_told(name: str) -> Iterator[None]:
    try:
        yield
    except _DAMAGE as error:
        raise FileUnusable(name, f"this deck is damaged ({error}); {_ELSE}") from error
