"""A batch: the answers that were added at one time, as one Parquet file that any program reads as it is."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import msgspec
import pyarrow as pa
from pyarrow import parquet

from quizmill.analysis.answer import AnswerRow
from quizmill.analysis.log import columns
from quizmill.analysis.table import is_parquet
from quizmill.errors import FileUnusable

VERSION = 1
ENDING = ".parquet"
# In what the file says of itself.
_VERSION, _ID, _KEY = b"quizmill.answers", b"quizmill.batch", b"quizmill.key"
_TOGETHER = 250_000  # answers that a database reads in one thread
_DAMAGED = "it is damaged ({}); put back a copy of it, or delete it and add again what its answers are from"


class Batch(msgspec.Struct, frozen=True):
    """A batch as it was read."""

    id: str  # made of the answers that were added; it stays when some of them are forgotten
    key: str  # the id of the key that its pseudonyms are of
    table: pa.Table

    @property
    def students(self) -> frozenset[str]:
        """The pseudonyms in it."""
        return frozenset(self.table.column("student").unique().to_pylist())

    def rows(self, path: str) -> Iterator[AnswerRow]:
        """Its answers; raises FileUnusable, which names the file, for what cannot be one."""
        try:
            yield from columns.rows_of(self.table)
        except msgspec.ValidationError as error:
            raise FileUnusable(path, _DAMAGED.format(error)) from error

    def of(self, students: Iterable[str]) -> Batch:
        """What these students answered."""
        return msgspec.structs.replace(self, table=columns.answers_of(self.table, students))

    def without(self, students: Iterable[str]) -> Batch:
        """What all others answered, in the same order."""
        return msgspec.structs.replace(self, table=columns.without(self.table, students))

    def without_rows(self, rows: Collection[AnswerRow]) -> Batch:
        """All other answers, in the same order."""
        return msgspec.structs.replace(self, table=columns.without_rows(self.table, rows))

    def saved(self) -> bytes:
        """The bytes of its file."""
        told = {_VERSION: str(VERSION).encode(), _ID: self.id.encode(), _KEY: self.key.encode()}
        file = io.BytesIO()
        parquet.write_table(
            self.table.replace_schema_metadata(told),
            file,
            compression="zstd",
            write_page_checksum=True,
            row_group_size=_TOGETHER,
        )
        return file.getvalue()


def batch_of(rows: Sequence[AnswerRow], key: str) -> Batch:
    """The batch of these answers, the *key* by its id; the same ones, in whatever order, have the same id."""
    ordered = sorted(rows, key=msgspec.json.encode)
    told = hashlib.blake2b(digest_size=8)
    for row in ordered:
        told.update(msgspec.json.encode(row) + b"\n")
    return Batch(told.hexdigest(), key, columns.table_of(ordered))


class BatchHead(NamedTuple):
    """What is known of a batch without its answers."""

    id: str
    key: str
    answers: int


def read_batch(data: bytes, path: str) -> Batch:
    """The batch in a file; raises FileUnusable, with what to do, when it is none or damaged."""
    table, (id, key, _answers) = _read(data, path, columns.SCHEMA)
    return Batch(id, key, table)


def check_batch(data: bytes, path: str) -> BatchHead:
    """The head of the batch, all of which is read; raises as `read_batch` does."""
    return _read(data, path, columns.NUMBERED, read_dictionary=columns.STRINGS)[1]


def _read(data: bytes, path: str, schema: pa.Schema, **options: Any) -> tuple[pa.Table, BatchHead]:
    if not is_parquet(data):
        raise FileUnusable(path, "this is no Parquet file; move it out of the log")
    try:
        file = parquet.ParquetFile(io.BytesIO(data), page_checksum_verification=True, **options)
        told = file.schema_arrow.metadata or {}
        _refuse_foreign(told.get(_VERSION, b""), path)
        table = file.read()
    except (pa.ArrowException, OSError, ValueError) as error:
        raise FileUnusable(path, _DAMAGED.format(str(error).partition("\n")[0])) from error
    if not table.schema.equals(schema):
        raise FileUnusable(path, _DAMAGED.format("it has other columns than the log"))
    id, key = (told.get(name, b"").decode("ascii", "replace") for name in (_ID, _KEY))
    return table.replace_schema_metadata(None), BatchHead(id, key, table.num_rows)


def _refuse_foreign(version: bytes, path: str) -> None:
    if not version.isdigit():
        raise FileUnusable(path, "no `quizmill answers add` has written this file; move it out of the log")
    if int(version) > VERSION:
        said = f"it has version {int(version)}; this quizmill reads version {VERSION}: update quizmill"
        raise FileUnusable(path, said)
