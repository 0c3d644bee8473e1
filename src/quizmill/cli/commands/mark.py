"""`quizmill mark`: answers copied from paper become a score table and a summary of the class."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click
from msgspec.structs import replace

from quizmill.app.file_kinds import ANSWERS, MARKS_RECORD, MARKS_REPORT, MARKS_TABLE, PAPER, copy_of_gradebook
from quizmill.app.input_file import read_input
from quizmill.app.marking import all_marked, table_to_fill, taken_in
from quizmill.app.papers import kept
from quizmill.app.roster import table_of
from quizmill.app.slips import slips
from quizmill.app.worksheets import base_of
from quizmill.bank.csv_out import as_csv
from quizmill.bank.workbook import write_workbook
from quizmill.classroom.class_results import class_result
from quizmill.classroom.class_set import ClassSet
from quizmill.classroom.gradebook import as_json, rows
from quizmill.classroom.grades import Grades, read_grades
from quizmill.classroom.lms import fill_in
from quizmill.classroom.returned import Twice
from quizmill.classroom.rulings import ruled
from quizmill.classroom.saved import save
from quizmill.classroom.scripts import Marked
from quizmill.classroom.wrong_form import doubts
from quizmill.cli.exit_code import ExitCode
from quizmill.cli.mark_wishes import MarkWishes
from quizmill.cli.options import format_option, overwrite_option
from quizmill.cli.progress_bar import progress_bar
from quizmill.cli.scan_options import scan_options
from quizmill.cli.twice_option import twice_option
from quizmill.errors import BadRequest
from quizmill.export.publish import Kind, Product, publish
from quizmill.faces.plain.class_report import report
from quizmill.faces.plain.terminal import complain
from quizmill.grade.on_paper import how_to_type
from quizmill.words import words_in

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
@click.argument("answers", type=click.Path(path_type=Path), nargs=-1, metavar="[ANSWERS…]")
@click.option(
    "--template",
    "empty",
    envvar="QUIZMILL_MARK_TEMPLATE",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write an empty table to fill in, with the names and forms of the roster, and stop; FILE.xlsx is a "
    "workbook of text cells, in which no answer becomes a date, with lists to choose letters from. With "
    "scans as ANSWERS it has what was read, and with what pupils handed in their essays, for the marks.",
)
@twice_option(
    "Which counts where somebody handed in two pages that differ; `ask` takes none, and names them."
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
    "--void",
    multiple=True,
    metavar="N",
    help="Question N of the first form, or several as in 4-7,9, counts for nobody; kept in PAPER.json, told "
    "in the report.",
)
@click.option(
    "--accept",
    multiple=True,
    metavar="N=ANSWER",
    help="ANSWER to question N, or to several, as it is copied from the first form, is right as well: "
    "'4=Samuel Clemens'. Repeatable.",
)
@click.option(
    "--take-back",
    multiple=True,
    metavar="N",
    help="Forget what --void and --accept have said of question N.",
)
@click.option(
    "--grades",
    "scale",
    envvar="QUIZMILL_MARK_GRADES",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Grades as well: a table with a percent and the grade from there on in each row, as in 90,A or "
    "87,5;1.",
)
@click.option(
    "--slips",
    "base",
    envvar="QUIZMILL_MARK_SLIPS",
    type=click.Path(path_type=Path),
    metavar="BASE",
    help="Write BASE.pdf too: for each student a slip with the result, what was right, and of the rest why "
    "it was not and what to read again.",
)
@click.option("--split", is_flag=True, help="A file for each slip instead of one.")
@click.option(
    "--gradebook",
    envvar="QUIZMILL_MARK_GRADEBOOK",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Instead, a copy of FILE, the gradebook as Canvas, Moodle, Brightspace, Blackboard, PowerSchool or "
    "Google Classroom exports it, with the marks in one column. Marks that are not final are left out.",
)
@click.option(
    "--gradebook-column",
    "column",
    default="",
    envvar="QUIZMILL_MARK_GRADEBOOK_COLUMN",
    metavar="TITLE",
    help="The column for the marks.  [default: the one called as the paper, or the only one there is]",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write to FILE instead of standard output.",
)
@overwrite_option("other marks")
@scan_options
def command(paper: Path, answers: tuple[Path, ...], empty: Path | None, **typed: Any) -> ExitCode:
    """Mark answers copied from paper, scanned, or handed in from a page; sum up the class.

    ANSWERS are a table, ANSWERS.csv, with the columns student, form, and one for each question, 1 to the
    last, or a single one called answers with semicolons between them; scans and photos of answer sheets:
    PDF, JPEG, PNG, TIFF, WebP, GIF, BMP; what a page of `quizmill web --hand-in` saved: files, codes pasted
    into texts and mails; a zip or a folder of all of them. A cell that was typed counts before what came
    otherwise. What cannot be read, or is doubtful, is named and left out, the rest is marked; the exit code
    is then 3.
    """
    wishes = MarkWishes(**typed)
    wishes.rehearse(paper, answers, empty)
    if wishes.column and not wishes.gradebook:
        raise BadRequest("--gradebook-column is of the gradebook; add --gradebook FILE")
    if wishes.split and not wishes.base:
        raise BadRequest("--split is of the slips; add --slips BASE")
    if wishes.decided:
        _decide(paper, wishes)
    if empty:
        return _hand_out(paper, empty, answers, wishes)
    if answers:
        return _take_in(paper, answers, wishes)
    if wishes.decided:
        return ExitCode.FINE
    raise BadRequest("give either ANSWERS.csv to mark, or --template FILE to write an empty table")


def _take_in(paper: Path, answers: tuple[Path, ...], wishes: MarkWishes) -> ExitCode:
    made, marked = _marked(paper, answers, wishes)
    grades = read_grades(table_of(wishes.scale, complain)) if wishes.scale else None
    if wishes.base:
        _hand_back(made, marked, grades, wishes.base, split=wishes.split)
    _note((*marked.notes, *doubts(made, marked.scripts)))
    if wishes.gradebook:
        data, kind = _filled(wishes.gradebook, wishes.column, made, marked)
    else:
        data, kind = _rendered(wishes.form, made, marked, grades)
    read = [paper, *answers, *filter(None, [wishes.gradebook])]
    _hand_over(data, kind, wishes.output, read=read, overwrite=wishes.overwrite)
    return _complained(marked.faults)


def _hand_out(paper: Path, empty: Path, answers: tuple[Path, ...], wishes: MarkWishes) -> ExitCode:
    came = taken_in(paper, answers, wishes.review, tell=complain, watch=progress_bar)
    rows, lists = table_to_fill(came, Twice(wishes.twice))
    if empty.suffix.lower() == ".xlsx":
        blank = write_workbook(rows, str(empty), lists)
    else:
        blank = as_csv(rows, _SEPARATORS.get(wishes.separator or "", came.made.separator))
    publish({empty: Product(blank, ANSWERS)}, read=(paper,))
    _note(came.scans.notes)
    click.echo(empty)
    return _complained((*came.back.faults, *came.scans.faults), "written")


def _decide(paper: Path, wishes: MarkWishes) -> None:
    """Keep what is said of questions in the paper's own file."""
    made = ruled(kept(paper), void=wishes.void, accept=wishes.accept, take_back=wishes.take_back)
    publish({paper: Product(save(made), PAPER)}, overwrite=True)  # it is the same paper
    complain(f"note: kept in {paper}")


def _marked(paper: Path, answers: tuple[Path, ...], wishes: MarkWishes) -> tuple[ClassSet, Marked]:
    came = taken_in(paper, answers, wishes.review, tell=complain, watch=progress_bar)
    tables = came.back.tables
    separator = tables[0].separator if tables else came.made.separator
    made = replace(came.made, separator=_SEPARATORS.get(wishes.separator or "", separator))
    return made, all_marked(came, Twice(wishes.twice))


def _note(notes: Iterable[str]) -> None:
    for note in notes:
        complain(f"note: {note}")


def _rendered(form: str, made: ClassSet, marked: Marked, grades: Grades | None) -> tuple[bytes, Kind]:
    if form == "csv":
        return as_csv(rows(made, marked, grades), made.separator), MARKS_TABLE
    result = class_result(made, marked.scripts)
    if form == "json":
        return as_json(made, marked, result, grades), MARKS_RECORD
    return "".join(f"{line}\n" for line in report(made, marked, result, grades)).encode(), MARKS_REPORT


def _hand_back(made: ClassSet, marked: Marked, grades: Grades | None, base: Path, *, split: bool) -> None:
    """Write the slips."""
    files = slips(made, marked, base_of(base), split=split, grades=grades, watch=progress_bar)
    publish(files)
    for path in files:
        complain(f"note: {path}")


def _filled(gradebook: Path, column: str, made: ClassSet, marked: Marked) -> tuple[bytes, Kind]:
    data = read_input(gradebook, "gradebook")
    filled = fill_in(data, str(gradebook), made, marked, column)
    _note(filled.notes)
    return filled.data, copy_of_gradebook(filled.column)


def _hand_over(data: bytes, kind: Kind, output: Path | None, *, read: list[Path], overwrite: bool) -> None:
    """Write to the file, or to standard output; programs stumble over a mark of the encoding there."""
    if output:
        publish({output: Product(data, kind)}, read=read, overwrite=overwrite)
        click.echo(output)
        return
    sys.stdout.buffer.write(data.removeprefix(b"\xef\xbb\xbf") if kind is MARKS_TABLE else data)
    sys.stdout.flush()


def _complained(faults: tuple[str, ...], done: str = "marked") -> ExitCode:
    for fault in faults:
        complain(fault)
    if not faults:
        return ExitCode.FINE
    entries = "1 entry" if len(faults) == 1 else f"{len(faults)} entries"
    complain(f"quizmill: {entries} could not be used; the rest is {done}")
    return ExitCode.WORLD
