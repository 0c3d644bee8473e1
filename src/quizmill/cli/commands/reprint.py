"""`quizmill reprint`: sheets and keys of a paper that was kept, without its bank."""

from __future__ import annotations

from pathlib import Path

import click

from quizmill.app.answer_sheets import refuse_documents, with_answer_sheets
from quizmill.app.file_kinds import PAPER
from quizmill.app.papers import kept
from quizmill.app.worksheets import PrintTarget, base_of, key_table, printed
from quizmill.classroom.class_set import ClassSet
from quizmill.classroom.print_run import run_for
from quizmill.classroom.saved import save
from quizmill.cli.options import docx_option, key_csv_option, overwrite_option, split_option
from quizmill.cli.printing_options import as_before, check_breaks, printing_options
from quizmill.cli.progress_bar import progress_bar
from quizmill.errors import BadRequest
from quizmill.export.paper.sections import gathered
from quizmill.export.paper.worksheet_options import WorksheetOptions
from quizmill.export.publish import Product, publish
from quizmill.faces.plain.terminal import complain


@click.command("reprint")
@click.argument("paper", type=click.Path(path_type=Path), metavar="PAPER.json")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="BASE",
    help="Writes BASE.pdf and BASE-key.pdf.  [default: beside PAPER.json, with its name]",
)
@click.option(
    "--student",
    "students",
    envvar="QUIZMILL_REPRINT_STUDENT",
    multiple=True,
    metavar="NAME",
    help="Only the sheet of this student, as named on the roster; case and spaces do not matter. No key is "
    "printed: that of the class holds. Repeatable.",
)
@click.option(
    "--form",
    "letters",
    envvar="QUIZMILL_REPRINT_FORM",
    multiple=True,
    metavar="LETTER",
    help="Only the sheets of this form, and its key. Repeatable; a --student gets a sheet as well.",
)
@docx_option
@split_option
@overwrite_option("another key table")
@key_csv_option
@printing_options
def command(
    paper: Path,
    output: Path | None,
    students: tuple[str, ...],
    letters: tuple[str, ...],
    docx: bool,
    split: bool,
    keys: Path | None,
    overwrite: bool,
    looks: WorksheetOptions,
) -> None:
    """Write sheets and keys of a kept paper again.

    PAPER.json is what `quizmill worksheet` wrote. No bank is needed: the paper is as it was, even if the
    bank has changed or is gone. It also looks as it did, but for the options that are given here.

    For one student: `quizmill reprint monday.json --student "Ann Lee" --large-print`. What is not for
    everybody is called so, and leaves the sheets of the class alone: monday-07-Ann-Lee.pdf, monday-B.pdf.
    """
    made = kept(paper)
    looks = as_before(looks, made.looks, paper)
    check_breaks(looks)
    if gathered(made.papers, looks.sections) != made.papers:
        raise BadRequest(f"--sections: the questions of this paper do not stand by {looks.sections}")
    before, made = made, with_answer_sheets(made, looks, complain)
    run = run_for(made, students, letters)
    base = _base(paper, output, run.mark, split=split)
    docx = docx or bool(output and output.suffix == ".docx")
    refuse_documents(looks, docx=docx)
    target = PrintTarget(base=base, options=looks, split=split, key_table=keys, docx=docx)
    files = printed(made, run, target, progress_bar)
    files |= key_table(made, run, target, beside=(*files, paper))
    if made != before:
        _keep(made, paper)  # first, so that no printed sheet is without it
    publish(files, read=(paper,), overwrite=overwrite)
    for path in files:
        click.echo(path)


def _keep(made: ClassSet, paper: Path) -> None:
    publish({paper: Product(save(made), PAPER)}, overwrite=True)  # it is the same paper
    complain(f"note: where the answer sheets have their rings is kept in {paper}")


def _base(paper: Path, output: Path | None, mark: str, *, split: bool) -> Path:
    """What the files begin with; raises BadRequest where sheets of a few would be called as everybody's."""
    if output and mark and base_of(output).absolute() == paper.absolute().with_suffix(""):
        raise BadRequest(
            f"-o: {output} names the sheets of the class; leave it out, and these get a name of their own"
        )
    return base_of(output) if output else _beside(paper, "" if split else mark)


def _beside(paper: Path, mark: str) -> Path:
    return paper.with_name(f"{paper.stem}{mark}")
