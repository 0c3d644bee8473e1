"""A terminal that closes, or a request to end, arrives as an exception, so that work is kept."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Iterator
from types import FrameType


class HungUp(BaseException):
    """Nobody is there any more. Like KeyboardInterrupt no error, so `except Exception` lets it pass."""


@contextlib.contextmanager
def hangups_noticed() -> Iterator[None]:
    """Inside, SIGHUP and SIGTERM raise HungUp; one that is ignored (as under nohup) stays ignored."""
    watched = [getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name)]
    before = {each: signal.getsignal(each) for each in watched}
    for each, handler in before.items():
        if handler is signal.SIG_DFL:
            signal.signal(each, _raise)
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def _raise(number: int, frame: FrameType | None) -> None:
    raise HungUp
