"""`quizmill check`: what is wrong or weak in a bank, all of it, with file, line and column."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from quizmill.app.checking import Sieve, checked_bank
from quizmill.check import checked, report
from quizmill.check.drafts_told import with_few_drafts
from quizmill.check.focus import Focus
from quizmill.cli.exit_code import ExitCode
from quizmill.cli.naming_options import Several, id_option, topic_option
from quizmill.cli.options import bank_option, format_option
from quizmill.cli.suggest_options import suggest_options, taken_out
from quizmill.errors import Diagnostic, Severity, shown
from quizmill.faces.plain.terminal import complain


def _rules(context: click.Context) -> Iterable[str]:
    from quizmill.check.rule_pages import pages  # with the rules, which a kept report does not need

    return (page.id for page in pages())


@click.command("check")
@bank_option
@click.option(
    "--documents",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Hold every fact against the documents' texts in DIR.  [default: as bank.yaml says]",
)
@topic_option
@id_option
@Several(name="rules", flag="--rule", metavar="ID", help="Only what this rule finds.", complete=_rules)
@click.option(
    "--since",
    metavar="REV",
    help="Only what is in questions, facts and sources that changed since REV of git.",
)
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Leave out what FILE has, written earlier with --format json.",
)
@suggest_options
@click.option("-v", "--verbose", is_flag=True, help="List each finding, however many a rule has.")
@format_option(
    "text",
    "json",
    "github",
    variable="QUIZMILL_CHECK_FORMAT",
    help="For people, for programs, or as annotations on GitHub.",
)
@click.option("--strict", is_flag=True, help="Fail on warnings too, not only on errors.")
def command(
    folder: Path, documents: Path | None, verbose: bool, form: str, strict: bool, **chosen: Any
) -> ExitCode:
    """Find what is wrong or weak in a bank.

    Exits with 1 when there are errors among what is shown; warnings and advice alone do not fail.
    """
    since, baseline = chosen.pop("since"), chosen.pop("baseline")
    of_answers = taken_out(chosen)
    focus = Focus(**chosen)
    others = {"--rule": bool(focus.rules), "--since": bool(since), "--baseline": bool(baseline)}
    of_answers.refuse(others, form)
    if of_answers.suggest:
        from quizmill.cli.check_suggest import suggest  # with the analysis of answers

        return suggest(folder, focus, of_answers, form)
    sieve = Sieve(focus=focus, since=since, baseline=baseline)
    told = checked_bank(folder, documents, sieve, complain, of_answers.answers)
    besides = f"{told.known:,} known from {shown(str(baseline))}" if told.known else ""
    match form:
        case "json":
            click.echo(report.as_json(told.found), nl=False)
        case "github":
            click.echo(report.as_github(with_few_drafts(told.found)), nl=False)
        case _:
            found = report.worst_first(told.found if verbose else with_few_drafts(told.found))
            texts = checked.texts_of(found)
            click.echo(report.as_text(found, texts, verbose=verbose, besides=besides), nl=False)
    if besides and form != "text":
        complain(f"note: {besides}")
    return ExitCode.FAULTS if _fails(told.found, strict=strict) else ExitCode.FINE


def _fails(found: tuple[Diagnostic, ...], *, strict: bool) -> bool:
    fatal = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return any(diagnostic.severity in fatal for diagnostic in found)
