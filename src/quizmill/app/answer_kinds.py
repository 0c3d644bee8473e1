"""Which kind of file with answers one is, by its content; and reading those that have the log's columns."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from pathlib import Path

import msgspec

from quizmill.analysis.answer import AnswerRow
from quizmill.analysis.table import NEEDED, CannotRead, answer_in, answer_of, is_parquet, lines_in
from quizmill.app.input_file import read_input
from quizmill.bank.anki_archive import is_collection
from quizmill.classroom.table import read_table
from quizmill.errors import FileUnusable, QuizmillError
from quizmill.study.history.reading import is_database

_MOST_TOLD = 10  # faults of one file: whoever has written it so has made the same one in all of it
_LINE = 2**20  # bytes in which the first line ends


class What(Enum):
    """Kinds of files with answers."""

    HISTORY = auto()
    HISTORY_LINES = auto()  # what `history export` wrote
    COLLECTION = auto()  # of Anki
    TABLE = auto()  # with the columns of a log
    LINES = auto()  # JSON with those
    BATCH = auto()  # of another log of the same key
    SHEETS = auto()  # whatever else: `mark` knows it


class RowsRefused(QuizmillError):
    """Rows of a file that are no answers, each with its line."""


def what_is(data: bytes) -> What:
    """The kind of a file with that content."""
    if is_database(data[:100]):
        return What.HISTORY
    if is_collection(data):
        return What.COLLECTION
    if is_parquet(data):
        return What.BATCH
    keys = _keys(data)
    if {"id", "at", "sitting", "digest"} <= keys:
        return What.HISTORY_LINES
    if set(NEEDED) <= keys:
        return What.LINES
    return What.TABLE if set(NEEDED) <= _titles(data) else What.SHEETS


def _keys(data: bytes) -> set[str]:
    """Those of the JSON object in the first line; none when there is none."""
    first = next((line for _, line in lines_in(data[:_LINE])), b"")
    try:
        return set(msgspec.json.decode(first, type=dict[str, msgspec.Raw]))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return set()


def _titles(data: bytes) -> set[str]:
    """Those of the columns of a table; none when it is none."""
    try:
        return set(read_table(data, "").head.cells)
    except FileUnusable:
        return set()


def answers_of_file(path: Path, what: What, key: str, *, with_text: bool) -> list[AnswerRow]:
    """The answers in a table, in lines, or in a batch of a log that has the same *key*.

    Raises FileUnusable, with each row that will not do.
    """
    data = read_input(path, "file")
    match what:
        case What.BATCH:
            rows = _of_batch(data, str(path), key)
        case What.LINES:
            rows = _all(_of_lines(data), str(path))
        case _:
            rows = _all(_of_table(data, str(path)), str(path))
    return rows if with_text else [msgspec.structs.replace(row, text="") for row in rows]


def _of_batch(data: bytes, path: str, key: str) -> list[AnswerRow]:
    try:
        from quizmill.analysis.log.batch import read_batch  # with pyarrow, which all other kinds do without
    except ImportError as error:
        said = "this is a batch of a log, and pyarrow is needed to read it: pip install 'quizmill[scale]'"
        raise FileUnusable(path, said) from error
    batch = read_batch(data, path)
    if batch.key != key:
        said = f"its pseudonyms are of key {batch.key}, and those of the log of key {key}"
        raise FileUnusable(path, f"{said}: nobody in it could be told from others; leave it out")
    return list(batch.rows(path))


Read = Iterator[tuple[int, AnswerRow | CannotRead]]


def _of_lines(data: bytes) -> Read:
    for number, line in lines_in(data):
        try:
            yield number, answer_of(line)
        except CannotRead as error:
            yield number, error


def _of_table(data: bytes, path: str) -> Read:
    table = read_table(data, path)
    titles = table.head.cells
    for row in table.rows:
        try:
            yield row.line, answer_in(dict(zip(titles, row.cells, strict=False)))
        except CannotRead as error:
            yield row.line, error


def _all(read: Read, path: str) -> list[AnswerRow]:
    """The rows; raises FileUnusable with the faults when there are any."""
    rows: list[AnswerRow] = []
    faults: list[FileUnusable] = []
    for number, each in read:
        if isinstance(each, AnswerRow):
            rows.append(each)
        elif len(faults) <= _MOST_TOLD:
            faults.append(FileUnusable(f"{path}:{number}", str(each)))
    if faults:
        told = [f"{path}: and others"] if len(faults) > _MOST_TOLD else []
        raise RowsRefused("\n".join((*map(str, faults[:_MOST_TOLD]), *told)))
    return rows
