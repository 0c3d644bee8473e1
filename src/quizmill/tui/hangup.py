"""A terminal that closes, or a request to end, ends the quiz; what was answered is kept already."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from types import FrameType

_GRACE = 2.0  # seconds to leave the terminal as it was
_LOOK_EVERY = 5.0  # seconds between two looks whether the terminal is still there
_INTERRUPTED = 130  # the exit code of what a signal ended


@contextlib.contextmanager
def hangups_noticed(leave: Callable[[], None]) -> Iterator[None]:
    """Inside, SIGHUP and SIGTERM call *leave*; one that is ignored (as under nohup) stays ignored.

    Whoever has not left soon after is ended, for Textual waits for ever for a terminal that takes nothing
    more; so is who lost the terminal without a signal.
    """
    watched = [getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name)]
    before = {each: signal.getsignal(each) for each in watched}

    def hung_up(number: int, frame: FrameType | None) -> None:
        end = threading.Timer(_GRACE, os._exit, (_INTERRUPTED,))
        end.daemon = True
        end.start()
        leave()

    over = threading.Event()
    threading.Thread(target=_watch, args=(over,), name="terminal watch", daemon=True).start()
    for each, handler in before.items():
        if handler is not signal.SIG_IGN:
            signal.signal(each, hung_up)
    try:
        yield
    finally:
        over.set()
        for each, handler in before.items():
            signal.signal(each, handler)


def _watch(over: threading.Event) -> None:
    terminal = sys.stdin.fileno()
    while not over.wait(_LOOK_EVERY):
        if not os.isatty(terminal):
            os._exit(_INTERRUPTED)
