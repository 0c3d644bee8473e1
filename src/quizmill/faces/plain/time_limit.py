"""Lines that count only while there is time: waiting for one ends when the time does."""

from __future__ import annotations

import contextlib
import math
import signal
import threading
from collections.abc import Iterator
from types import FrameType

from quizmill.faces.plain.lines import Lines
from quizmill.study.session import Session


class TimeIsUp(Exception):
    """No line came in time."""


class TimedLines:
    """Lines for a session; without a limit of time they are the lines as they are."""

    def __init__(self, lines: Lines, session: Session) -> None:
        self.interactive = lines.interactive
        self._lines = lines
        self._session = session

    def read(self, prompt: str) -> str | None:
        """The next line; raises TimeIsUp when it is late, and before it comes where there are timers."""
        left = self._session.seconds_left
        if left <= 0:
            raise TimeIsUp
        with _woken_after(left):
            line = self._lines.read(prompt)
        if self._session.seconds_left <= 0:
            raise TimeIsUp
        return line


@contextlib.contextmanager
def _woken_after(seconds: float) -> Iterator[None]:
    """Inside, TimeIsUp is raised after so many seconds, where there are timers that do that."""
    can_wake = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if math.isinf(seconds) or not can_wake:
        yield
        return
    before = signal.signal(signal.SIGALRM, _wake)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _wake(number: int, frame: FrameType | None) -> None:
    raise TimeIsUp
