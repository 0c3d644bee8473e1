"""`quizmill worksheet`: a paper as a worksheet and its key, and the paper itself to key it by again."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from quizmill.cli.opening import open_for_writing
from quizmill.cli.options import Wanted, bank_option, paper_size_option, selection_options
from quizmill.cli.pictures import pictures
from quizmill.compose.paper import Paper, save
from quizmill.export.paper.key import answer_key
from quizmill.export.paper.options import WorksheetOptions
from quizmill.export.paper.worksheet import worksheet
from quizmill.export.publish import publish


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
@paper_size_option
def command(folder: Path, wanted: Wanted, output: Path, title: str, size: Literal["a4", "letter"]) -> None:
    """Write a worksheet and its answer key to print.

    The JSON is the same paper: it needs no bank to be keyed again.
    """
    loaded = open_for_writing(folder)
    paper = wanted.paper(loaded.bank, title=title)
    files = sheets(paper, output, WorksheetOptions(size=size), pictures(folder, paper.exercises))
    publish(files)
    for path in files:
        click.echo(path)


def sheets(
    paper: Paper, base: Path, options: WorksheetOptions, images: dict[str, bytes]
) -> dict[Path, bytes]:
    """The three files of *paper*, by where they go: worksheet, key, and the paper as JSON."""
    base = base / "worksheet" if base.is_dir() else base.with_name(base.name.removesuffix(".pdf"))
    return {
        base.with_name(f"{base.name}.pdf"): worksheet(paper, options, images),
        base.with_name(f"{base.name}-key.pdf"): answer_key(paper, options),
        base.with_name(f"{base.name}.json"): save(paper),
    }
