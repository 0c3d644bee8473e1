"""The learner's history in use: an attempt begun or gone on with, and how it is recorded."""

from __future__ import annotations

import contextlib
import datetime
import functools
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Self

import msgspec

from quizmill.app.input_file import read_input
from quizmill.app.talk import Tell, silent
from quizmill.bank.model import Bank
from quizmill.errors import BadRequest, FileUnusable
from quizmill.study.history import lasting
from quizmill.study.history.lasting import LAPSES
from quizmill.study.history.log import Log, Reschedule, Start
from quizmill.study.history.naming import naming_of
from quizmill.study.history.store import (
    History,
    HistoryLost,
    HistoryUnwritable,
    open_for_reading,
    open_for_writing,
)
from quizmill.study.history.unfinished import last_unfinished, unfinished
from quizmill.study.results import Tally
from quizmill.study.schedule import RETENTION, Rating, Schedule
from quizmill.study.session import Event
from quizmill.study.sitting import Mode, Sitting
from quizmill.words import Message, Words, words_in

if TYPE_CHECKING:
    from quizmill.study.history.merging import Merged


class DayOver(msgspec.Struct, frozen=True, kw_only=True):
    """How a day has gone so far."""

    said: str  # in words; empty where nothing is known
    more: bool  # whether there is more for today


class Attempt(msgspec.Struct, frozen=True, kw_only=True):
    """A sitting for a face to conduct, and how it is recorded."""

    sitting: Sitting
    minutes: float | None
    elapsed: float = 0.0  # seconds of it that were spent before
    recorder: Recorder
    folder: Path  # of the bank that its questions are from
    again: Callable[[Sitting], Attempt]  # another one of the same kind, without a limit of time
    said: Message | None = None  # what the learner should know before it begins; often nothing
    opening: str = ""  # what of the title the full screen, which has none, says before it begins
    day_over: Callable[[Words], DayOver] | None = None  # of a review: how the day went, asked at the end


class Recorder:
    """Records what a learner does, whatever the disk does; what could not be kept is said, and at the end."""

    def __init__(self, log: Log | None, words: Words, tell: Tell = silent) -> None:
        self._log = log
        self._words = words
        self._tell = tell
        self._trouble = ""

    def keep(self, event: Event) -> str:
        """Keep *event*; when that fails it says so, and it is tried again with the next one.

        It also says when a question is set aside because it was missed too often.
        """
        leech = False
        if self._log:
            with self._noticed():
                leech = self._log.keep(event)
        if self._trouble:
            return self._words("face.not_kept", why=self._trouble)
        return self._words("review.leech", n=LAPSES) if leech else ""

    def end(self) -> None:
        """Try a last time what is not kept yet, and say so when that fails."""
        if self._log:
            with self._noticed():
                self._log.flush()
        if self._trouble:
            self._tell(f"note: the last answers are not kept: {self._trouble}")

    def last_time(self, questions: Iterable[str]) -> dict[str, Tally]:
        """What each of *questions* earned the time before; nothing where that is not known."""
        if self._log:
            with contextlib.suppress(HistoryUnwritable, HistoryLost):
                return self._log.last_time(questions)
        return {}

    def is_unfinished(self, places: tuple[str, ...]) -> bool:
        """Whether --resume would go on with this sitting."""
        if self._log:
            with contextlib.suppress(HistoryUnwritable, HistoryLost):
                return self._log.is_unfinished(places)
        return False

    @contextlib.contextmanager
    def _noticed(self) -> Iterator[None]:
        try:
            yield
            self._trouble = ""
        except (HistoryUnwritable, HistoryLost) as error:
            self._trouble = str(error)


class LearnerHistory:
    """What the history at *path* knows of a *bank*, open as long as it is entered; None keeps nothing.

    A file that cannot be written is told once, and the quiz goes on. Raises HistoryLost for a damaged or a
    newer one. The learner is spoken to in *language*, by default the bank's.
    """

    def __init__(
        self,
        path: Path | None,
        bank: Bank,
        *,
        retention: float | None = None,
        language: str = "",
        tell: Tell = silent,
    ) -> None:
        self._words = words_in(language or bank.language)
        self.naming = naming_of(bank)
        self._retention = retention
        self._tell = tell
        self.opened: History | None = None  # None where nothing is kept
        if path is None:
            return
        try:
            self.opened = open_for_writing(path)
        except HistoryUnwritable as error:
            tell(f"note: answers are not kept: {error}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        if self.opened is not None:
            self.opened.close()

    def started(self, start: Start, places: tuple[str, ...], command: str) -> Attempt:
        """A new sitting; one of *places* left just before is mentioned, with the *command* that goes on."""
        log, said = None, None
        start = msgspec.structs.replace(start, sitting=self._with_what_lasts(start.sitting))
        if self.opened:
            log = self._log(self.opened, start)
            left = last_unfinished(self.opened, self.naming, places, newest=True)
            said = Message("face.unfinished", {"command": command}) if left else None
        return Attempt(
            sitting=start.sitting,
            minutes=start.minutes,
            recorder=Recorder(log, self._words, self._tell),
            folder=Path(start.bank),
            again=functools.partial(self._again, start),
            said=said,
        )

    def resumed(self, places: tuple[str, ...]) -> Attempt:
        """The newest unfinished sitting of the bank; raises BadRequest when there is none."""
        if not self.opened:
            raise BadRequest("--resume: without a history there is nothing to go on with")
        id = last_unfinished(self.opened, self.naming, places)
        if id is None:
            raise BadRequest("--resume: there is no unfinished sitting of this bank; start one without it")
        found = unfinished(self.opened, id)
        sitting = found.sitting
        at = min(sitting.position + 1, len(sitting.paper.exercises))
        start = Start(sitting=sitting, place=found.place, bank=found.bank, minutes=found.minutes)
        return Attempt(
            sitting=sitting,
            minutes=found.minutes,
            elapsed=found.elapsed,
            recorder=Recorder(self._log(self.opened, start, found.id), self._words, self._tell),
            folder=Path(found.bank),
            again=functools.partial(self._again, start),
            said=Message(
                "face.going_on", {"number": at, "began": f"{found.began.astimezone():%Y-%m-%d %H:%M}"}
            ),
        )

    def suspend(self, questions: Iterable[str], *, suspended: bool) -> None:
        """Set *questions* aside, or take them up again; those that are so already stay.

        Raises BadRequest without a history, HistoryUnwritable or HistoryLost as the history does.
        """
        if self.opened is None:
            raise BadRequest("without a history no question can be set aside")
        now = local_now()
        before = lasting.suspended(self.opened, self.naming, now)
        with self.opened.writing():
            for question in questions:
                if (question in before) != suspended:
                    written = self.naming.names_of(question)[0]
                    reason = lasting.WhyAside.LEARNER
                    lasting.keep_suspended(self.opened, written, now, reason, suspended=suspended)

    def _with_what_lasts(self, sitting: Sitting) -> Sitting:
        """The sitting with the flags that its questions have, and which of them are set aside."""
        if self.opened is None:
            return sitting
        ids, now = {exercise.id for exercise in sitting.paper.exercises}, local_now()
        flagged = lasting.flagged(self.opened, self.naming, now) & ids
        suspended = lasting.suspended(self.opened, self.naming, now) & ids
        return msgspec.structs.replace(sitting, flagged=flagged, suspended=suspended)

    def _again(self, start: Start, sitting: Sitting) -> Attempt:
        place = Mode.PRACTICE.value if start.place == Mode.EXAM else start.place
        once_more = msgspec.structs.replace(start, sitting=sitting, place=place, minutes=None)
        return msgspec.structs.replace(self.started(once_more, (), ""), said=None)

    def _log(self, history: History, start: Start, id: int | None = None) -> Log:
        reschedule = _reschedule(self._retention)
        return Log(history, start, self.naming, now=local_now, reschedule=reschedule, id=id)


def merge_into(path: Path, other: Path) -> Merged:
    """Bring into the history at *path*, made when there is none, what the one at *other* has besides.

    *other* is a history, or its export as lines. Raises BadRequest when they are one file, FileUnusable when
    *other* holds no history, HistoryLost and HistoryUnwritable as opening does.
    """
    from quizmill.study.history.merging import merge  # only this command needs it

    if path.exists() and other.exists() and path.samefile(other):
        raise BadRequest(f"{other} is the history that it would be merged into; name the other machine's")
    with _other(other) as found, open_for_writing(path) as history:
        return merge(history, found, now=local_now(), reschedule=_reschedule(None))


def _other(path: Path) -> History:
    from quizmill.study.history.reading import history_of, is_lines

    if path.is_file() and is_lines(path):
        return history_of(read_input(path, "history"), path)
    found = open_for_reading(path)
    if found is None:
        raise FileUnusable(str(path), "there is no history; copy the other machine's file here first")
    return found


def local_now() -> datetime.datetime:
    """The time on the learner's clock, with its zone."""
    return datetime.datetime.now().astimezone()


def _reschedule(retention: float | None) -> Reschedule:
    def reschedule(before: Schedule | None, rating: Rating, day: int) -> Schedule:
        from quizmill.study import memory  # 30 ms that the first question does not wait for

        return memory.after(before, rating, day, retention or RETENTION)

    return reschedule
