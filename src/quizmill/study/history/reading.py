"""The lines of an export, the terminal's or the page's, as a history again: to be merged into another.

They tell of the events about questions alone, so nobody goes on with a sitting that comes from them. What an
answer means for a schedule is worked out by the merge.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from quizmill.errors import FileUnusable
from quizmill.grade import Response, Verdict
from quizmill.study.history.lasting import milliseconds
from quizmill.study.history.merging import PLACE
from quizmill.study.history.migration import APPLICATION
from quizmill.study.history.row import Difficulty, Id, Marks, Number, Seconds, Stability
from quizmill.study.history.store import History, empty_in_memory
from quizmill.study.sitting import Action, Appeal, Assess, Give, Undo

_ORIGIN = "lines"
_MARK = slice(68, 72)  # bytes of a database's head: which program it is of


class _Placed(msgspec.Struct, frozen=True):
    """As much of a line as tells whether it is an answer's, or what a merge has made of others."""

    place: str


class _Line(msgspec.Struct, frozen=True, kw_only=True):
    """A line of `export`, as far as it is not told by the others."""

    id: int
    at: Annotated[datetime.datetime, Meta(tz=True)]
    day: datetime.date
    place: Literal["practice", "exam", "review", "cram"]
    bank: Annotated[str, Meta(min_length=1)]
    question: Id
    digest: str
    action: Literal["Give", "Assess", "Appeal", "Undo"]
    supersedes: int | None = None
    answer: str | None = None
    response: Response | None = None
    verdict: Verdict | None = None
    earned: Marks | None = None
    possible: Marks | None = None
    appealed: bool | None = None
    hinted: bool | None = None
    seconds: Seconds = 0.0
    rating: Literal[1, 2, 3] | None = None
    stability: Stability | None = None
    difficulty: Difficulty | None = None
    due: datetime.date | None = None
    key: Annotated[str, Meta(pattern=r"^[0-9a-f+]{16,64}$")]
    number: Number

    def __post_init__(self) -> None:
        told = (self.answer, self.response, self.verdict, self.earned, self.possible, self.appealed)
        if len({each is None for each in told}) > 1:
            raise ValueError("an answer and its mark stand together or not at all")
        if self.verdict is None and self.action != "Undo":
            raise ValueError("an answer is missing")
        if self.rating and None in (self.stability, self.difficulty, self.due):
            raise ValueError("a rating stands with the schedule that it gave")

    @property
    def done(self) -> Action:
        """The action, as the event keeps it."""
        answer, response = self.answer, self.response
        if self.action == "Undo" or answer is None or response is None:
            return Undo()
        if self.action == "Give":
            return Give(answer, response)
        return Appeal(self.question) if self.action == "Appeal" else Assess(self.question, response)

    @property
    def row(self) -> dict[str, object]:
        """The columns of the event, but for those that name other rows."""
        given = {name: getattr(self, name) for name in ("number", "place", "question", "digest", "seconds")}
        marked = {name: getattr(self, name) for name in ("earned", "possible", "appealed", "hinted")}
        row = given | marked | {"elapsed": 0, "done": 1, "namespace": self.bank, "text": self.answer}
        row |= {"at": milliseconds(self.at), "day": self.day.toordinal(), "action": _json(self.done)}
        row["verdict"] = self.verdict.value if self.verdict else None
        row["response"] = None if self.response is None else _json(self.response)
        if self.rating and self.due:
            row |= {name: getattr(self, name) for name in ("rating", "stability", "difficulty")}
            row |= {"due": self.due.toordinal(), "last": self.day.toordinal()}
        return row


def is_lines(path: Path) -> bool:
    """Whether the file at *path* has lines, and is no database."""
    try:
        with path.open("rb") as file:
            begins = file.read(64)
    except OSError:
        return False  # opening it says why
    return begins.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def is_database(begins: bytes) -> bool:
    """Whether a file that begins so is a history, of whatever version."""
    return begins.startswith(b"SQLite format 3\0") and begins[_MARK] == APPLICATION.to_bytes(4)


def history_of(data: bytes, path: Path) -> History:
    """A history in memory with the events in *data*, one JSON object a line, of the file at *path*.

    Raises FileUnusable, with the number of the line, for what is no such line or contradicts another.
    """
    history = empty_in_memory(path)
    ids: dict[int, int] = {}  # of lines: of events here
    sittings: dict[str, int] = {}
    with history.writing():
        for number, line in _lines(data, path):
            place = f"{path}:{number}"
            if line.id in ids:
                raise FileUnusable(place, f"a line before has the id {line.id} too")
            if line.supersedes is not None and line.supersedes not in ids:
                raise FileUnusable(place, f"it supersedes {line.supersedes}, and no line before has that id")
            if line.key not in sittings:
                sittings[line.key] = _insert_sitting(history, line)
            elif _is_there(history, sittings[line.key], line.number):
                raise FileUnusable(place, f"a line before has number {line.number} of the same sitting")
            supersedes = None if line.supersedes is None else ids[line.supersedes]
            row = line.row | {"sitting": sittings[line.key], "supersedes": supersedes}
            ids[line.id] = history.insert_row("event", row)
    return history


def _lines(data: bytes, path: Path) -> Iterator[tuple[int, _Line]]:
    decoder = msgspec.json.Decoder(_Line)
    for number, text in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not text.strip():
            continue
        try:
            if msgspec.json.decode(text, type=_Placed).place != PLACE:
                yield number, decoder.decode(text)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            said = f"this is no line of `quizmill history export` ({error})"
            if "`key`" in str(error):
                said += (
                    "; an export of an older quizmill has none: export it again, or merge the history itself"
                )
            raise FileUnusable(f"{path}:{number}", said) from error


def _insert_sitting(history: History, line: _Line) -> int:
    row = {"key": line.key, "origin": _ORIGIN, "began": milliseconds(line.at), "namespace": line.bank}
    return history.insert_row("sitting", row | {"bank": "", "place": line.place})


def _is_there(history: History, sitting: int, number: int) -> bool:
    sql = "SELECT id FROM event WHERE sitting = ? AND number = ?"
    return bool(history.select(tuple[int], sql, (sitting, number)))


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
