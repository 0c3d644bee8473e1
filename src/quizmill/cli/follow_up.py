"""What a learner is offered after a sitting, from what was typed before it."""

from __future__ import annotations

from pathlib import Path

import click

from quizmill.app.follow_up import FollowUp
from quizmill.bank.shipped import shipped_bank
from quizmill.cli.history_options import typed_history


def follow_up(context: click.Context, places: tuple[str, ...], *once_more: str) -> FollowUp:
    """The ways on from a sitting that the command of *context* conducts."""
    folder: Path = context.params["folder"]
    return FollowUp(
        command=str(context.command.name),
        places=places,
        bank=() if folder == shipped_bank() else ("--bank", str(folder)),
        history=typed_history(context),
        once_more=once_more,
    )
