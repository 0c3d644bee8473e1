"""Commands that a learner is offered after a sitting, ready to be copied."""

from __future__ import annotations

import shlex

import msgspec


class FollowUp(msgspec.Struct, frozen=True, kw_only=True):
    """The ways on from a sitting: for the same bank, and with the same history."""

    command: str  # that conducted it
    places: tuple[str, ...]  # what --resume goes on with
    bank: tuple[str, ...]  # the option; nothing for the bank that is found without it
    history: tuple[str, ...]  # the option as it was typed; nothing where it was not
    once_more: tuple[str, ...] = ()  # options of another attempt

    def offered(self, *words: str, command: str = "") -> str:
        """`quizmill` with *command*, by default the one that conducted the sitting, and *words*."""
        return shlex.join(["quizmill", command or self.command, *self.bank, *self.history, *words])

    @property
    def resume(self) -> str:
        """The command that goes on with what was left."""
        return self.offered("--resume")

    @property
    def another_round(self) -> str:
        """The command that begins another sitting of this kind."""
        return self.offered(*self.once_more)
