"""The options of commands that say what was lost on the way, and how it is said."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from quizmill.cli.exit_code import ExitCode
from quizmill.faces.plain.terminal import complain
from quizmill.formats.report import Loss
from quizmill.formats.report_page import page

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
    say = click.echo if asked else complain
    for line in (*page(losses), *(f"note    {remark}" for remark in remarks)):
        say(line)


def code_after(is_whole: bool, *, strict: bool) -> ExitCode:
    """That of a command which wrote what it could."""
    return ExitCode.FAULTS if strict and not is_whole else ExitCode.FINE
