"""The options of commands that say what was lost on the way, and how it is said."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from shutil import get_terminal_size
from typing import Any, TypeVar

import click

from quizmill.cli.exit_code import ExitCode
from quizmill.faces.plain.terminal import WIDEST, complain
from quizmill.faces.text import wrapped
from quizmill.formats.report import Loss
from quizmill.formats.report_page import page

_LABEL = 8  # characters before what a line of a report says

Command = TypeVar("Command", bound=Callable[..., Any])


def loss_options(command: Command) -> Command:
    """Adds --report, --strict and --dry-run: `report` is where the report goes as JSON."""
    for option in (
        click.option("--dry-run", is_flag=True, help="Write nothing; say what would be lost."),
        click.option("--strict", is_flag=True, help="Exit 1 when anything is lost or changed."),
        click.option(
            "--report",
            type=click.Path(path_type=Path, dir_okay=False),
            metavar="FILE",
            help="Keep the report in FILE, as JSON: an entry for each question and field.",
        ),
    ):
        command = option(command)
    return command


def tell_losses(losses: Iterable[Loss], remarks: Iterable[str], *, asked: bool) -> None:
    """The report as a page: the product where it was *asked* for alone, else talk."""
    say, to = (click.echo, sys.stdout) if asked else (complain, sys.stderr)
    for line in (*page(losses), *(f"note    {remark}" for remark in remarks)):
        for part in _set(line) if to.isatty() else [line]:
            say(part)


def _set(line: str) -> Iterator[str]:
    """A line as it is set in a terminal, its text below itself; in a pipe it stays one."""
    label = line[:_LABEL]
    for part in wrapped(line[_LABEL:], min(get_terminal_size().columns, WIDEST) - _LABEL):
        yield f"{label:{_LABEL}}{part}"
        label = ""


def code_after(is_whole: bool, *, strict: bool) -> ExitCode:
    """That of a command which wrote what it could."""
    return ExitCode.FAULTS if strict and not is_whole else ExitCode.FINE
