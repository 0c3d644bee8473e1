"""The options that say which face conducts a sitting, and how it speaks."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeVar

import click
import msgspec

from quizmill.app.sitting import Face
from quizmill.cli.language_option import language_option_of
from quizmill.faces.feedback import Detail

Command = TypeVar("Command", bound=Callable[..., Any])
LOOKS = ("dark", "light", "contrast")


def face_options(command: Command) -> Command:
    """Adds --plain, --theme and --language; the command gets them as `face`."""

    @functools.wraps(command)
    def gathered(*args: Any, plain: bool, theme: str | None, language: str, **typed: Any) -> Any:
        return command(*args, face=Face(plain=plain, theme=theme or "", language=language), **typed)

    language_option_of("all that is not the bank's own text")(gathered)
    click.option("--theme", type=click.Choice(LOOKS), help="Colours.  [default: what suits the terminal]")(
        gathered
    )
    click.option("--plain", is_flag=True, help="Line by line, for pipes and screen readers.")(gathered)
    return gathered  # type: ignore[return-value]  # it takes the options instead of `face`


def feedback_option(command: Command) -> Command:
    """Adds --feedback; the command gets it as a part of `face`."""

    @functools.wraps(command)
    def gathered(*args: Any, face: Face, feedback: str, **typed: Any) -> Any:
        return command(*args, face=msgspec.structs.replace(face, detail=Detail(feedback)), **typed)

    click.option(
        "--feedback",
        type=click.Choice([detail.value for detail in Detail]),
        default=Detail.BRIEF.value,
        show_default=True,
        help="How much is said of an answer at once; m, or :more, says the rest.",
    )(gathered)
    return gathered  # type: ignore[return-value]  # it takes the option beside `face`
