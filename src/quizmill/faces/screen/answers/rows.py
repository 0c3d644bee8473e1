"""Rows with a cursor that the arrows move: what choosing, joining and ordering are made of."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.message import Message

from quizmill.compose.exercise import Exercise, letter
from quizmill.faces.screen import blocks
from quizmill.faces.screen.answers.area import Area
from quizmill.faces.screen.answers.row import Row
from quizmill.faces.screen.prose import Pen

_STEPS = {"up": -1, "k": -1, "down": 1, "j": 1}


class Rows(Area, can_focus=True):
    """An area of rows. A letter or number is told to :meth:`named`, the other keys to :meth:`key`."""

    def __init__(self, exercise: Exercise, pen: Pen) -> None:
        super().__init__(exercise, pen)
        self.rows = self.make_rows()
        self.cursor: int | None = None
        self._letters = {letter(i): i for i in range(len(exercise.options))}

    def make_rows(self) -> list[Row]:
        """A row for each option."""
        return [
            Row(i, f"{letter(i)}.", blocks.option(option, self.pen), self.pen)
            for i, option in enumerate(self.exercise.options)
        ]

    def compose(self) -> ComposeResult:
        """The rows."""
        yield from self.rows

    def named(self, character: str) -> Message | bool:
        """Take a letter or digit; what comes of it, or whether it meant anything."""
        return False

    def key(self, key: str) -> bool:
        """Take another key; whether it meant anything."""
        return False

    def point(self, place: int | None) -> None:
        """Put the cursor on the row at *place*."""
        self.cursor = place
        for i, row in enumerate(self.rows):
            row.point(i == place)

    def press(self, key: str, character: str) -> Message | bool:
        """Enter hands in, arrows move; letters and numbers are what the question makes of them."""
        if key == "enter":
            return self.hand_in()
        if character.isascii() and character.isalnum() and (named := self.named(character)):
            return named
        return self.key(key) or self._move(key)

    def _move(self, key: str) -> bool:
        last = len(self.rows) - 1
        if key in ("home", "end"):
            self.point(0 if key == "home" else last)
        elif key in _STEPS:
            step = _STEPS[key]
            self.point(
                (0 if step > 0 else last) if self.cursor is None else (self.cursor + step) % (last + 1)
            )
        else:
            return False
        return True

    def option(self, character: str) -> int | None:
        """The option that a letter, or else a digit, names; 0 is the tenth."""
        lettered = self._letters.get(character.lower())
        return lettered if lettered is not None else self._numbered(character)

    def _numbered(self, character: str) -> int | None:
        place = (int(character) - 1) % 10 if character.isdigit() else -1
        return place if 0 <= place < len(self.exercise.options) else None
