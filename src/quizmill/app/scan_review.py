"""Having a person look at what the reader of answer sheets doubts: on a page, or at the terminal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from quizmill.app.file_kinds import PAGE
from quizmill.app.scan_work import upright_of
from quizmill.classroom.class_set import ClassSet
from quizmill.classroom.scan.cards import Card, Decision, Whereabouts
from quizmill.classroom.scan.crops import Upright
from quizmill.classroom.scan.dealing import whereabouts
from quizmill.classroom.scan.decisions import Decisions
from quizmill.classroom.scan.doubts import doubt_cards
from quizmill.classroom.scan.review_page.page import Review, review_page
from quizmill.classroom.scan.stack import ReadPicture, Stack
from quizmill.compose.answer_sheet.layout import Layout
from quizmill.export.publish import Product, publish
from quizmill.faces.plain.lines import Keyboard
from quizmill.faces.plain.sheet_doubts import SheetDoubts
from quizmill.faces.plain.terminal import stdout_screen


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of a stack, and what one may answer."""

    made: ClassSet
    layout: Layout
    cards: tuple[Card, ...]
    names: bool  # whether names may be seen

    @property
    def language(self) -> str:
        """That of the sheets' own words."""
        return str(self.made.looks.get("language", "")) or self.made.papers[0].language

    @property
    def sheets(self) -> tuple[Whereabouts, ...]:
        """Where a picture may belong."""
        return whereabouts(self.made, self.layout, self.made.words, names=self.names)


def asked_of(stack: Stack, made: ClassSet, layout: Layout, folder: str, *, names: bool) -> Asked:
    """The doubts of the stack; the straightened pages lie in *folder*."""

    def upright(picture: ReadPicture) -> Upright | None:
        path = upright_of(folder, picture.digest)
        return Upright(path.read_bytes(), layout) if path.exists() else None

    cards = doubt_cards(stack, layout, upright, made.words, names=names)
    return Asked(made=made, layout=layout, cards=cards, names=names)


def ask_at_terminal(asked: Asked, keep: Callable[[Decision], None]) -> int:
    """Every doubt, one after the other; *keep* gets each decision at once. How many there were."""
    screen = stdout_screen(asked.language)
    decided = SheetDoubts(asked.cards, asked.sheets, screen, Keyboard(screen), keep).run()
    screen.flush()
    return decided


def write_review_page(
    asked: Asked, to: Path, decisions: Decisions, file: Path, paper: Path, command: str
) -> None:
    """The page at *to*, which saves its decisions as *file*; raises FileUnusable when it cannot be."""
    words = asked.made.words
    review = Review(
        title=asked.made.title,
        paper=decisions.paper,
        language=asked.language,
        cards=asked.cards,
        sheets=asked.sheets,
        pupils=asked.made.labels if asked.names else (),
        answers=tuple(map(msgspec.to_builtins, decisions.answers)),
        pictures=tuple(map(msgspec.to_builtins, decisions.pictures)),
        file=file.name,
        beside=paper.name,
        command=command,
        names=asked.names,
    )
    publish({to: Product(review_page(review, words).encode(), PAGE, private=True)})
