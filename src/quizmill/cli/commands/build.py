"""`quizmill build`: everything a bank gives, in one folder, the same bytes every time."""

from __future__ import annotations

from pathlib import Path

import click

from quizmill.app.build import products, stale
from quizmill.app.opening import open_for_writing
from quizmill.cli.options import bank_option
from quizmill.export.publish import Product, publish
from quizmill.faces.plain.terminal import complain


@click.command("build")
@bank_option
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default="exports",
    show_default=True,
    metavar="DIR",
    help="The folder to fill.",
)
@click.option("--fresh", is_flag=True, help="Begin the deck anew: for one that nobody has imported yet.")
def command(folder: Path, output: Path, fresh: bool) -> None:
    """Write deck, worksheets and flashcards of a whole bank.

    A deck that is in the folder is the release before, as with `quizmill anki`: who imports the new one over
    it keeps all progress. For each topic there is an A4 worksheet with its key.
    """
    files: dict[Path, Product] = {}
    for path, product in products(open_for_writing(folder), output, fresh=fresh, tell=complain):
        complain(f"making {path}")
        files[path] = product
    publish(files, overwrite=True)  # what it made before from the bank as it was
    for path in stale(output, files):
        complain(
            f"note: {path} is from an earlier build, and no longer made; delete it if you do not need it"
        )
    complain(f"{len(files)} files in {output}")
