"""Answers as rows of a table and as JSON Lines, for other programs and for another log; and read again."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from quizmill.analysis.answer import NOTHING, AnswerRow, Place, Source

COLUMNS: tuple[str, ...] = tuple(AnswerRow.__struct_fields__)
NEEDED = ("namespace", "question", "student", "place", "verdict", "earned", "possible")
_Filled = Annotated[str, Meta(min_length=1)]
_Amount = Annotated[float, Meta(ge=0, le=1e9)]
_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
_WHOLE = ("number", "attempt")
_NUMBERS = (*_WHOLE, "earned", "possible", "seconds")


class _Told(msgspec.Struct, frozen=True, kw_only=True):
    """An answer as another program may write it: as `AnswerRow`, within what can be."""

    answered: Annotated[datetime.datetime, Meta(tz=True)] | None = None
    namespace: _Filled
    question: _Filled
    digest: Annotated[str, Meta(pattern=r"^([0-9a-f]{16})?$")] = ""
    kind: str = ""
    student: Annotated[str, Meta(pattern=r"^[0-9a-f]{16}$")]
    team: str = ""
    paper: str = ""
    form: str = ""
    number: Annotated[int, Meta(ge=0, le=2**31 - 1)] = 0
    place: Place
    attempt: Annotated[int, Meta(ge=1, le=2**31 - 1)] = 1
    chosen: tuple[Annotated[int, Meta(ge=NOTHING, le=2**15 - 1)], ...] = ()
    text: str = ""
    verdict: Literal["right", "partial", "wrong", "skipped"]
    earned: _Amount
    possible: _Amount
    seconds: _Amount | None = None
    source: Source = "table"


class CannotRead(ValueError):
    """Why a row is no answer."""


def as_cells(row: AnswerRow) -> tuple[str, ...]:
    """The cells of a row, in the order of COLUMNS."""
    return tuple(_cell(name, getattr(row, name)) for name in COLUMNS)


def as_line(row: AnswerRow) -> str:
    """A JSON object on a line, its time as in the table."""
    told = msgspec.to_builtins(row) | {"answered": _moment(row.answered)}
    return msgspec.json.encode(told).decode() + "\n"


def answer_in(cells: Mapping[str, str]) -> AnswerRow:
    """The answer in a row of a table, by the titles of its columns; raises CannotRead."""
    told: dict[str, object] = {name: cells[name] for name in COLUMNS if cells.get(name)}
    if missing := [name for name in NEEDED if name not in told]:
        raise CannotRead(f"the {missing[0]} is missing")
    for name in _NUMBERS:
        if name in told:
            told[name] = _number(name, cells[name])
    if "chosen" in told:
        told["chosen"] = [_whole(each) for each in cells["chosen"].split()]
    return _answer(told)


def answer_of(line: bytes) -> AnswerRow:
    """The answer in a line of JSON; raises CannotRead."""
    try:
        return _answer(msgspec.json.decode(line, type=dict[str, object]))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise CannotRead(str(error)) from error


def _answer(told: dict[str, object]) -> AnswerRow:
    try:
        found = msgspec.convert(told, _Told)
    except msgspec.ValidationError as error:
        raise CannotRead(_in_words(str(error))) from error
    if found.earned > found.possible:
        raise CannotRead(f"{found.earned:g} marks were earned, and {found.possible:g} were possible")
    row = msgspec.structs.asdict(found) | {"answered": _milliseconds(found.answered)}
    return msgspec.convert(row, AnswerRow)


def _in_words(error: str) -> str:
    if "$.student" in error:
        return "the student is to be a pseudonym as `answers export` writes it, never a name"
    if "$.answered" in error:
        return "answered is to be a time with its zone, such as 2026-11-30T18:20:30Z"
    return error


def _cell(name: str, value: object) -> str:
    if isinstance(value, tuple):
        return " ".join(map(str, value))
    if name == "answered" and isinstance(value, int):
        return _moment(value) or ""
    return "" if value is None else str(value)


def _moment(milliseconds: int) -> str | None:
    """The time as it is written; None for one that is not known."""
    if not milliseconds:
        return None
    moment = _EPOCH + datetime.timedelta(milliseconds=milliseconds)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _milliseconds(moment: datetime.datetime | None) -> int:
    if moment is None:
        return 0
    if moment < _EPOCH:
        raise CannotRead(f"answered: nobody has answered in {moment.year}")
    return (moment - _EPOCH) // datetime.timedelta(milliseconds=1)


def _number(name: str, cell: str) -> float | int:
    try:
        return int(cell) if name in _WHOLE else float(cell)
    except ValueError as error:
        such = "1" if name in _WHOLE else "1.5"
        raise CannotRead(f'{name}: "{cell}" is no number such as {such}') from error


def _whole(cell: str) -> int:
    try:
        return int(cell)
    except ValueError as error:
        raise CannotRead(f'chosen: "{cell}" is no place such as 0; several stand apart: 0 2') from error


def lines_in(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The lines of a text that are not empty, with their numbers."""
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if line.strip():
            yield number, line


def table(rows: Iterable[AnswerRow]) -> Iterator[tuple[str, ...]]:
    """The titles of the columns, then a row for each answer."""
    yield COLUMNS
    for row in rows:
        yield as_cells(row)


def is_parquet(data: bytes) -> bool:
    """Whether these are the bytes of a Parquet file, such as a batch; `log` reads them."""
    return data.startswith(b"PAR1")
