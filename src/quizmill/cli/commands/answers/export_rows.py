"""`quizmill answers export`: the answers in a log as a table or as lines of JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from quizmill.analysis.answer import AnswerRow
from quizmill.analysis.table import as_line, table
from quizmill.app.file_kinds import ANSWER_LINES, ANSWER_TABLE
from quizmill.bank.csv_out import as_csv, csv_lines
from quizmill.cli.answer_options import log_in, log_option
from quizmill.cli.options import format_option
from quizmill.export.publish import Product, publish


@click.command("export")
@format_option("csv", "jsonl", variable="QUIZMILL_ANSWERS_FORMAT", help="A table, or one JSON object a line.")
@click.option("--with-text", is_flag=True, help="What was typed too, where the log has it.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write FILE.  [default: standard output]",
)
@log_option
def command(form: str, with_text: bool, output: Path | None, folder: Path) -> None:
    """Write every answer in the log, with the pseudonyms of who gave them.

    These remain personal data. `answers add` takes the file again.
    """
    rows = log_in(folder).rows(with_text=with_text)
    if output:
        publish({output: _product(rows, form)})
        click.echo(output)
        return
    for text in _lines(rows, form):
        sys.stdout.buffer.write(text.encode())


def _lines(rows: Iterable[AnswerRow], form: str) -> Iterator[str]:
    return map(as_line, rows) if form == "jsonl" else csv_lines(table(rows))


def _product(rows: Iterable[AnswerRow], form: str) -> Product:
    if form == "csv":
        return Product(as_csv(table(rows)), ANSWER_TABLE)
    return Product("".join(map(as_line, rows)).encode(), ANSWER_LINES)
