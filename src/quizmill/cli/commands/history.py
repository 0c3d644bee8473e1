"""`quizmill history`: where the log of answers is, and the log for other programs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from quizmill.app.file_kinds import HISTORY_LINES, HISTORY_TABLE
from quizmill.app.history import merge_into
from quizmill.bank.csv_out import as_csv, csv_lines
from quizmill.cli.history_options import history_option
from quizmill.cli.options import format_option
from quizmill.errors import BadRequest, FileUnusable
from quizmill.export.publish import Product, publish
from quizmill.faces.plain.terminal import complain
from quizmill.study.history import export
from quizmill.study.history.export import Line
from quizmill.study.history.store import open_for_reading


@click.group("history")
def command() -> None:
    """Export the log of your answers, or merge another's into it.

    The log is one SQLite file. Nothing in it is ever changed: taking an answer back, or saying "I was right",
    adds a line that supersedes the one before.
    """


@command.command("export")
@format_option("jsonl", "csv", variable="QUIZMILL_HISTORY_FORMAT", help="One JSON object a line, or a table.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write FILE.  [default: standard output]",
)
@history_option
def export_command(form: str, output: Path | None, history: Path | None) -> None:
    """Write every answer, whatever the bank: when, what was asked, what was said, and what it earned."""
    path = _named(history)
    found = open_for_reading(path)
    if found is None:
        raise FileUnusable(str(path), "there is no history yet; `quizmill quiz` begins one")
    with found:
        lines = export.lines(found)
        if output:
            publish({output: _product(lines, form)}, read=(path,))
        else:
            _print(export.as_jsonl(lines) if form == "jsonl" else csv_lines(export.rows(lines)))


@command.command("merge")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@history_option
def merge_command(file: Path, history: Path | None) -> None:
    """Bring in what was answered elsewhere, from a copy of that history or its JSON Lines.

    Nothing is brought twice, and FILE stays as it is. Questions that were answered on both are scheduled as
    if all of it had been done here.
    """
    found = merge_into(_named(history), file)
    if not found.sittings:
        click.echo("nothing new: all of it is here")
        return
    sittings, answers, questions = (
        f"{count} {word}" if count == 1 else f"{count} {word}s"
        for count, word in (
            (found.sittings, "sitting"),
            (found.answers, "answer"),
            (found.questions, "question"),
        )
    )
    click.echo(f"{sittings} with {answers} brought in; {questions} scheduled anew")


@command.command("path")
@history_option
def path_command(history: Path | None) -> None:
    """Print where the history is kept."""
    path = _named(history)
    click.echo(path)
    if not path.exists():
        complain("note: there is no such file yet; `quizmill quiz` begins one")


def _named(history: Path | None) -> Path:
    if history is None:
        raise BadRequest("--history none: there is no history")
    return history


def _product(lines: Iterator[Line], form: str) -> Product:
    if form == "csv":
        return Product(as_csv(export.rows(lines)), HISTORY_TABLE)
    return Product("".join(export.as_jsonl(lines)).encode(), HISTORY_LINES)


def _print(texts: Iterator[str]) -> None:
    for text in texts:
        sys.stdout.buffer.write(text.encode())
