"""`quizmill discussion`: the guide for a class that talks over the bank's essays."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from quizmill.app.file_kinds import PDF
from quizmill.app.opening import open_for_writing
from quizmill.app.outlines import kept_outlines
from quizmill.app.pictures import pictures_of_talks
from quizmill.cli.options import bank_option, output_option, paper_size_option, topics_option
from quizmill.cli.printing_options import language_option
from quizmill.compose.discussion import discussion_guide
from quizmill.export.publish import Product, publish


@click.command("discussion")
@bank_option
@topics_option("Only sittings about this topic.")
@output_option("discussion.pdf", "FILE", "The PDF to write.")
@paper_size_option
@click.option("--large-print", is_flag=True, help="In letters of 18 points.")
@language_option
def command(
    folder: Path,
    topics: tuple[str, ...],
    output: Path,
    size: Literal["a4", "letter"],
    large_print: bool,
    language: str,
) -> None:
    """Write a guide for talking over the essays, in sittings.

    For whoever leads it has what to begin with and what to listen for; its last pages are the questions
    alone, to hand out. The sittings stand below `discussions` in bank.yaml.
    """
    from quizmill.export.paper.discussion_guide import discussion_sheets
    from quizmill.export.paper.sheet_options import SheetOptions

    bank = open_for_writing(folder)
    guide = discussion_guide(bank.bank, topics)
    options = SheetOptions(size=size, large_print=large_print, language=language)
    path = output.with_name(f"{output.name.removesuffix('.pdf')}.pdf")
    images = pictures_of_talks(bank.folder, guide)
    publish({path: Product(discussion_sheets(guide, options, images, outlines=kept_outlines()), PDF)})
    click.echo(path)
