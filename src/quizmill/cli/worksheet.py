"""`quizmill worksheet`: the forms of a paper as worksheets with their keys, and a file that keeps them."""

from __future__ import annotations

from pathlib import Path

import click
from msgspec.structs import replace

from quizmill.bank.load import LoadedBank
from quizmill.cli.opening import open_for_writing
from quizmill.cli.options import (
    Wanted,
    bank_option,
    key_csv_option,
    selection_options,
    split_option,
)
from quizmill.cli.pictures import pictures
from quizmill.cli.printing import printing_options
from quizmill.cli.roster import roster_of
from quizmill.cli.sheets import Wish, base_of, sheets
from quizmill.cli.terminal import complain
from quizmill.compose.class_set import ClassSet, hand_out
from quizmill.compose.forms import alike, forms
from quizmill.compose.paper import Paper
from quizmill.export.paper.options import WorksheetOptions, kept_looks
from quizmill.export.paper.sections import gathered
from quizmill.export.publish import publish
from quizmill.study.classroom.roster import Roster

_MANY = 8  # forms that nobody marks by hand


@click.command("worksheet")
@bank_option
@selection_options(order="shuffled")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default="worksheet",
    show_default=True,
    metavar="BASE",
    help="Writes BASE.pdf, BASE-key.pdf and BASE.json; a folder gets worksheet.pdf and so on.",
)
@click.option("--title", default="", help="What stands at the top.  [default: the bank's title]")
@click.option(
    "--forms",
    "number",
    type=click.IntRange(1, 1000),
    metavar="N",
    help="So many forms, A, B and so on: questions and options in other orders, with --order bank only "
    "the options.  [default: 1, with a roster one for each student]",
)
@click.option(
    "--roster",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="A CSV file with the names of the class: a sheet for each, the name printed and the class where a "
    "column has it, forms in turn.",
)
@split_option
@key_csv_option
@printing_options
def command(
    folder: Path,
    wanted: Wanted,
    output: Path,
    title: str,
    number: int | None,
    roster: Path | None,
    split: bool,
    keys: Path | None,
    looks: WorksheetOptions,
) -> None:
    """Write worksheets and their answer keys to print.

    The JSON keeps the paper: `quizmill reprint` prints it again and `quizmill mark` marks what was answered,
    even if the bank has changed.
    """
    students = roster_of(roster) if roster else None
    loaded = open_for_writing(folder)
    made = _class_set(loaded, wanted, title, number, students, looks.sections)
    wish = Wish(base=base_of(output), options=looks, split=split, key_table=keys)
    files = sheets(replace(made, looks=kept_looks(looks)), wish)
    publish(files)
    for path in files:
        click.echo(path)


def _class_set(
    loaded: LoadedBank, wanted: Wanted, title: str, number: int | None, roster: Roster | None, by: str
) -> ClassSet:
    questions, seed = wanted.questions(loaded.bank)
    students = roster.students if roster else ()
    papers = forms(
        loaded.bank,
        questions,
        seed=seed,
        count=number or len(students) or 1,
        order=wanted.selection.order,
        title=title,
    )
    papers = gathered(papers, by)
    _remark(papers, asked=number is not None)
    return class_set(loaded, papers, roster)


def class_set(loaded: LoadedBank, papers: tuple[Paper, ...], roster: Roster | None = None) -> ClassSet:
    """The papers with all that must be kept with them: names, pictures, and who gets which."""
    return ClassSet(
        papers=papers,
        copies=hand_out(papers, roster.students, roster.classes) if roster else (),
        names=loaded.bank.names,
        images=pictures(loaded.folder, papers[0].exercises),
        separator=roster.separator if roster else ",",
    )


def _remark(papers: tuple[Paper, ...], *, asked: bool) -> None:
    if len(papers) > _MANY and not asked:
        complain(
            f"note: {len(papers)} forms, one for each student; `quizmill mark` marks them from the answers "
            "you type, and --forms 4 leaves four keys to mark by hand"
        )
    for one, other in alike(papers):
        complain(f"note: forms {one.form} and {other.form} are alike; there is too little to reorder")
