"""`quizmill build`: everything a bank gives, in one folder, the same bytes every time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from quizmill.bank.load import LoadedBank
from quizmill.cli.anki import deck, report
from quizmill.cli.deck_place import release_before
from quizmill.cli.opening import open_for_writing
from quizmill.cli.options import bank_option
from quizmill.cli.pictures import pictures
from quizmill.cli.sheets import Wish, sheets
from quizmill.cli.terminal import complain
from quizmill.cli.worksheet import class_set
from quizmill.compose.forms import even
from quizmill.compose.paper import compose
from quizmill.compose.selection import Selection, choose
from quizmill.export.flashcards import FlashcardOptions, flashcards
from quizmill.export.paper.options import WorksheetOptions
from quizmill.export.publish import publish

_SEED = 0
_SUFFIXES = (".pdf", ".json")  # a deck of another name is another bank's


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
    loaded = open_for_writing(folder)
    namespace = loaded.bank.namespace
    apkg = output / f"{namespace}.apkg"
    before = release_before(apkg, None, namespace, fresh=fresh)
    files: dict[Path, bytes] = {}
    for path, data in _made(loaded, output, apkg, before):
        complain(f"making {path}")
        files[path] = data
    publish(files)
    for path in _stale(output, files):
        complain(
            f"note: {path} is from an earlier build, and no longer made; delete it if you do not need it"
        )
    complain(f"{len(files)} files in {output}")


def _made(loaded: LoadedBank, output: Path, apkg: Path, before: Path | None) -> Iterator[tuple[Path, bytes]]:
    bank = loaded.bank
    whole = compose(bank, tuple(bank.questions()), seed=_SEED, order="bank")
    release = deck(loaded, whole, before)
    if before:
        report(release)
    yield apkg, release.data
    for topic in bank.topics:
        if topic.questions:
            asked = choose(bank, Selection(topics=(topic.id,)), seed=_SEED).questions
            paper = even(bank, asked, seed=_SEED, order="bank", title=topic.title)
            wish = Wish(base=output / "worksheets" / topic.id, options=WorksheetOptions())
            yield from sheets(class_set(loaded, (paper,)), wish).items()
    cards = flashcards(whole, FlashcardOptions(), pictures(loaded.folder, whole.exercises))
    for warning in cards.warnings:
        complain(f"note: {warning}")
    yield output / "flashcards.pdf", cards.data


def _stale(output: Path, made: dict[Path, bytes]) -> list[Path]:
    there = [*output.iterdir(), *(output / "worksheets").iterdir()]
    return sorted(path for path in there if path.suffix in _SUFFIXES and path not in made)
