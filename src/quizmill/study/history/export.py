"""The log of answers for other programs: as JSON Lines, and as the rows of a table."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import msgspec

from quizmill.study.history.store import Connection


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One deed about a question. Its fields are the keys and columns of an export, and stay."""

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


def lines(db: Connection) -> Iterator[Line]:
    """Every deed about a question, oldest first."""
    rows = db.execute(
        "SELECT id, at, day, sitting, place, namespace, question, digest, json_extract(action, '$.type'), "
        "supersedes, id IN (SELECT id FROM answer), "
        "text, response, verdict, earned, possible, appealed, hinted, seconds, rating, "
        "stability, difficulty, due FROM deed WHERE question IS NOT NULL ORDER BY id"
    )
    for row in rows:
        found = dict(zip(Line.__struct_fields__, row, strict=True))
        found["at"] = datetime.datetime.fromtimestamp(found["at"] / 1000, datetime.UTC)
        for name in ("day", "due"):
            found[name] = found[name] and datetime.date.fromordinal(found[name])
        for name in ("stands", "appealed", "hinted"):
            found[name] = None if found[name] is None else bool(found[name])
        found["response"] = msgspec.Raw(found["response"].encode()) if found["response"] else None
        yield Line(**found)


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
