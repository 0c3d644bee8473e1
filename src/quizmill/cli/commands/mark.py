"""`quizmill mark`: answers copied from paper become a score table and a summary of the class."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from msgspec.structs import replace

from quizmill.app.file_kinds import ANSWERS, MARKS_RECORD, MARKS_REPORT, MARKS_TABLE
from quizmill.app.papers import kept
from quizmill.app.roster import table_of
from quizmill.classroom.answer_table import template
from quizmill.classroom.class_results import class_result
from quizmill.classroom.class_set import ClassSet
from quizmill.classroom.gradebook import as_json, rows
from quizmill.classroom.scripts import Marked, mark_scripts
from quizmill.classroom.wrong_form import doubts
from quizmill.cli.exit_code import ExitCode
from quizmill.cli.options import format_option, overwrite_option
from quizmill.errors import BadRequest
from quizmill.export.publish import Product, publish
from quizmill.export.spreadsheet import as_csv
from quizmill.faces.plain.class_report import report
from quizmill.faces.plain.terminal import complain
from quizmill.grade.on_paper import how_to_type
from quizmill.words import words_in

_KINDS = {"text": MARKS_REPORT, "csv": MARKS_TABLE, "json": MARKS_RECORD}
_SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t"}
_HOW = "\n".join(f"{kind}: {how}" for kind, how in how_to_type(words_in()))


@click.command(
    "mark",
    epilog="\b\nWhat to type for each kind of question, under its number on the student's own form:\n" + _HOW,
)
@click.option(
    "--paper",
    type=click.Path(path_type=Path),
    required=True,
    metavar="PAPER.json",
    help="What `quizmill worksheet` kept beside the sheets.",
)
@click.argument("answers", type=click.Path(path_type=Path), required=False, metavar="[ANSWERS.csv]")
@click.option(
    "--template",
    "empty",
    envvar="QUIZMILL_MARK_TEMPLATE",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write an empty table to fill in, with the names and forms of the roster, and stop.",
)
@click.option(
    "--separator",
    type=click.Choice(list(_SEPARATORS)),
    help="Between the cells of the table that is written; Excel wants the semicolon where 1.5 is 1,5.  "
    "[default: as in ANSWERS.csv, or in the roster, else comma]",
)
@format_option(
    "text",
    "csv",
    "json",
    variable="QUIZMILL_MARK_FORMAT",
    help="Table and summary; the marks of each student and question; or everything.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write to FILE instead of standard output.",
)
@overwrite_option("other marks")
def command(
    paper: Path,
    answers: Path | None,
    empty: Path | None,
    separator: str | None,
    form: str,
    output: Path | None,
    overwrite: bool,
) -> ExitCode:
    """Mark answers copied from paper; sum up the class.

    ANSWERS.csv has the columns student, form, and one for each question, 1 to the last, or a single one
    called answers with semicolons between them. Cells that cannot be read are named and left out, the rest
    is marked; the exit code is then 3.
    """
    if empty and answers is None:
        return _hand_out(paper, empty, separator)
    if answers and empty is None:
        return _take_in(paper, answers, separator, form, output, overwrite=overwrite)
    raise BadRequest("give either ANSWERS.csv to mark, or --template FILE to write an empty table")


def _hand_out(paper: Path, empty: Path, separator: str | None) -> ExitCode:
    made = kept(paper)
    blank = as_csv(template(made), _SEPARATORS.get(separator or "", made.separator))
    publish({empty: Product(blank, ANSWERS)}, read=(paper,))
    click.echo(empty)
    return ExitCode.FINE


def _take_in(
    paper: Path, answers: Path, separator: str | None, form: str, output: Path | None, *, overwrite: bool
) -> ExitCode:
    made = kept(paper)
    table = table_of(answers, complain)
    made = replace(made, separator=_SEPARATORS.get(separator or "", table.separator))
    marked = mark_scripts(made, table)
    data = _rendered(made, marked, form, to_file=output is not None)
    if output:
        publish({output: Product(data, _KINDS[form])}, read=(paper, answers), overwrite=overwrite)
        click.echo(output)
    else:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    return _remark(marked, tuple(doubts(made, marked.scripts)))


def _rendered(made: ClassSet, marked: Marked, form: str, *, to_file: bool) -> bytes:
    if form == "csv":
        table = as_csv(rows(made, marked), made.separator)
        return table if to_file else table.removeprefix(b"\xef\xbb\xbf")  # programs stumble over the mark
    result = class_result(made.papers[0], marked.scripts)
    if form == "json":
        return as_json(made, marked, result)
    return "".join(f"{line}\n" for line in report(made, marked, result)).encode()


def _remark(marked: Marked, doubtful: tuple[str, ...]) -> ExitCode:
    for note in (*marked.notes, *doubtful):
        complain(f"note: {note}")
    for fault in marked.faults:
        complain(fault)
    if not marked.faults:
        return ExitCode.FINE
    count = len(marked.faults)
    complain(
        f"quizmill: {count} {'entry' if count == 1 else 'entries'} could not be used; the rest is marked"
    )
    return ExitCode.WORLD
