"""A terminal that closes, or a request to end, ends the quiz; what was answered is kept already."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections.abc import Callable, Iterator
from types import FrameType

from quizmill.faces.hangup import hangups_heard

_GRACE = 2.0  # seconds to leave the terminal as it was
_LOOK_EVERY = 5.0  # seconds between two looks whether the terminal is still there
_INTERRUPTED = 130  # the exit code of what a signal ended


@contextlib.contextmanager
def hangups_noticed(leave: Callable[[], None]) -> Iterator[None]:
    """Inside, a hangup calls *leave*.

    Whoever has not left soon after is ended, for Textual waits for ever for a terminal that takes nothing
    more; so is who lost the terminal without a signal.
    """

    def hung_up(number: int, frame: FrameType | None) -> None:
        end = threading.Timer(_GRACE, os._exit, (_INTERRUPTED,))
        end.daemon = True
        end.start()
        leave()

    over = threading.Event()
    threading.Thread(target=_watch, args=(over,), name="terminal watch", daemon=True).start()
    try:
        with hangups_heard(hung_up):
            yield
    finally:
        over.set()


def _watch(over: threading.Event) -> None:
    terminal = sys.stdin.fileno()
    while not over.wait(_LOOK_EVERY):
        if not os.isatty(terminal):
            os._exit(_INTERRUPTED)
