"""`quizmill worksheet`: the forms of a paper as worksheets with their keys, and a file that keeps them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click
from msgspec.structs import replace

from quizmill.app.answer_sheets import refuse_documents, with_answer_sheets
from quizmill.app.opening import SoundBank, open_for_writing
from quizmill.app.refusals import placed
from quizmill.app.roster import roster_of
from quizmill.app.sheet_questions import blueprint_of, sheet_questions
from quizmill.app.worksheets import (
    PrintTarget,
    base_of,
    class_set,
    refuse_orphans,
    remark,
    remark_word_bank,
    sheets,
    with_full_pages,
)
from quizmill.classroom.class_set import ClassSet
from quizmill.classroom.roster import Roster
from quizmill.classroom.roster_columns import NamedColumns
from quizmill.cli.options import (
    Choosing,
    Wanted,
    bank_option,
    docx_option,
    key_csv_option,
    output_option,
    overwrite_option,
    selection_options,
    split_option,
)
from quizmill.cli.printing_options import check_breaks, printing_options
from quizmill.cli.progress_bar import progress_bar
from quizmill.compose.forms import forms
from quizmill.errors import BadRequest
from quizmill.export.paper.sections import gathered
from quizmill.export.paper.worksheet_options import WorksheetOptions, kept_looks
from quizmill.export.publish import publish
from quizmill.faces.plain.terminal import complain


@click.command("worksheet")
@bank_option
@selection_options(order="shuffled")
@click.option(
    "--blueprint",
    default="",
    envvar="QUIZMILL_WORKSHEET_BLUEPRINT",
    metavar="PARTS",
    help='So many of each, such as "joyo-sale:5, joyo-lessons type=essay:2", or a file with these parts: '
    "topics, or `type=`, `tag=`, `importance=` and the like, `|` between alternatives, `*` for everything.",
)
@click.option(
    "--not-in",
    "earlier",
    multiple=True,
    envvar="QUIZMILL_WORKSHEET_NOT_IN",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="PAPER.json",
    help="Leave out what stood on this paper. Repeatable.",
)
@output_option(
    "worksheet", "BASE", "Writes BASE.pdf, BASE-key.pdf and BASE.json; a folder gets worksheet.pdf and so on."
)
@click.option(
    "--title", default="", help="What stands at the top.  [default: that of the bank, or of the only topic]"
)
@click.option(
    "--forms",
    "number",
    envvar="QUIZMILL_WORKSHEET_FORMS",
    type=click.IntRange(1, 1000),
    metavar="N",
    help="So many forms, A, B and so on: questions and options in other orders, with --order bank only "
    "the options.  [default: 1, with a roster one for each student]",
)
@click.option(
    "--roster",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="A table (CSV, .xlsx) with the names of the class: a sheet for each, the name printed and the class "
    "where a column has it, forms in turn.",
)
@click.option(
    "--name-column",
    "names",
    multiple=True,
    envvar="QUIZMILL_WORKSHEET_NAME_COLUMN",
    metavar="TITLE",
    help="The column of the roster that has the names, or a part of them: repeat it in the order in which a "
    "name is written.  [default: the one called name, student, or first and last, in several languages]",
)
@click.option(
    "--class-column",
    "group",
    default="",
    envvar="QUIZMILL_WORKSHEET_CLASS_COLUMN",
    metavar="TITLE",
    help="The column of the roster that has the class.  [default: the one called class, section, group …]",
)
@click.option(
    "--spare",
    type=click.IntRange(0, 100),
    default=0,
    metavar="N",
    help="So many sheets more without a name, for whoever is not on the roster.",
)
@docx_option
@split_option
@overwrite_option("another paper, of which nobody has a sheet,")
@key_csv_option
@printing_options
def command(
    folder: Path,
    wanted: Wanted,
    blueprint: str,
    earlier: tuple[Path, ...],
    output: Path,
    title: str,
    number: int | None,
    roster: Path | None,
    names: tuple[str, ...],
    group: str,
    spare: int,
    docx: bool,
    split: bool,
    keys: Path | None,
    overwrite: bool,
    looks: WorksheetOptions,
) -> None:
    """Write worksheets and their answer keys to print.

    The JSON keeps the paper: `quizmill reprint` prints it again and `quizmill mark` marks what was answered,
    even if the bank has changed.
    """
    check_breaks(looks)
    docx = docx or output.suffix == ".docx"
    refuse_documents(looks, docx=docx)
    students = _roster(roster, NamedColumns(names=names, group=group), spare, prints=not docx)
    loaded = open_for_writing(folder)
    choosing = partial(sheet_questions, parts=blueprint_of(blueprint) if blueprint else (), earlier=earlier)
    made = _class_set(loaded, wanted, choosing, title, number, students, looks, spare)
    if looks.word_bank:
        remark_word_bank(made.papers, complain)
    target = PrintTarget(base=base_of(output), options=looks, split=split, key_table=keys, docx=docx)
    if not overwrite:
        refuse_orphans(made, target)
    with placed(loaded.folder):
        files = sheets(replace(made, looks=kept_looks(looks)), target, progress_bar)
    publish(files, read=(*earlier, *((roster,) if roster else ())), overwrite=overwrite)
    for path in files:
        click.echo(path)


def _roster(path: Path | None, asked: NamedColumns, spare: int, *, prints: bool) -> Roster | None:
    if path:
        return roster_of(path, asked, complain, prints=prints)
    if asked != NamedColumns():
        raise BadRequest("--name-column and --class-column are of the roster; add --roster FILE")
    if spare:
        raise BadRequest("--spare adds to the sheets of a roster; without one, copy a sheet")
    return None


def _class_set(
    loaded: SoundBank,
    wanted: Wanted,
    choosing: Choosing,
    title: str,
    number: int | None,
    roster: Roster | None,
    looks: WorksheetOptions,
    spare: int,
) -> ClassSet:
    questions, seed = wanted.questions(loaded.bank, choosing)
    students = roster.students if roster else ()
    if looks.sections == "topic":  # whose headings name the topics
        title = title or loaded.bank.title
    papers = forms(
        loaded.bank,
        questions,
        seed=seed,
        count=number or len(students) + spare or 1,
        order=wanted.selection.order,
        title=title,
    )
    made = class_set(loaded, gathered(papers, looks.sections), roster, spare=spare)
    if wanted.selection.order == "shuffled":
        made = with_full_pages(made, looks)
    made = with_answer_sheets(made, looks, complain)
    remark(made.papers, complain, asked=number is not None)
    return made
