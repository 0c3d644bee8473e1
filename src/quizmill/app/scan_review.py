"""Having a person look at what the reader of answer sheets doubts: on a page, or at the terminal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from quizmill.app.file_kinds import REVIEW_PAGE
from quizmill.app.scan_work import upright_of
from quizmill.app.talk import Tell, count
from quizmill.classroom.class_set import ClassSet
from quizmill.classroom.scan.cards import Decision
from quizmill.classroom.scan.crops import Upright
from quizmill.classroom.scan.decisions import SheetDecisions
from quizmill.classroom.scan.doubts import doubt_cards
from quizmill.classroom.scan.review_page.page import Saving, SheetReview, review_of, review_page
from quizmill.classroom.scan.stack import ReadPicture, Stack
from quizmill.classroom.typed_beside import Typed
from quizmill.compose.answer_sheet.layout import Layout
from quizmill.export.publish import Product, publish
from quizmill.faces.plain.lines import Keyboard
from quizmill.faces.plain.sheet_doubts import SheetDoubts
from quizmill.faces.plain.terminal import stdout_screen
from quizmill.words import Words


class StackReview(msgspec.Struct, frozen=True):
    """What is asked of a stack, in the words of its sheets."""

    review: SheetReview
    words: Words

    def ask(self, keep: Callable[[Decision], None], before: set[str]) -> int:
        """Every doubt at the terminal but those asked *before*, by their ids, to which these are added.

        *keep* gets each decision at once. How many are left open.
        """
        cards = [card for card in self.review.cards if card.id not in before]
        if not cards:
            return 0
        before |= {card.id for card in cards}
        screen = stdout_screen(self.review.language)
        left = SheetDoubts(cards, self.review.sheets, screen, Keyboard(screen), keep).run()
        screen.flush()
        return left

    def write(self, to: Path, tell: Tell) -> None:
        """The page, for this user alone; raises FileUnusable when it cannot be written."""
        publish({to: Product(review_page(self.review, self.words).encode(), REVIEW_PAGE, private=True)})
        tell(f"note: {to} asks {count(len(self.review.cards), 'question')}")


def reviewed(
    stack: Stack,
    made: ClassSet,
    layout: Layout,
    folder: str,
    saving: tuple[str, str, str],
    decisions: SheetDecisions,
    typed: Typed,
    *,
    names: bool,
) -> StackReview:
    """What is asked of the stack, but for what was *typed*; the straightened pages lie in *folder*.

    *saving* is as in `Saving`.
    """

    def upright(picture: ReadPicture) -> Upright | None:
        path = upright_of(folder, picture.digest)
        return Upright(path.read_bytes(), layout) if path.exists() else None

    cards = doubt_cards(stack, layout, upright, made.words, typed, names=names)
    decided: list[Decision] = [*decisions.answers, *decisions.pictures]
    review = review_of(made, layout, cards, Saving(*saving), names=names, decided=decided)
    return StackReview(review, made.words)
