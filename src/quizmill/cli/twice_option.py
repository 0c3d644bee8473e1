"""--twice, for the commands that take what pupils handed in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from quizmill.classroom.returned import Twice

Command = TypeVar("Command", bound=Callable[..., Any])


def twice_option(help: str) -> Callable[[Command], Command]:
    """Adds --twice: `twice` is a value of `Twice`."""
    return click.option(
        "--twice",
        type=click.Choice([each.value for each in Twice]),
        default=Twice.ASK.value,
        show_default=True,
        envvar="QUIZMILL_MARK_TWICE",
        help=help,
    )
