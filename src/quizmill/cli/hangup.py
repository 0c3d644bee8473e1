"""A terminal that closes, or a request to end, arrives as an exception, so that work is kept."""

from __future__ import annotations

from contextlib import AbstractContextManager
from types import FrameType

from quizmill.face.hangup import hangups_heard


class HungUp(BaseException):
    """Nobody is there any more. Like KeyboardInterrupt no error, so `except Exception` lets it pass."""


def hangups_noticed() -> AbstractContextManager[None]:
    """Inside, a hangup raises HungUp."""
    return hangups_heard(_raise)


def _raise(number: int, frame: FrameType | None) -> None:
    raise HungUp
