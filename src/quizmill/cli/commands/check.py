"""`quizmill check`: what is wrong or weak in a bank, all of it, with file, line and column."""

from __future__ import annotations

from pathlib import Path

import click

from quizmill.app.folders import cache_folder
from quizmill.check import checked, report
from quizmill.cli.exit_code import ExitCode
from quizmill.cli.options import bank_option, format_option
from quizmill.errors import Diagnostic, Severity


@click.command("check")
@bank_option
@click.option(
    "--documents",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Hold every fact against the original documents in DIR.",
)
@click.option("-v", "--verbose", is_flag=True, help="List each finding, however many a rule has.")
@format_option(
    "text",
    "json",
    "github",
    variable="QUIZMILL_CHECK_FORMAT",
    help="For people, for programs, or as annotations on GitHub.",
)
@click.option("--strict", is_flag=True, help="Fail on warnings too, not only on errors.")
def command(folder: Path, documents: Path | None, verbose: bool, form: str, strict: bool) -> ExitCode:
    """Find what is wrong or weak in a bank.

    Exits with 1 when there are errors; warnings and advice alone do not fail.
    """
    found = checked.report(folder, documents, cache_folder())
    match form:
        case "json":
            click.echo(report.as_json(found), nl=False)
        case "github":
            click.echo(report.as_github(found), nl=False)
        case _:
            found = report.worst_first(found)
            click.echo(report.as_text(found, checked.texts_of(found), verbose=verbose), nl=False)
    return ExitCode.FAULTS if _fails(found, strict=strict) else ExitCode.FINE


def _fails(found: tuple[Diagnostic, ...], *, strict: bool) -> bool:
    fatal = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return any(diagnostic.severity in fatal for diagnostic in found)
