"""The options of `quizmill check` about answers: where they are, and what becomes of what they suggest."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
import msgspec

from quizmill.errors import BadRequest

Command = TypeVar("Command", bound=Callable[..., Any])

_OPTIONS = (
    click.option(
        "--answers",
        type=click.Path(path_type=Path),
        multiple=True,
        envvar="QUIZMILL_CHECK_ANSWERS",
        metavar="LOG",
        help="Also what answers say of the questions: the folder of a log, or a table with its columns. "
        "Repeatable.",
    ),
    click.option(
        "--suggest",
        is_flag=True,
        help="With --answers: show only the difficulties that answers speak for.",
    ),
    click.option(
        "--accept",
        multiple=True,
        metavar="ID",
        help="With --suggest: write the difficulty of that question into its file. Repeatable.",
    ),
    click.option("--accept-all", is_flag=True, help="With --suggest: write all of them."),
)


class Suggesting(msgspec.Struct, frozen=True, kw_only=True):
    """Which answers are looked at, and what is wanted of the difficulties that they speak for."""

    answers: tuple[Path, ...]
    suggest: bool
    accept: tuple[str, ...]  # ids
    accept_all: bool

    def refuse(self, others: dict[str, bool], form: str) -> None:
        """Raises BadRequest where one option lacks what it goes with, or has *others* beside it."""
        if (self.accept or self.accept_all) and not self.suggest:
            raise BadRequest(f"{'--accept' if self.accept else '--accept-all'} goes with --suggest")
        if self.suggest and not self.answers:
            raise BadRequest("--suggest goes with --answers LOG")
        if self.suggest and (given := next((flag for flag, is_given in others.items() if is_given), "")):
            raise BadRequest(f"{given} is about findings, and --suggest shows none; leave one of them out")
        if self.suggest and form == "github":
            raise BadRequest("--suggest is shown as text or json, not as annotations")


def suggest_options(command: Command) -> Command:
    """Adds the fields of `Suggesting`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def taken_out(chosen: dict[str, Any]) -> Suggesting:
    """What was said with these options, which *chosen* has no more."""
    return Suggesting(**{name: chosen.pop(name) for name in Suggesting.__struct_fields__})
