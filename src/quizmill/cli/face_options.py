"""The options that say which face conducts a sitting."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeVar

import click

from quizmill.app.sitting import Face

Command = TypeVar("Command", bound=Callable[..., Any])
LOOKS = ("dark", "light", "contrast")


def face_options(command: Command) -> Command:
    """Adds --plain and --theme; the command gets them as `face`."""

    @functools.wraps(command)
    def gathered(*args: Any, plain: bool, theme: str | None, **typed: Any) -> Any:
        return command(*args, face=Face(plain, theme or ""), **typed)

    click.option("--theme", type=click.Choice(LOOKS), help="Colours.  [default: what suits the terminal]")(
        gathered
    )
    click.option("--plain", is_flag=True, help="Line by line, for pipes and screen readers.")(gathered)
    return gathered  # type: ignore[return-value]  # it takes the options instead of `face`
