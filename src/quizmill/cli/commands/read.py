"""`quizmill read`: what there is to know before being asked, on the terminal or as a study sheet."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from quizmill.app.file_kinds import PDF
from quizmill.app.opening import open_for_asking, open_for_writing
from quizmill.app.outlines import kept_outlines
from quizmill.app.pictures import pictures_of_lessons
from quizmill.app.sitting import Face
from quizmill.cli.face_options import face_options
from quizmill.cli.naming_options import offering
from quizmill.cli.options import bank_option, paper_size_option, topics_option
from quizmill.compose.study import Study, study
from quizmill.export.publish import Product, publish
from quizmill.faces.plain.study import read_out
from quizmill.faces.plain.terminal import complain, stdout_screen


@click.command("read")
@bank_option
@click.argument("topic", nargs=-1, shell_complete=offering("topic"))
@topics_option("Only what this topic has.")
@face_options
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write a study sheet to print, a PDF, instead.",
)
@paper_size_option
@click.option("--large-print", is_flag=True, help="The study sheet in letters of 18 points.")
def command(
    folder: Path,
    topic: tuple[str, ...],
    topics: tuple[str, ...],
    face: Face,
    output: Path | None,
    size: Literal["a4", "letter"],
    large_print: bool,
) -> None:
    """Read what there is to know before being asked.

    Of one TOPIC, of several, or of all: what their files have below `learn`. At a terminal it fills the
    screen; with --plain, or in a pipe, it is written out.
    """
    topics += topic
    if output is None:
        _show(study(open_for_asking(folder, complain), topics), face)
        return
    from quizmill.export.paper.sheet_options import SheetOptions
    from quizmill.export.paper.study_sheet import study_sheet

    bank = open_for_writing(folder)
    made = study(bank.bank, topics)
    options = SheetOptions(size=size, large_print=large_print, language=face.language)
    path = output.with_name(f"{output.name.removesuffix('.pdf')}.pdf")
    sheet = study_sheet(
        made, options, pictures_of_lessons(bank.folder, made.chapters), outlines=kept_outlines()
    )
    publish({path: Product(sheet, PDF)})
    click.echo(path)


def _show(found: Study, face: Face) -> None:
    if face.full_screen:
        from quizmill.faces.screen.reading import read_on_screen

        read_on_screen(found, language=face.language, theme=face.theme)
    else:
        read_out(stdout_screen(face.language or found.language), found)
