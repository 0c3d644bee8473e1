"""`quizmill preview`: a bank in the browser while it is written, in all its shapes, with its findings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
import msgspec

from quizmill.app.preview.serving import USUAL_PORT, PreviewWish, serve
from quizmill.cli.naming_options import named, naming_options
from quizmill.cli.options import bank_option
from quizmill.compose.selection import Selection
from quizmill.faces.plain.terminal import complain


@click.command("preview")
@bank_option
@naming_options
@click.option(
    "--documents",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Show the paragraphs of the original documents in DIR.  [default: the folder that bank.yaml names]",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="N",
    help=f"Where to listen on this computer.  [default: {USUAL_PORT}, or the next that is free]",
)
@click.option("--no-open", is_flag=True, help="Print the address alone, and start no browser.")
def command(folder: Path, documents: Path | None, port: int | None, no_open: bool, **typed: Any) -> None:
    """Show a bank in the browser while you write it.

    Each question as it looks in the terminal, as Anki's card, on the worksheet and on the web page, with what
    `check` finds in it and the facts it rests on. What you save is shown at once. Nobody but you can look:
    the address works on this computer alone, and nothing is written. Ctrl-C ends it.
    """
    chosen, without = named(typed)
    selection = Selection(**msgspec.structs.asdict(chosen), without=without, electives=True)
    wish = PreviewWish(folder=folder, documents=documents, selection=selection, port=port)
    serve(wish, complain, click.echo, opens=not no_open)
