"""What a learner is offered after a sitting, from what was typed before it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
from click.core import ParameterSource

from quizmill.app.follow_up import FollowUp
from quizmill.cli.history_options import typed_history


def follow_up(context: click.Context, places: tuple[str, ...], *once_more: str) -> FollowUp:
    """The ways on from a sitting that the command of *context* conducts."""
    folder: Path = context.params["folder"]
    return FollowUp(
        command=str(context.command.name),
        places=places,
        bank=("--bank", str(folder)) if _was_named(context, "folder") else (),
        history=typed_history(context),
        speaking=tuple(_typed_again(context)),
        once_more=once_more,
    )


def _typed_again(context: click.Context) -> Iterator[str]:
    """How the face speaks, where that was typed: what the environment says it will say again."""
    for name in ("language", "feedback"):
        if context.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            yield from (f"--{name}", context.params[name])


def _was_named(context: click.Context, name: str) -> bool:
    """Whether the option was given, be it in the environment: what is found without it needs no name."""
    return context.get_parameter_source(name) is not ParameterSource.DEFAULT
