"""`quizmill reprint`: sheets and keys of a paper that was kept, without its bank."""

from __future__ import annotations

from pathlib import Path

import click

from quizmill.cli.kept import kept
from quizmill.cli.options import key_csv_option, split_option
from quizmill.cli.printing import as_before, printing_options
from quizmill.cli.sheets import Wish, base_of, key_table, printed
from quizmill.errors import BadRequest
from quizmill.export.paper.options import WorksheetOptions
from quizmill.export.paper.sections import gathered
from quizmill.export.publish import publish


@click.command("reprint")
@click.argument("paper", type=click.Path(path_type=Path), metavar="PAPER.json")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="BASE",
    help="Writes BASE.pdf and BASE-key.pdf.  [default: beside PAPER.json, with its name]",
)
@split_option
@key_csv_option
@printing_options
def command(
    paper: Path, output: Path | None, split: bool, keys: Path | None, looks: WorksheetOptions
) -> None:
    """Write sheets and keys of a kept paper again.

    PAPER.json is what `quizmill worksheet` wrote. No bank is needed: the paper is as it was, even if the
    bank has changed or is gone. It also looks as it did, but for the options that are given here.
    """
    made = kept(paper)
    looks = as_before(looks, made.looks, paper)
    if gathered(made.papers, looks.sections) != made.papers:
        raise BadRequest(f"--sections: the questions of this paper do not stand by {looks.sections}")
    base = base_of(output) if output else paper.with_suffix("")
    wish = Wish(base=base, options=looks, split=split, key_table=keys)
    files = printed(made, wish)
    files |= key_table(made, wish, beside=(*files, paper))
    publish(files)
    for path in files:
        click.echo(path)
