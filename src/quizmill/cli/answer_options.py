"""The options of the commands about the log of answers: where it is, and where its key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from quizmill.app.folders import default_answers_key
from quizmill.errors import BadRequest

if TYPE_CHECKING:
    from quizmill.app.answer_log import AnswerLog

Command = TypeVar("Command", bound=Callable[..., Any])
NEEDED = "to keep a log of answers, pyarrow is needed: pip install 'quizmill[scale]'"


def log_option(command: Command) -> Command:
    """Adds --log: `folder` is that of the log."""
    return log_option_named("folder")(command)


def log_option_named(name: str) -> Callable[[Command], Command]:
    """Adds --log, for a command that has a bank's folder too: the log's is *name*."""
    return click.option(
        "--log",
        name,
        type=click.Path(path_type=Path, file_okay=False),
        default="log",
        show_default=True,
        envvar="QUIZMILL_ANSWERS_LOG",
        metavar="DIR",
        help="The folder of the log.",
    )


def key_option(command: Command) -> Command:
    """Adds --key: `key` is the file of the key."""
    return click.option(
        "--key",
        type=click.Path(path_type=Path, dir_okay=False),
        default=default_answers_key,
        envvar="QUIZMILL_ANSWERS_KEY",
        metavar="FILE",
        help="The key, by which a name becomes its pseudonym.  [default: answers.key in the folder of your "
        "settings]",
    )(command)


def log_in(folder: Path) -> AnswerLog:
    """The log in *folder*; raises BadRequest where what reads it is missing, else as the log does."""
    try:
        from quizmill.app.answer_log import AnswerLog
    except ImportError as error:
        raise BadRequest(NEEDED) from error
    return AnswerLog(folder)
