"""Everything a bank gives, in one folder, the same bytes every time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from quizmill.app.deck import make_deck, report
from quizmill.app.deck_place import DECK, release_before
from quizmill.app.kinds import PDF
from quizmill.app.notes import Tell, silent
from quizmill.app.pictures import pictures
from quizmill.app.worksheets import PrintTarget, class_set, sheets
from quizmill.bank.load import LoadedBank
from quizmill.compose.forms import even
from quizmill.compose.paper import compose
from quizmill.compose.selection import Selection, choose
from quizmill.export.flashcards import FlashcardOptions, flashcards
from quizmill.export.paper.worksheet_options import WorksheetOptions
from quizmill.export.publish import Product

_SEED = 0
_SUFFIXES = (".pdf", ".json")  # a deck of another name is another bank's


def products(
    loaded: LoadedBank, output: Path, *, fresh: bool = False, tell: Tell = silent
) -> Iterator[tuple[Path, Product]]:
    """Deck, worksheets with their keys, and flashcards, one after the other, by where they go in *output*.

    A deck that is there is the release before, unless it is to be made *fresh*. Raises FileUnusable when that
    is no deck of this bank, ExportRefused for what cannot be printed.
    """
    bank = loaded.bank
    apkg = output / f"{bank.namespace}.apkg"
    before = release_before(apkg, None, bank.namespace, fresh=fresh)
    whole = compose(bank, tuple(bank.questions()), seed=_SEED, order="bank")
    release = make_deck(loaded, whole, before, tell=tell)
    if before:
        report(release, tell)
    yield apkg, Product(release.data, DECK)
    for topic in bank.topics:
        if topic.questions:
            asked = choose(bank, Selection(topics=(topic.id,)), seed=_SEED).questions
            paper = even(bank, asked, seed=_SEED, order="bank", title=topic.title)
            target = PrintTarget(base=output / "worksheets" / topic.id, options=WorksheetOptions())
            yield from sheets(class_set(loaded, (paper,)), target).items()
    cards = flashcards(whole, FlashcardOptions(), pictures(loaded.folder, whole.exercises))
    for warning in cards.warnings:
        tell(f"note: {warning}")
    yield output / "flashcards.pdf", Product(cards.data, PDF)


def stale(output: Path, made: Mapping[Path, Product]) -> list[Path]:
    """What an earlier build has left in *output* that is no longer *made*."""
    there = [*output.iterdir(), *(output / "worksheets").iterdir()]
    return sorted(path for path in there if path.suffix in _SUFFIXES and path not in made)
