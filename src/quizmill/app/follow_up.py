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
    speaking: tuple[str, ...] = ()  # the options as typed that say in which language, and how much
    once_more: tuple[str, ...] = ()  # options of another attempt

    def offered(self, *words: str, command: str = "") -> str:
        """`quizmill` with *command*, by default the one that conducted the sitting, and *words*."""
        same = (*self.bank, *self.history, *self.speaking)
        return shlex.join(["quizmill", command or self.command, *same, *words])

    @property
    def resume(self) -> str:
        """The command that goes on with what was left."""
        return self.offered("--resume")

    @property
    def another_round(self) -> str:
        """The command that begins another sitting of this kind."""
        return self.offered(*self.once_more)
