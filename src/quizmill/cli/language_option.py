"""The option that says in which language a command speaks to learners, pupils and teachers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from quizmill.words import languages

Command = TypeVar("Command", bound=Callable[..., Any])


def language_option_of(what: str) -> Callable[[Command], Command]:
    """Adds --language for *what* is said: `language` is a code, or empty for that of the bank."""
    return click.option(
        "--language",
        type=click.Choice(languages()),
        callback=_or_empty,
        metavar=f"[{'|'.join(languages())}]",
        help=f"The language of {what}.  [default: the bank's, else English]",
    )


def _or_empty(context: click.Context, option: click.Parameter, typed: str | None) -> str:
    return typed or ""
