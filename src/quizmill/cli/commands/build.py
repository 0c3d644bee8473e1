"""`quizmill build`: everything a bank gives, in one folder, the same bytes every time."""

from __future__ import annotations

from pathlib import Path

import click

from quizmill.app.build import Built, build
from quizmill.app.folders import cache_folder
from quizmill.app.opening import open_for_writing
from quizmill.app.store import Store
from quizmill.app.talk import count
from quizmill.cli.options import bank_option, output_option
from quizmill.faces.plain.terminal import complain


@click.command("build")
@bank_option
@output_option("exports", "DIR", "The folder to fill.")
@click.option("--fresh", is_flag=True, help="Begin the deck anew: for one that nobody has imported yet.")
def command(folder: Path, output: Path, fresh: bool) -> None:
    """Write deck, worksheets, flashcards and page of a whole bank.

    A deck that is in the folder is the release before, as with `quizmill anki`: who imports the new one over
    it keeps all progress. For each topic there is an A4 worksheet with its key; what is to be read first is
    in one study sheet, and what a class may talk over in a discussion guide, if the bank has them. What is
    in the folder as it would be made is left as it is.
    """
    loaded = open_for_writing(folder)
    built = build(loaded, output, Store(cache_folder()), fresh=fresh, tell=complain)
    for path in built.stale:
        complain(f"note: {path} was made before, and is no longer; delete it if you do not need it")
    complain(f"{count(len(built.products), 'file')} in {output}{_changed(built)}")


def _changed(built: Built) -> str:
    written, all_of_them = len(built.written), len(built.products)
    if written == all_of_them:
        return ""
    return f", {written} of them new or changed" if written else ", all as they were"
