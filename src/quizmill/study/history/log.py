"""The log of one sitting: every deed is one insert, and the last of them tell where to go on."""

from __future__ import annotations

import datetime
import sqlite3
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import msgspec

from quizmill.grade import Mark
from quizmill.study.day import day_of
from quizmill.study.history import past
from quizmill.study.history.store import HistoryUnwritable, told_of, writing
from quizmill.study.history.told import Told, is_done, told
from quizmill.study.history.unfinished import last_unfinished
from quizmill.study.history.wording import digest
from quizmill.study.results import Tally
from quizmill.study.schedule import Rating, Schedule, rating_of
from quizmill.study.session import Deed
from quizmill.study.sitting import Sitting, Stop

Reschedule = Callable[[Schedule | None, Rating, int], Schedule]
SCHEDULING = ("practice", "review")  # exam and cram leave the schedule alone

_COLUMNS = (
    "sitting number at day seconds elapsed done action place namespace question digest supersedes text "
    "response verdict earned possible appealed hinted rating stability difficulty due last"
).split()
_INSERT = f"INSERT INTO deed ({', '.join(_COLUMNS)}) VALUES ({', '.join(f':{name}' for name in _COLUMNS)})"  # noqa: S608


class Start(msgspec.Struct, frozen=True, kw_only=True):
    """A sitting before its first question, and what it is for."""

    sitting: Sitting
    place: str  # practice, exam, review or cram
    bank: str  # the bank's folder
    minutes: float | None = None


class _Stands(NamedTuple):
    """The deed that gave an answer, and the last that marked or replaced it."""

    first: int
    last: int


class _Waiting(NamedTuple):
    """A deed to be written."""

    number: int  # in its sitting, from 1
    deed: Deed
    at: datetime.datetime


class Log:
    """Keeps the deeds of one sitting in the history at *path*."""

    def __init__(
        self,
        db: sqlite3.Connection,
        path: Path,
        start: Start,
        *,
        now: Callable[[], datetime.datetime],
        reschedule: Reschedule,
        id: int | None = None,
    ) -> None:
        """*now* gives local time with its zone; *reschedule* is what an answer does to a schedule.

        *id* is that of a sitting kept before, which now goes on. A new one is written with its first deed, so
        none is empty.
        """
        self._db, self._path, self._start = db, path, start
        self._now, self._reschedule = now, reschedule
        self._id = id
        self._number = 0  # of the last deed done
        self._standing: dict[str, list[_Stands]] = {}  # by question: the answers that stand, last one last
        self._waiting: list[_Waiting] = []
        if id is not None:
            with told_of(path):
                self._catch_up(id)

    def _catch_up(self, id: int) -> None:
        rows = self._db.execute(
            "SELECT id, number, question, supersedes, verdict FROM deed WHERE sitting=? ORDER BY number",
            (id,),
        )
        for deed, number, question, supersedes, verdict in rows:
            self._number = number
            if question:
                self._stand(question, deed, further=supersedes is None, back=verdict is None)

    def keep(self, deed: Deed) -> None:
        """Write *deed*, and those that could not be written before. Raises HistoryUnwritable or HistoryLost.

        A deed that cannot be written waits for the next call.
        """
        if self._id is None and not self._waiting and isinstance(deed.action, Stop):
            return
        self._number += 1
        self._waiting.append(_Waiting(self._number, deed, self._now()))
        self.flush()

    def flush(self) -> None:
        """Write what is waiting; raises as `keep` does."""
        with told_of(self._path):
            while self._waiting:
                try:
                    self._write(self._waiting[0])
                except sqlite3.IntegrityError as error:
                    if not self._is_written(self._waiting[0]):
                        said = "this sitting also goes on in another terminal, which keeps it"
                        raise HistoryUnwritable(f"{self._path}: {said}") from error
                del self._waiting[0]

    def last_time(self, questions: Iterable[str]) -> dict[str, Tally]:
        """What each of *questions* earned when it was answered last before this sitting; raises as `keep`."""
        with told_of(self._path):
            return past.last_time(self._db, self._start.sitting.paper.namespace, questions, self._id)

    def is_unfinished(self, places: tuple[str, ...]) -> bool:
        """Whether this sitting is the one of *places* to go on with; raises as `keep`."""
        if self._id is None or self._waiting:
            return False
        with told_of(self._path):
            return last_unfinished(self._db, self._start.sitting.paper.namespace, places) == self._id

    def _is_written(self, waiting: _Waiting) -> bool:
        """Whether an interruption came just after the deed was written, before that was noted."""
        found = self._db.execute(
            "SELECT at, action FROM deed WHERE sitting=? AND number=?", (self._id, waiting.number)
        ).fetchone()
        return bool(found == (_milliseconds(waiting.at), _json(waiting.deed.action)))

    def _write(self, waiting: _Waiting) -> None:
        with writing(self._db):
            sitting = self._id or self._insert_sitting(waiting.at)
            row = self._row(waiting, sitting)
            inserted = self._db.execute(_INSERT, row).lastrowid or 0
        self._id = sitting
        about = told(waiting.deed)
        if about:
            self._stand(
                about.exercise.id, inserted, further=row["supersedes"] is None, back=about.answer is None
            )

    def _insert_sitting(self, at: datetime.datetime) -> int:
        sitting = self._start.sitting
        row = (
            _milliseconds(at),
            sitting.paper.namespace,
            self._start.bank,
            self._start.place,
            self._start.minutes,
            sitting.paper.seed,
            len(sitting.paper.exercises),
            zlib.compress(msgspec.json.encode(sitting)),
        )
        columns = "began, namespace, bank, place, minutes, seed, questions, start"
        marks = ", ".join("?" * len(row))
        return self._db.execute(f"INSERT INTO sitting ({columns}) VALUES ({marks})", row).lastrowid or 0  # noqa: S608

    def _row(self, waiting: _Waiting, sitting: int) -> dict[str, object]:
        deed, at = waiting.deed, waiting.at
        row: dict[str, object] = dict.fromkeys(_COLUMNS)
        row.update(
            sitting=sitting,
            number=waiting.number,
            at=_milliseconds(at),
            day=day_of(at),
            seconds=deed.seconds,
            elapsed=deed.elapsed,
            done=int(is_done(deed.after)),
            action=_json(deed.action),
            place=self._start.place,
            namespace=deed.after.paper.namespace,
        )
        about = told(deed)
        if about:
            row.update(self._about(about, deed.after.paper.namespace, day_of(at)))
        return row

    def _about(self, about: Told, namespace: str, day: int) -> dict[str, object]:
        """The columns that tell of a question: the answer that stands, and its schedule."""
        question = about.exercise.id
        standing = self._standing.get(question)
        replaced = standing[-1] if standing and not about.further else None
        row: dict[str, object] = {"question": question, "digest": digest(about.exercise)}
        row["supersedes"] = replaced.last if replaced else None
        latest, before = self._schedules(namespace, question, replaced.first if replaced else None, day)
        first = before is None or before.last < day  # answer of the day
        rating = None
        if answer := about.answer:
            row.update(
                text=answer.text,
                response=_json(answer.response),
                verdict=answer.mark.verdict.value,
                earned=answer.mark.earned,
                possible=answer.mark.possible,
                appealed=int(answer.appealed),
                hinted=int(about.hinted),
            )
            rating = self._rating(answer.mark, hinted=about.hinted) if first else None
        kept = latest if first else before
        after = self._reschedule(before, rating, day) if rating else kept
        row["rating"] = rating.value if rating else None
        if after:
            row.update(msgspec.structs.asdict(after))
        return row

    def _rating(self, mark: Mark, *, hinted: bool) -> Rating | None:
        """What the answer says of memory, where it counts for the schedule."""
        return rating_of(mark, hinted=hinted) if self._start.place in SCHEDULING else None

    def _schedules(
        self, namespace: str, question: str, deed: int | None, day: int
    ) -> tuple[Schedule | None, Schedule | None]:
        """The question's schedule before that deed, or as it is now; and the latest that can be built on.

        They differ where the latest was made after *day*, by a clock that was wrong.
        """
        latest = self._latest(namespace, question, deed)
        if latest is None or latest.last <= day:
            return latest, latest
        return latest, self._latest(namespace, question, deed, day)

    def _latest(
        self, namespace: str, question: str, deed: int | None, day: int | None = None
    ) -> Schedule | None:
        row = self._db.execute(
            "SELECT stability, difficulty, due, last FROM deed WHERE namespace = :namespace "
            "AND question = :question AND (:deed IS NULL OR id < :deed) "
            "AND (:day IS NULL OR last IS NULL OR last <= :day) ORDER BY id DESC LIMIT 1",
            {"namespace": namespace, "question": question, "deed": deed, "day": day},
        ).fetchone()
        return Schedule(*row) if row and row[0] is not None else None

    def _stand(self, question: str, id: int, *, further: bool, back: bool) -> None:
        """Note which deed now tells of the question."""
        standing = self._standing.setdefault(question, [])
        if further:
            standing.append(_Stands(id, id))
            return
        replaced = standing.pop()
        if not back:
            standing.append(_Stands(replaced.first, id))


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _milliseconds(moment: datetime.datetime) -> int:
    return round(moment.timestamp() * 1000)
