"""What lies in an `.apkg`: its collection as a database, and its files. Nothing in it is trusted.

Anki itself writes three generations: a database beside uncompressed files (`.anki2`, as here, and `.anki21`),
and one compressed by Zstandard beside files compressed likewise (`.anki21b`). Beside the newer ones lies one
that only asks for a newer Anki.
"""

from __future__ import annotations

import contextlib
import io
import sqlite3
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta

from quizmill.errors import FileUnusable

COLLECTION = "collection.anki2"
MEDIA = "media"
LARGEST = 512 * 2**20  # bytes that a deck may unpack to: what is written must be read again
LARGEST_COLLECTION = 384 * 2**20  # bytes of its notes, or of one picture: 100,000 notes of 3.5 KB are 350 MB
_LARGEST_LIST = 64 * 2**20  # bytes of the list of files: 100,000 names are 10 MB
COMPRESSED = "collection.anki21b"
_NEWEST_FIRST = (COMPRESSED, "collection.anki21", COLLECTION)
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, EOFError, LookupError, RuntimeError),  # of the zip
    *(sqlite3.Error, msgspec.MsgspecError, ValueError, TypeError, AttributeError),  # of the collection
)
_BEGINNING = b"SQLite format 3\0"
_JOURNAL = slice(18, 20)  # bytes of a database's head: how it is written to; 2 wants files beside it
_ROLLED_BACK = b"\1\1"
_WINDOW = 2**27  # bytes that unpacking may look back; Anki's own look back 2 MB
_LONGEST = 64 * 2**20  # bytes of a value in it: the longest there is remembers the blanks of a large bank
_BATCH = 1_000  # rows read at a time: one by one takes longer, and all at once as much memory again
_NAME_OF_FILE = 1  # the number of a field in what lists the files, and of that list's own
_Row = TypeVar("_Row")
Connection = sqlite3.Connection

RowId = Annotated[int, Meta(ge=1, le=2**53)]
_Seconds = Annotated[int, Meta(ge=0, le=250_000_000_000)]  # a date, with years to spare


class NoteRow(msgspec.Struct, array_like=True, gc=False):
    """A note as its table has it."""

    id: RowId
    guid: str
    note_type: int
    mod: _Seconds
    joined: str
    tags: str


class DeckFiles(Mapping[str, bytes]):
    """The pictures and sounds in a deck by their names, each unpacked when it is asked for.

    What is *lacking* is listed, but not there. Looking a file up raises FileUnusable for damage.
    """

    def __init__(self, deck: bytes, name: str, otherwise: str) -> None:
        """*name* is what messages call the deck, and *otherwise* what they say to do.

        Raises what is damage for what has no list of them.
        """
        self._archive = zipfile.ZipFile(io.BytesIO(deck))
        self._name = name
        self._otherwise = otherwise
        self._unpacked = unpacked if newest(self._archive) == COMPRESSED else _as_it_is
        if self._archive.getinfo(MEDIA).file_size > _LARGEST_LIST:
            raise ValueError("its list of files is too long")
        files = self._listed(self._unpacked(self._archive.read(MEDIA)))
        there = {entry.filename: entry for entry in self._archive.infolist()}
        self._entries = {file: there[i] for i, file in files.items() if i in there}
        self.lacking = tuple(file for i, file in files.items() if i not in there)

    def __getitem__(self, name: str) -> bytes:
        entry = self._entries[name]
        with damage_told(self._name, self._otherwise):
            return self._unpacked(self._archive.read(entry))

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def _listed(self, media: bytes) -> dict[str, str]:
        """The names of files by those of their entries in the zip."""
        if self._unpacked is _as_it_is:
            return msgspec.json.decode(media, type=dict[str, str])
        files = (
            dict(message_texts(entry)) for number, entry in message_texts(media) if number == _NAME_OF_FILE
        )
        return {str(i): file[_NAME_OF_FILE].decode() for i, file in enumerate(files)}


@contextlib.contextmanager
def opened(data: bytes, name: str, otherwise: str) -> Iterator[tuple[sqlite3.Connection, str]]:
    """The database in the deck *data*, and the name of its entry.

    *name* is what messages call the deck, and *otherwise* what they say to do.

    Raises FileUnusable for what is none, or too large, or holds more than tables; and for damage that shows
    while it is read.
    """
    if not zipfile.is_zipfile(io.BytesIO(data)):
        raise FileUnusable(name, "this is not an Anki deck; choose another file")
    with damage_told(name, otherwise), zipfile.ZipFile(io.BytesIO(data)) as archive:
        _refuse_large(archive, name, otherwise)
        collection = newest(archive)
        if collection is None:
            raise FileUnusable(name, f"there is no collection of Anki in it; {otherwise}")
        with _connected(_database(archive, collection)) as connection:
            yield connection, collection


@contextlib.contextmanager
def opened_collection(data: bytes, name: str, otherwise: str) -> Iterator[sqlite3.Connection]:
    """The database of a learner's collection: *data* is a package that has it, or the very file Anki keeps.

    Raises FileUnusable as `opened` does.
    """
    if not is_database(data):
        with opened(data, name, otherwise) as (connection, _):
            yield connection
        return
    with damage_told(name, otherwise), _connected(_in_itself(data)) as connection:
        yield connection


def is_collection(data: bytes) -> bool:
    """Whether it is a package of Anki's, or the file that Anki itself keeps."""
    sign = COLLECTION if data.startswith(b"PK") else "CREATE TABLE revlog"
    return (data.startswith(b"PK") or is_database(data)) and sign.encode() in data


def is_database(data: bytes) -> bool:
    """Whether it begins as every file of SQLite does."""
    return data.startswith(_BEGINNING)


def settled(path: str) -> bytes:
    """The database at *path*, with what the log beside it still holds. Both are changed: give copies.

    Raises what `damage_told` tells of.
    """
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return connection.serialize()


@contextlib.contextmanager
def _connected(database: bytes) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
        connection.create_collation("unicase", _compared)  # which Anki gives to names
        connection.deserialize(database)
        _refuse_strange(connection)
        yield connection


def from_newer(data: bytes, name: str, otherwise: str) -> bool:
    """Whether a collection as only Anki writes it is in the deck *data*; raises FileUnusable for damage."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return False
    with damage_told(name, otherwise), zipfile.ZipFile(io.BytesIO(data)) as archive:
        return newest(archive) not in (COLLECTION, None)


def newest(archive: zipfile.ZipFile) -> str | None:
    """The entry with the collection that counts: beside it may lie one for older Ankis."""
    names = set(archive.namelist())
    return next((name for name in _NEWEST_FIRST if name in names), None)


def rows(connection: sqlite3.Connection, query: str, kind: type[list[_Row]], *given: str) -> Iterator[_Row]:
    """The rows found, of the *kind* there should be; raises MsgspecError for one that is another.

    What is *given* stands where the query has `?`.
    """
    cursor = connection.execute(query, given)
    while batch := cursor.fetchmany(_BATCH):
        yield from msgspec.convert(batch, kind)


@contextlib.contextmanager
def damage_told(name: str, otherwise: str) -> Iterator[None]:
    """Raise as FileUnusable what shows that a deck is damaged.

    *name* is what messages call the deck, and *otherwise* what they say to do.
    """
    try:
        yield
    except _DAMAGE as error:
        raise FileUnusable(name, f"this deck is damaged ({error}); {otherwise}") from error


def unpacked(data: bytes) -> bytes:
    """What Zstandard has compressed; raises ValueError for damage, and for more than any file here may be."""
    import zstandard  # 15 ms that only what Anki has exported needs

    try:
        reader = zstandard.ZstdDecompressor(max_window_size=_WINDOW).stream_reader(data)
        found = reader.read(LARGEST_COLLECTION + 1)
    except zstandard.ZstdError as error:
        raise ValueError(str(error)) from error
    if len(found) > LARGEST_COLLECTION:
        raise ValueError(f"a file in it unpacks to more than {LARGEST_COLLECTION // 2**20} MB")
    return found


def _as_it_is(data: bytes) -> bytes:
    return data


def _database(archive: zipfile.ZipFile, name: str) -> bytes:
    """The collection's file, as one that is whole in itself; what is none is not unpacked."""
    if name == COMPRESSED:
        data = unpacked(archive.read(name))
    else:
        with archive.open(name) as file:
            beginning = file.read(len(_BEGINNING))
        data = archive.read(name) if beginning == _BEGINNING else b""
    if not is_database(data):
        raise ValueError("its collection is no database")
    return _in_itself(data)


def _in_itself(data: bytes) -> bytes:
    """A database that wants no files beside it."""
    if data[_JOURNAL] == _ROLLED_BACK:
        return data
    return data[: _JOURNAL.start] + _ROLLED_BACK + data[_JOURNAL.stop :]


def message_texts(message: bytes) -> Iterator[tuple[int, bytes]]:
    """The fields of a protocol buffer that are texts or messages, by their numbers; others are passed over.

    Raises ValueError or IndexError for what is none.
    """
    place = 0

    def number() -> int:
        nonlocal place
        found = shift = 0
        while True:
            byte = message[place]
            place += 1
            found |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return found

    while place < len(message):
        tag = number()
        match tag & 7:
            case 0:
                number()
            case 2:
                length = number()
                place += length
                yield tag >> 3, message[place - length : place]
            case _:
                raise ValueError("its list of files cannot be read")


def _compared(one: str, other: str) -> int:
    a, b = one.casefold(), other.casefold()
    return (a > b) - (a < b)


def _refuse_large(archive: zipfile.ZipFile, name: str, otherwise: str) -> None:
    """By the sizes declared: zipfile reads no further than these."""
    if sum(entry.file_size for entry in archive.infolist()) > LARGEST:
        raise FileUnusable(name, f"this deck unpacks to more than {LARGEST // 2**20} MB; {otherwise}")
    if any(entry.file_size > LARGEST_COLLECTION for entry in archive.infolist()):
        raise FileUnusable(
            name, f"a file in this deck unpacks to more than {LARGEST_COLLECTION // 2**20} MB; {otherwise}"
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
