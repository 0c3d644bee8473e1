"""`quizmill flashcards`: cards to print on both sides and cut."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from quizmill.app.file_kinds import PDF
from quizmill.app.opening import open_for_writing
from quizmill.app.outlines import kept_outlines
from quizmill.app.pictures import pictures
from quizmill.app.refusals import placed
from quizmill.cli.options import Wanted, bank_option, output_option, paper_size_option, selection_options
from quizmill.cli.printing_options import language_option
from quizmill.compose.paper import titled
from quizmill.export.flashcards import FlashcardOptions, flashcards
from quizmill.export.publish import Product, publish
from quizmill.faces.plain.terminal import complain


@click.command("flashcards")
@bank_option
@selection_options(order="bank")
@output_option("flashcards.pdf", "FILE", "The PDF to write.")
@paper_size_option
@click.option(
    "--flip",
    type=click.Choice(["long", "short"]),
    default="long",
    show_default=True,
    help="The edge over which the printer turns the sheet.",
)
@click.option(
    "--layout",
    type=click.Choice(["2x4", "3x3"]),
    default="2x4",
    show_default=True,
    help="Cards across and down.",
)
@language_option
def command(
    folder: Path,
    wanted: Wanted,
    output: Path,
    size: Literal["a4", "letter"],
    flip: Literal["long", "short"],
    layout: Literal["2x4", "3x3"],
    language: str,
) -> None:
    """Write double-sided cards to print and cut."""
    loaded = open_for_writing(folder)
    paper = titled(wanted.paper(loaded.bank), loaded.bank)
    options = FlashcardOptions(size=size, layout=layout, flip=flip, language=language)
    with placed(folder):
        images = pictures(folder, paper.exercises)
        made = flashcards(paper, options, images, names=loaded.bank.names, outlines=kept_outlines())
    publish({output: Product(made.data, PDF)})
    for warning in made.warnings:
        complain(f"note: {warning}")
    click.echo(output)
