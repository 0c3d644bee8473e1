"""A terminal that closes, or a request to end the program: heard alike by both faces."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Callable, Iterator
from types import FrameType


@contextlib.contextmanager
def hangups_heard(handler: Callable[[int, FrameType | None], None]) -> Iterator[None]:
    """Inside, SIGHUP and SIGTERM call *handler*; one that is ignored (as under nohup) stays ignored."""
    watched = [getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name)]
    found = {each: signal.getsignal(each) for each in watched}
    # None is a handler that Python did not install, and could not put back.
    before = {each: old for each, old in found.items() if old not in (signal.SIG_IGN, None)}
    for each in before:
        signal.signal(each, handler)
    try:
        yield
    finally:
        for each, old in before.items():
            signal.signal(each, old)


class HungUp(BaseException):
    """Nobody is there any more. Like KeyboardInterrupt no error, so `except Exception` lets it pass."""


def hangups_raised() -> contextlib.AbstractContextManager[None]:
    """Inside, a hangup arrives as HungUp, so that work is kept."""
    return hangups_heard(_raise)


def _raise(number: int, frame: FrameType | None) -> None:
    raise HungUp
