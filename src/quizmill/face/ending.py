"""How a learner left a session: what a face tells the command that led it."""

from __future__ import annotations

from enum import StrEnum


class Ending(StrEnum):
    """What is to happen now that the face has closed."""

    LEFT = "left"  # finished or stopped
    RETRY = "retry"  # the missed questions are wanted once more
    INTERRUPTED = "interrupted"  # by Ctrl-C
    HUNG_UP = "hung up"  # the terminal is gone, or somebody asked the program to end
