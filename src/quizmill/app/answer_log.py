"""The log of answers on the disk: a folder with a file for each batch, and what tells which key it is of."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, TypeVar

import msgspec
from msgspec.structs import replace

from quizmill.analysis.answer import AnswerRow
from quizmill.analysis.log.batch import ENDING, VERSION, Batch, BatchHead, batch_of, check_batch, read_batch
from quizmill.analysis.log.known_answers import KnownAnswers, outdated
from quizmill.analysis.pseudonym import LENGTH, Key, as_text, key_in
from quizmill.analysis.table import is_parquet
from quizmill.app.input_file import read_input
from quizmill.errors import FileUnusable
from quizmill.export.alone import alone_in
from quizmill.export.publish import Kind, Product, publish

_HEAD = "log.json"
_BATCHES = "answers"
_Read = TypeVar("_Read", Batch, BatchHead)


class _Head(msgspec.Struct, frozen=True, kw_only=True):
    """What log.json says."""

    quizmill: str
    version: int
    key: str  # its id; the key itself is never in the log


class Added(NamedTuple):
    """What became of answers that were to be added."""

    rows: tuple[AnswerRow, ...]  # that were not there
    there: int
    outdated: int  # that were there and are told otherwise now: taken out, or left where nobody wished it


class Forgotten(NamedTuple):
    """What was taken out of a log."""

    rows: int
    batches: int
    students: frozenset[str]  # those who had answers there


class BatchFile(NamedTuple):
    """The file of a batch."""

    path: Path
    answers: int


class AnswerLog:
    """The log in *folder*; raises FileUnusable when there is none, or a newer quizmill's."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.key_id = _head(folder).key

    def key(self, path: Path) -> Key:
        """The key in the file at *path*; raises FileUnusable when it is none, or another log's."""
        if not path.exists():
            raise FileUnusable(
                str(path),
                "the key of the log is not here; put it back, or say --key FILE. Without it no name becomes "
                "its pseudonym, and no other key will do",
            )
        key = _read_key(path)
        if key.id != self.key_id:
            said = f"this is key {key.id}, and {self.folder} is of key {self.key_id}; say --key FILE"
            raise FileUnusable(str(path), said)
        return key

    def add(self, rows: Iterable[AnswerRow], *, replace: bool = False) -> Added:
        """Keep those of *rows* that are not there, as one batch; what is there stays as it is.

        With *replace* what is there goes where it is told otherwise now: all of it is done, or nothing.
        Raises FileUnusable, with nothing added, when a batch that is there cannot be read.
        """
        wanted = list(rows)
        with alone_in(self.folder):
            students = {row.student for row in wanted}
            found = dict(self._batches())
            own = {path: list(batch.of(students).rows(str(path))) for path, batch in found.items()}
            there = [row for each in own.values() for row in each]
            gone = outdated(there, wanted)
            stays = [row for row in there if row not in gone] if replace else there
            new = KnownAnswers(stays).new(wanted)
            changed = {path: found[path].without_rows(gone) for path in own if not gone.isdisjoint(own[path])}
            batch = batch_of(new.rows, self.key_id)
            added = {self.folder / _BATCHES / f"{batch.id}{ENDING}": batch} if new.rows else {}
            self._write((changed if replace else {}) | added)
        return Added(new.rows, new.there, len(gone))

    def forget(self, students: Collection[str]) -> Forgotten:
        """Write the batches that have these pseudonyms without them: all of those, or none."""
        with alone_in(self.folder):
            found = {path: each for path, each in self._batches() if not each.students.isdisjoint(students)}
            left = {path: batch.without(students) for path, batch in found.items()}
            self._write(left)
        there = frozenset(each for batch in found.values() for each in batch.students if each in students)
        return Forgotten(_rows_in(found) - _rows_in(left), len(found), there)

    def rows(self, *, with_text: bool = False) -> Iterator[AnswerRow]:
        """Every answer, batch by batch, *with_text* with what was typed; raises as `add` does."""
        for path, batch in self._batches():
            for row in batch.rows(str(path)):
                yield row if with_text else replace(row, text="")

    def files(self) -> tuple[BatchFile, ...]:
        """The file of every batch, for an engine to read; each is checked first, all its pages too.

        Raises FileUnusable as `add` does.
        """
        return tuple(BatchFile(path, head.answers) for path, head in self._found(check_batch))

    def _batches(self) -> Iterator[tuple[Path, Batch]]:
        return self._found(read_batch)

    def _found(self, read: Callable[[bytes, str], _Read]) -> Iterator[tuple[Path, _Read]]:
        """Every batch as it was *read*, in the order of their names.

        Raises FileUnusable for what does not belong here.
        """
        paths: dict[str, Path] = {}
        for path in sorted((self.folder / _BATCHES).glob(f"*{ENDING}")):
            batch = read(read_input(path, "batch"), str(path))
            if batch.key != self.key_id:
                raise FileUnusable(
                    str(path), f"this batch is of another log (key {batch.key}); move it there"
                )
            if batch.id in paths:
                said = f"the same batch lies here as {paths[batch.id].name}; take one of the two away"
                raise FileUnusable(str(path), said)
            paths[batch.id] = path
            yield path, batch

    def _write(self, batches: Mapping[Path, Batch]) -> None:
        publish({path: Product(batch.saved(), _BATCH) for path, batch in batches.items()})


def _rows_in(batches: Mapping[Path, Batch]) -> int:
    return sum(batch.table.num_rows for batch in batches.values())


def begin_log(folder: Path, key_path: Path) -> bool:
    """Make an empty log in *folder*, and its key unless there is one; whether the key is new.

    Raises FileUnusable when there is a log already, or no key in the file at *key_path*.
    """
    head = folder / _HEAD
    if head.exists():
        raise FileUnusable(str(folder), "there is a log already; `quizmill answers add` adds to it")
    new = not key_path.exists()
    key = Key(os.urandom(LENGTH)) if new else _read_key(key_path)
    told = msgspec.json.encode(_Head(quizmill="answers", version=VERSION, key=key.id)) + b"\n"
    files = {key_path: Product(as_text(key), _KEY, private=True)} if new else {}
    publish(files | {head: Product(told, _LOG)})
    return new


def _read_key(path: Path) -> Key:
    key = key_in(read_input(path, "key"))
    if key is None:
        raise FileUnusable(str(path), "this is no key of `quizmill answers init`; name another with --key")
    return key


def _head(folder: Path) -> _Head:
    path = folder / _HEAD
    if not path.exists():
        raise FileUnusable(
            str(folder), f"there is no log here; `quizmill answers init --log {folder}` begins one"
        )
    try:
        head = msgspec.json.decode(read_input(path, "log"), type=_Head)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        said = f"this is damaged ({error}); put back a copy of it"
        raise FileUnusable(str(path), said) from error
    if head.quizmill != "answers":
        raise FileUnusable(str(path), "this is no log of answers; name another with --log")
    if head.version > VERSION:
        said = f"the log has version {head.version}; this quizmill reads version {VERSION}: update quizmill"
        raise FileUnusable(str(path), said)
    return head


_KEY = Kind("key", lambda data: key_in(data) is not None, lambda old, new: "a key lies here; keep it")
_LOG = Kind("log of answers", lambda data: data.startswith(b'{"quizmill":"answers"'))
_BATCH = Kind("batch of answers", is_parquet)
