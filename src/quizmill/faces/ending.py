"""The end of a session: what a face tells the command that led it, and what it is told for its last page."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from quizmill.study.sitting import Sitting

Earlier = Callable[[Sitting], str]  # how the same questions went the time before, in words; often nothing


def nothing_earlier(sitting: Sitting) -> str:
    """The words where nothing is known of an earlier time."""
    return ""


class Ending(StrEnum):
    """What is to happen now that the face has closed."""

    LEFT = "left"  # finished or stopped
    RETRY = "retry"  # the missed questions are wanted once more
    INTERRUPTED = "interrupted"  # by Ctrl-C
    HUNG_UP = "hung up"  # the terminal is gone, or somebody asked the program to end

    @property
    def broken_off(self) -> bool:
        """Whether the learner neither finished nor stopped it."""
        return self in (Ending.INTERRUPTED, Ending.HUNG_UP)
