"""`quizmill init`: a bank that works, to be changed into one's own."""

from __future__ import annotations

import secrets
import shlex
from pathlib import Path

import click

from quizmill.app.file_kinds import NEW
from quizmill.app.init import EXAMPLES, starter_files
from quizmill.export.publish import Product, publish
from quizmill.faces.plain.terminal import complain


@click.command("init")
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), required=False)
@click.option(
    "--example",
    type=click.Choice(EXAMPLES),
    help="Start with this bank instead, of 25 questions with all that a bank can show: listings, formulas, "
    "tables, pictures, sounds.",
)
def command(folder: Path | None, example: str | None) -> None:
    """Start a bank of your own.

    It is written to DIR, my-bank unless given, has an example of each of the nine kinds of question,
    and works at once.
    """
    folder = folder or Path(f"my-{example or 'bank'}")
    files = starter_files(folder, secrets.token_hex(3), example)
    publish({path: Product(data, NEW) for path, data in files.items()})
    for path in sorted(files):
        click.echo(path)
    bank = shlex.quote(str(folder))
    complain("\nThis bank works. Next:")
    complain(f"  quizmill quiz --bank {bank}     asks what is in it")
    complain(f"  quizmill check --bank {bank}    finds what is wrong or weak in it")
    complain(f"  {folder / 'README.md'} tells how to go on")
