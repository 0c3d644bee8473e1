"""Commands that a learner is offered, ready to be copied."""

from __future__ import annotations

import shlex
from pathlib import Path

import click
import msgspec

from quizmill.bank.shipped import shipped_bank
from quizmill.cli.history_options import typed_history


class Ways(msgspec.Struct, frozen=True, kw_only=True):
    """The ways on from a sitting: for the same bank, and with the same history."""

    command: str  # that led it
    places: tuple[str, ...]  # what --resume goes on with
    bank: tuple[str, ...]  # the option; nothing for the shipped one, which need not be named
    history: tuple[str, ...]  # the option as it was typed; nothing where it was not
    once_more: tuple[str, ...] = ()  # options of another round

    def offered(self, *words: str, command: str = "") -> str:
        """`quizmill` with *command*, by default the one that led, and *words*."""
        return shlex.join(["quizmill", command or self.command, *self.bank, *self.history, *words])

    @property
    def resume(self) -> str:
        """The command that goes on with what was left."""
        return self.offered("--resume")

    @property
    def another_round(self) -> str:
        """The command that begins another sitting of this kind."""
        return self.offered(*self.once_more)


def ways(context: click.Context, places: tuple[str, ...], *once_more: str) -> Ways:
    """The ways on from a sitting that the command of *context* leads."""
    folder: Path = context.params["folder"]
    return Ways(
        command=str(context.command.name),
        places=places,
        bank=() if folder == shipped_bank() else ("--bank", str(folder)),
        history=typed_history(context),
        once_more=once_more,
    )
