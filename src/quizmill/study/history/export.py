"""The log of answers for other programs: as JSON Lines, and as the rows of a table.

`reading` makes a history of the lines again.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from quizmill.study.history.row import (
    Difficulty,
    Id,
    Marks,
    Milliseconds,
    Number,
    Ordinal,
    Seconds,
    Stability,
)
from quizmill.study.history.store import History


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One event about a question. Its fields are the keys and columns of an export, and stay."""

    id: int
    at: datetime.datetime  # UTC
    day: datetime.date  # the learner's, which turns at 4 am
    sitting: int
    place: str  # practice, exam, review or cram
    bank: str  # its namespace
    question: str
    digest: str  # of what was asked; a reworded question has another
    action: str  # Give, Assess, Appeal or Undo
    supersedes: int | None  # the id of the line whose answer this one replaces or takes back
    stands: bool  # no later line supersedes it, and it took nothing back
    answer: str | None  # as typed; empty with what follows where an answer was taken back
    response: msgspec.Raw | None  # what it means
    verdict: str | None
    earned: float | None
    possible: float | None
    appealed: bool | None
    hinted: bool | None
    seconds: float
    rating: int | None  # 1 again, 2 hard, 3 good, where it scheduled the question
    stability: float | None
    difficulty: float | None
    due: datetime.date | None
    key: str  # of the sitting, the same in every file
    number: int  # of the event in its sitting, from 1


def lines(history: History) -> Iterator[Line]:
    """Every event about a question, oldest first; raises as the history does.

    They are read some at a time, so that whoever reads them slowly keeps nobody from adding to the history.
    """
    after = 0
    while rows := history.select(_Row, _QUERY, (after, _AT_A_TIME)):
        yield from map(_line, rows)
        after = rows[-1].id


_AT_A_TIME = 1000
_QUERY = """
SELECT id, at, day, sitting, place, namespace, question, digest, json_extract(action, '$.type'), supersedes,
  verdict IS NOT NULL AND NOT EXISTS (SELECT 1 FROM event AS later WHERE later.supersedes = event.id),
  text, response, verdict, earned, possible, appealed, hinted, seconds, rating, stability, difficulty, due,
  (SELECT key FROM sitting WHERE sitting.id = event.sitting), number
FROM event WHERE question IS NOT NULL AND id > ? ORDER BY id LIMIT ?
"""


class _Row(NamedTuple):
    """A line as the history holds it."""

    id: int
    at: Milliseconds
    day: Ordinal
    sitting: int
    place: str
    bank: str
    question: Id
    digest: str
    action: str
    supersedes: int | None
    stands: int
    answer: str | None
    response: str | None
    verdict: str | None
    earned: Marks | None
    possible: Marks | None
    appealed: int | None
    hinted: int | None
    seconds: Seconds
    rating: int | None
    stability: Stability | None
    difficulty: Difficulty | None
    due: Ordinal | None
    key: str
    number: Number


def _line(row: _Row) -> Line:
    return Line(
        **{
            **row._asdict(),
            "at": datetime.datetime.fromtimestamp(row.at / 1000, datetime.UTC),
            "day": datetime.date.fromordinal(row.day),
            "due": None if row.due is None else datetime.date.fromordinal(row.due),
            "stands": bool(row.stands),
            "appealed": None if row.appealed is None else bool(row.appealed),
            "hinted": None if row.hinted is None else bool(row.hinted),
            "response": None if row.response is None else msgspec.Raw(row.response.encode()),
        }
    )


def as_jsonl(found: Iterator[Line]) -> Iterator[str]:
    """One object a line."""
    for line in found:
        yield msgspec.json.encode(line).decode() + "\n"


def rows(found: Iterator[Line]) -> Iterator[list[str]]:
    """The names of the columns, then a row for each line."""
    yield list(Line.__struct_fields__)
    for line in found:
        yield [_cell(value) for value in msgspec.structs.astuple(line)]


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, msgspec.Raw):
        return bytes(value).decode()
    return value.isoformat() if isinstance(value, datetime.date) else str(value)
