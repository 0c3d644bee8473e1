"""What the shell is told when a command ends."""

from enum import IntEnum


class ExitCode(IntEnum):
    """The contract with scripts."""

    FINE = 0
    FAULTS = 1  # the bank has errors
    USAGE = 2  # as click has it
    WORLD = 3  # a file or terminal would not do
    INTERRUPTED = 130
