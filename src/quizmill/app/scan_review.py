"""Having a person look at what the reader of answer sheets doubts: on a page, or at the terminal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from quizmill.app.file_kinds import PAGE
from quizmill.app.scan_work import upright_of
from quizmill.classroom.class_set import ClassSet
from quizmill.classroom.scan.cards import Decision
from quizmill.classroom.scan.crops import Upright
from quizmill.classroom.scan.decisions import Decisions
from quizmill.classroom.scan.doubts import doubt_cards
from quizmill.classroom.scan.review_page.page import Review, Saving, review_of, review_page
from quizmill.classroom.scan.stack import ReadPicture, Stack
from quizmill.compose.answer_sheet.layout import Layout
from quizmill.export.publish import Product, publish
from quizmill.faces.plain.lines import Keyboard
from quizmill.faces.plain.sheet_doubts import SheetDoubts
from quizmill.faces.plain.terminal import stdout_screen


def review_of_stack(
    stack: Stack,
    made: ClassSet,
    layout: Layout,
    folder: str,
    saving: Saving,
    decisions: Decisions,
    *,
    names: bool,
) -> Review:
    """What is asked of the stack; the straightened pages lie in *folder*."""

    def upright(picture: ReadPicture) -> Upright | None:
        path = upright_of(folder, picture.digest)
        return Upright(path.read_bytes(), layout) if path.exists() else None

    cards = doubt_cards(stack, layout, upright, made.words, names=names)
    decided: list[Decision] = [*decisions.answers, *decisions.pictures]
    return review_of(made, layout, cards, saving, names=names, decided=decided)


def ask_at_terminal(review: Review, keep: Callable[[Decision], None]) -> int:
    """Every doubt, one after the other; *keep* gets each decision at once. How many there were."""
    if not review.cards:
        return 0
    screen = stdout_screen(review.language)
    decided = SheetDoubts(review.cards, review.sheets, screen, Keyboard(screen), keep).run()
    screen.flush()
    return decided


def write_review_page(review: Review, made: ClassSet, to: Path) -> None:
    """The page, for this user alone; raises FileUnusable when it cannot be written."""
    publish({to: Product(review_page(review, made.words).encode(), PAGE, private=True)})
