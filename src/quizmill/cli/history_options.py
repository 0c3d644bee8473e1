"""The options that say where the learner's history is, and whether to go on with what is unfinished."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from quizmill.app.folders import default_history
from quizmill.errors import BadRequest

Command = TypeVar("Command", bound=Callable[..., Any])
NONE = "none"  # as a file name: keep nothing
# What may be said beside --resume.
_WITH_RESUME = {"folder", "history", "resume", "plain", "theme", "language", "feedback", "results"}


def history_option(command: Command) -> Command:
    """Adds --history: `history` is the file's path, or None where nothing is to be kept."""
    return click.option(
        "--history",
        type=click.Path(dir_okay=False),
        default=lambda: str(default_history()),
        envvar="QUIZMILL_HISTORY",
        metavar="FILE",
        callback=lambda context, option, value: None if value == NONE else Path(value),
        help="Where your answers are kept; `none` keeps nothing.  [default: your data folder]",
    )(command)


def resume_option(command: Command) -> Command:
    """Adds --resume: `resume` tells whether to go on; `refuse_choices` says what cannot stand beside it."""
    return click.option(
        "--resume", is_flag=True, help="Go on with what you left unfinished: same questions, same order."
    )(command)


def refuse_choices(context: click.Context) -> None:
    """Refuse what was typed beside --resume that would choose other questions or another mode."""
    typed = [
        name
        for name in context.params
        if name not in _WITH_RESUME and context.get_parameter_source(name) is ParameterSource.COMMANDLINE
    ]
    if typed:
        flags = {param.name: param.opts[-1] for param in context.command.params}
        said = ", ".join(flags[name] for name in typed)
        raise BadRequest(
            f"{said}: --resume goes on with the same questions as before; leave out one or the other"
        )


def typed_history(context: click.Context) -> tuple[str, ...]:
    """--history with its value as it was typed; nothing where the environment or the default chose."""
    if context.get_parameter_source("history") is not ParameterSource.COMMANDLINE:
        return ()
    return "--history", str(context.params["history"] or NONE)
