"""What the shell is told when a command ends."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizmill.faces.ending import Ending


class ExitCode(IntEnum):
    """The contract with scripts."""

    FINE = 0
    FAULTS = 1  # the bank has errors
    USAGE = 2  # as click has it
    WORLD = 3  # a file or terminal would not do
    INTERRUPTED = 130

    @classmethod
    def after(cls, ending: Ending) -> ExitCode:
        """That of a sitting which ended so."""
        return cls.INTERRUPTED if ending.broken_off else cls.FINE
