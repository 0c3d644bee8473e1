"""The log of one sitting: every event is one insert, and the last of them tell where to go on."""

from __future__ import annotations

import datetime
import os
import zlib
from collections.abc import Callable, Iterable
from typing import NamedTuple

import msgspec

from quizmill.compose.wording import digest
from quizmill.grade import Mark
from quizmill.study.day import day_of
from quizmill.study.history import queries
from quizmill.study.history.entry import Entry, entry_of, is_done, said_of
from quizmill.study.history.failure import HistoryUnwritable
from quizmill.study.history.lasting import heed_lapses, keep_said, milliseconds
from quizmill.study.history.naming import Naming, Written
from quizmill.study.history.row import Id, Milliseconds, Number
from quizmill.study.history.store import History
from quizmill.study.history.unfinished import last_unfinished
from quizmill.study.results import Tally
from quizmill.study.schedule import Rating, Schedule, rating_of
from quizmill.study.session import Event
from quizmill.study.sitting import Sitting, Stop

Reschedule = Callable[[Schedule | None, Rating, int], Schedule]
SCHEDULING = ("practice", "review")  # exam and cram leave the schedule alone

_COLUMNS = (
    "sitting number at day seconds elapsed done action place namespace question digest supersedes text "
    "response verdict earned possible appealed hinted rating stability difficulty due last"
).split()
_INSERT = f"INSERT INTO event ({', '.join(_COLUMNS)}) VALUES ({', '.join(f':{name}' for name in _COLUMNS)})"  # noqa: S608


class Start(msgspec.Struct, frozen=True, kw_only=True):
    """A sitting before its first question, and what it is for."""

    sitting: Sitting
    place: str  # practice, exam, review or cram
    bank: str  # the bank's folder
    minutes: float | None = None


class _Stands(NamedTuple):
    """The event that gave an answer, and the last that marked or replaced it."""

    first: int
    last: int


class _Waiting(NamedTuple):
    """An event to be written."""

    number: int  # in its sitting, from 1
    event: Event
    at: datetime.datetime


class Log:
    """Keeps the events of one sitting in a history."""

    def __init__(
        self,
        history: History,
        start: Start,
        naming: Naming,
        *,
        now: Callable[[], datetime.datetime],
        reschedule: Reschedule,
        id: int | None = None,
    ) -> None:
        """*naming* is that of the bank as it is today; *now* gives local time with its zone.

        *reschedule* is what an answer does to a schedule. *id* is that of a sitting kept before, which now
        goes on. A new one is written with its first event, so none is empty.
        """
        self._history, self._start, self._naming = history, start, naming
        self._now, self._reschedule = now, reschedule
        self._id = id
        self._key = os.urandom(16).hex() if id is None else self._key_of(id)
        self._number = 0  # of the last event
        self._standing: dict[str, list[_Stands]] = {}  # by question: the answers that stand, last one last
        self._waiting: list[_Waiting] = []
        if id is not None:
            self._catch_up(id)

    def _catch_up(self, id: int) -> None:
        rows = self._history.select(
            tuple[int, Number, Id | None, int | None, str | None],
            "SELECT id, number, question, supersedes, verdict FROM event WHERE sitting = ? ORDER BY number",
            (id,),
        )
        for event, number, question, supersedes, verdict in rows:
            self._number = number
            if question:
                self._stand(question, event, further=supersedes is None, back=verdict is None)

    def keep(self, event: Event) -> bool:
        """Write *event*, and those that could not be written before; raises HistoryUnwritable or HistoryLost.

        An event that cannot be written waits for the next call. True when a question was set aside for it was
        missed too often.
        """
        if self._id is None and not self._waiting and isinstance(event.action, Stop):
            return False
        self._number += 1
        self._waiting.append(_Waiting(self._number, event, self._now()))
        return self.flush()

    def flush(self) -> bool:
        """Write what is waiting; raises and tells as `keep` does."""
        leech = False
        while self._waiting:
            leech = self._write(self._waiting[0]) or leech
            del self._waiting[0]
        return leech

    def last_time(self, questions: Iterable[str]) -> dict[str, Tally]:
        """What each of *questions* earned when it was answered last before this sitting; raises as `keep`."""
        asked = {self._now_called(question): question for question in questions}
        found = queries.last_time(self._history, self._naming, asked, self._id)
        return {asked[question]: tally for question, tally in found.items()}

    def is_unfinished(self, places: tuple[str, ...]) -> bool:
        """Whether this sitting is the one of *places* to go on with; raises as `keep`."""
        if self._id is None or self._waiting:
            return False
        return last_unfinished(self._history, self._naming, places) == self._id

    def _write(self, waiting: _Waiting) -> bool:
        entry = entry_of(waiting.event)
        leech = False
        with self._history.writing():
            sitting = self._kept_sitting() or self._insert_sitting(waiting.at)
            row = self._row(waiting, entry, sitting)
            inserted = self._kept_event(waiting, sitting)
            if inserted is None:
                inserted = self._history.insert(_INSERT, row)
                if said := said_of(waiting.event):
                    keep_said(self._history, self._names_of(said.question)[0], waiting.at, said)
                leech = self._heed_lapses(entry, waiting.at)
        self._id = sitting
        if entry:
            further, back = row["supersedes"] is None, entry.answer is None
            self._stand(entry.exercise.id, inserted, further=further, back=back)
        return leech

    def _heed_lapses(self, entry: Entry | None, at: datetime.datetime) -> bool:
        if entry is None or self._start.place not in SCHEDULING:
            return False
        return heed_lapses(self._history, self._names_of(entry.exercise.id), at)

    def _key_of(self, id: int) -> str:
        ((key,),) = self._history.select(tuple[str], "SELECT key FROM sitting WHERE id = ?", (id,))
        return key

    def _kept_sitting(self) -> int | None:
        """The sitting, also where an interruption came just after it was written, before that was noted.

        Raises HistoryUnwritable where it was there and is no more: another file was copied over this one.
        """
        found = self._history.select(tuple[int], "SELECT id FROM sitting WHERE key = ?", (self._key,))
        sitting = found[0][0] if found else None
        if self._id is not None and sitting != self._id:
            said = "another file was copied over it while the quiz ran, and this sitting is not in it"
            raise HistoryUnwritable(f"{self._history.path}: {said}")
        return sitting

    def _kept_event(self, waiting: _Waiting, sitting: int) -> int | None:
        """The event, where an interruption came just after it was written; another's is in the way."""
        found = self._history.select(
            tuple[int, Milliseconds, str],
            "SELECT id, at, action FROM event WHERE sitting = ? AND number = ?",
            (sitting, waiting.number),
        )
        for id, at, action in found:
            if (at, action) == (milliseconds(waiting.at), _json(waiting.event.action)):
                return id
            said = "this sitting also goes on in another terminal, which keeps it"
            raise HistoryUnwritable(f"{self._history.path}: {said}")
        return None

    def _insert_sitting(self, at: datetime.datetime) -> int:
        sitting = self._start.sitting
        row = (
            self._key,
            milliseconds(at),
            sitting.paper.namespace,
            self._start.bank.encode(errors="backslashreplace").decode(),  # a path need not be UTF-8
            self._start.place,
            self._start.minutes,
            sitting.paper.seed,
            len(sitting.paper.exercises),
            zlib.compress(msgspec.json.encode(sitting)),
        )
        columns = "key, began, namespace, bank, place, minutes, seed, questions, start"
        marks = ", ".join("?" * len(row))
        return self._history.insert(f"INSERT INTO sitting ({columns}) VALUES ({marks})", row)  # noqa: S608

    def _row(self, waiting: _Waiting, entry: Entry | None, sitting: int) -> dict[str, object]:
        event, at = waiting.event, waiting.at
        row: dict[str, object] = dict.fromkeys(_COLUMNS)
        row.update(
            sitting=sitting,
            number=waiting.number,
            at=milliseconds(at),
            day=day_of(at),
            seconds=event.seconds,
            elapsed=event.elapsed,
            done=int(is_done(event.after)),
            action=_json(event.action),
            place=self._start.place,
            namespace=event.after.paper.namespace,
        )
        if entry:
            row.update(self._about(entry, day_of(at)))
        return row

    def _about(self, entry: Entry, day: int) -> dict[str, object]:
        """The columns that tell of a question: the answer that stands, and its schedule."""
        question = entry.exercise.id
        standing = self._standing.get(question)
        replaced = standing[-1] if standing and not entry.further else None
        row: dict[str, object] = {"question": question, "digest": digest(entry.exercise)}
        row["supersedes"] = replaced.last if replaced else None
        latest, before = self._schedules(question, replaced.first if replaced else None, day)
        first = before is None or before.last < day  # answer of the day
        rating = None
        if answer := entry.answer:
            row.update(
                text=answer.text,
                response=_json(answer.response),
                verdict=answer.mark.verdict.value,
                earned=answer.mark.earned,
                possible=answer.mark.possible,
                appealed=int(answer.appealed),
                hinted=int(entry.hinted),
            )
            rating = self._rating(answer.mark, hinted=entry.hinted) if first else None
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
        self, question: str, event: int | None, day: int
    ) -> tuple[Schedule | None, Schedule | None]:
        """The question's schedule before that event, or as it is now; and the latest that can be built on.

        They differ where the latest was made after *day*, by a clock that was wrong.
        """
        names = self._names_of(question)
        latest = queries.latest_schedule(self._history, names, day, before=event)
        if latest is None or latest.last <= day:
            return latest, latest
        return latest, queries.latest_schedule(self._history, names, day, before=event, past=True)

    def _names_of(self, question: str) -> list[Written]:
        return self._naming.names_of(self._now_called(question))

    def _now_called(self, question: str) -> str:
        """A sitting that goes on may have been begun before its question got another name."""
        return self._naming.now(self._start.sitting.paper.namespace, question)

    def _stand(self, question: str, id: int, *, further: bool, back: bool) -> None:
        """Note which event now tells of the question."""
        standing = self._standing.setdefault(question, [])
        if further:
            standing.append(_Stands(id, id))
            return
        replaced = standing.pop()
        if not back:
            standing.append(_Stands(replaced.first, id))


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
