"""Options of `mark` for what is doubtful in pictures of answer sheets."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from quizmill.app.scanned import ReviewWish

Command = TypeVar("Command", bound=Callable[..., Any])


def scan_options(command: Command) -> Command:
    """Adds them; the command gets a :class:`ReviewWish` as `review`."""

    @functools.wraps(command)
    def gathered(*args: Any, reviewed: str, decisions: Path | None, names: bool, **typed: Any) -> Any:
        return command(*args, review=ReviewWish(to=reviewed, decisions=decisions, names=names), **typed)

    for option in reversed(_OPTIONS):
        option(gathered)
    return gathered  # type: ignore[return-value]  # it takes the options instead of `review`


_OPTIONS = (
    click.option(
        "--review",
        "reviewed",
        envvar="QUIZMILL_MARK_REVIEW",
        metavar="FILE.html|terminal",
        default="",
        help="Have a person look at what is doubtful in pictures of answer sheets: on a page, which saves "
        "the decisions as a file, or here.",
    ),
    click.option(
        "--decisions",
        envvar="QUIZMILL_MARK_DECISIONS",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="What was decided of pictures.  [default: PAPER-decisions.json beside PAPER.json, if there]",
    ),
    click.option(
        "--names",
        is_flag=True,
        envvar="QUIZMILL_MARK_NAMES",
        help="Names may be seen where --review shows parts of sheets.",
    ),
)
