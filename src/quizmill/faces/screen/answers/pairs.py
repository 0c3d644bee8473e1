"""Joining lefts to rights: arrows or a number choose a left, a letter or a click joins it to a right."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.visual import Visual

from quizmill.bank.markup import pictured, shown, whole
from quizmill.bank.model import Matching
from quizmill.compose.exercise import Exercise, letter
from quizmill.faces.screen import blocks
from quizmill.faces.screen.answers.row import Row
from quizmill.faces.screen.answers.rows import Rows
from quizmill.faces.screen.prose import Pen, Prose
from quizmill.grade import Pairing, read_response
from quizmill.study.sitting import Answer


class Pairs(Rows):
    """Matching."""

    EMPTY = "screen.pairs_first"

    def __init__(self, exercise: Exercise, question: Matching, pen: Pen) -> None:
        self._lefts = [left for left, _ in question.pairs]
        self._joined: list[int | None] = [None] * len(self._lefts)
        super().__init__(exercise, pen)
        self._rights = [
            Row(i, f"{letter(i)}.", blocks.option(option, pen), pen)
            for i, option in enumerate(exercise.options)
        ]
        self._between = Prose(pen.literal(pen.words("face.go_with"), "$quiet"))
        self._show()

    @property
    def how(self) -> str:
        """The keys that join."""
        last = letter(len(self._rights) - 1)
        return self.pen.words("screen.pairs_how", number=len(self._lefts), letter=last)

    @property
    def text(self) -> str:
        """The pairs: `1b 2a`."""
        return " ".join(f"{i}{letter(right)}" for i, right in enumerate(self._joined, 1) if right is not None)

    @property
    def gap(self) -> str:
        """The lefts that are joined to nothing."""
        free = [str(i) for i, right in enumerate(self._joined, 1) if right is None]
        return self.pen.words("screen.pairs_free", numbers=", ".join(free)) if free else ""

    def make_rows(self) -> list[Row]:
        """A row for each left."""
        return [
            Row(i, f"{i + 1}.", blocks.option(left, self.pen), self.pen) for i, left in enumerate(self._lefts)
        ]

    def compose(self) -> ComposeResult:
        """Lefts, then the rights they go with."""
        yield from self.rows
        yield self._between
        yield from self._rights

    def on_mount(self) -> None:
        """The first left waits to be joined."""
        if self.cursor is None and not self.settled:
            self.point(0)

    def _show(self) -> None:
        for i, row in enumerate(self.rows):
            row.reword(self._said(i))
        for i, right in enumerate(self._rights):
            right.set_class(i in self._joined, "-used")

    def _said(self, place: int) -> Visual:
        joined = self._joined[place]
        to, right = Content(f"{self.pen.signs.joined} "), "?"
        if joined is not None:
            to, right = to + Content.styled(f"{letter(joined)}. ", "bold"), self.exercise.options[joined]
        return blocks.side_by_side([(Content(""), self._lefts[place]), (to, right)], self.pen)

    def _join(self, right: int | None) -> None:
        place = self.cursor or 0
        self._joined[place] = right
        self._show()
        if right is not None:
            self.point(next((i for i in self._after(place) if self._joined[i] is None), place))

    def _after(self, place: int) -> list[int]:
        count = len(self._lefts)
        return [(place + step) % count for step in range(1, count)]

    def named(self, character: str) -> bool:
        """A letter joins, a digit chooses a left."""
        if character.isdigit():
            if 0 < int(character) <= len(self._lefts):
                self.point(int(character) - 1)
            return True
        right = self.option(character)
        if right is not None:
            self._join(right)
        return right is not None

    def key(self, key: str) -> bool:
        """Left and right try one right after another; Backspace frees."""
        if key in ("backspace", "delete"):
            self._join(None)
            return True
        if key not in ("left", "right"):
            return False
        place, count = self.cursor or 0, len(self._rights)
        step, joined = (1 if key == "right" else -1), self._joined[self.cursor or 0]
        self._joined[place] = (
            (joined + step) % count if joined is not None else (0 if step > 0 else count - 1)
        )
        self._show()
        return True

    def on_row_clicked(self, message: Row.Clicked) -> None:
        if self.settled:
            return
        if message.row in self._rights:
            self._join(message.row.index)
        else:
            self.point(message.row.index)

    def restore(self, text: str) -> None:
        """Joined as before."""
        response = read_response(self.exercise, text)
        if isinstance(response, Pairing):
            self._joined = list(response.rights)
            self._show()

    def settle(self, answer: Answer) -> None:
        """Which pairs are right; what the others are is said beside them, and the rights make room."""
        super().settle(answer)
        self.point(None)
        for each in (self._between, *self._rights):
            each.display = self._are_blocks
        for i, row in enumerate(self.rows):
            right = self._joined[i] == self.exercise.key[i]
            row.judge(right, self._how_it_is(right, self.exercise.key[i]))

    def _how_it_is(self, right: bool, key: int) -> str:
        if right:
            return self.pen.words("screen.right")
        said = f"{letter(key)}."
        if not self._are_blocks:
            said += f" {shown(self.exercise.options[key])}"
        return self.pen.words("screen.wrong_it_is", answer=said)

    @property
    def _are_blocks(self) -> bool:
        """Whether a right is more than a line can say."""
        return any(whole(option) or pictured(option) for option in self.exercise.options)
