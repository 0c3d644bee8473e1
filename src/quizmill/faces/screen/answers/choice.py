"""One of several: a letter, a number or a click answers at once; arrows move, and Enter answers."""

from __future__ import annotations

from textual.message import Message

from quizmill.bank.model import TrueFalse
from quizmill.compose.exercise import letter, options_in
from quizmill.faces.screen import blocks
from quizmill.faces.screen.answers.row import Row
from quizmill.faces.screen.answers.rows import Rows
from quizmill.grade import Choice
from quizmill.study.sitting import Answer

_TRUTH = "tf"


class OneOf(Rows):
    """Multiple choice, and true or false with the letters t and f."""

    @property
    def how(self) -> str:
        """The keys that answer."""
        last = len(self.exercise.options)
        words = self.pen.words
        letters = (
            words("screen.letters_of_truth")
            if self._truth
            else words("screen.letters_to", letter=letter(last - 1), number=last)
        )
        return words("screen.letters_answer", letters=letters)

    @property
    def text(self) -> str:
        """The letter of the row with the cursor."""
        return "" if self.cursor is None else self._label(self.cursor)

    @property
    def _truth(self) -> bool:
        return isinstance(self.exercise.question, TrueFalse)

    def _label(self, place: int) -> str:
        return _TRUTH[place] if self._truth else letter(place)

    def make_rows(self) -> list[Row]:
        """A row for each option; those of a statement are t and f."""
        return [
            Row(i, f"{self._label(i)}.", blocks.option(option, self.pen), self.pen)
            for i, option in enumerate(options_in(self.exercise, self.pen.words))
        ]

    def named(self, character: str) -> Message | bool:
        """Choose and hand in."""
        if self._truth and not character.isdigit():
            place: int | None = _TRUTH.find(character.lower())
        else:
            place = self.option(character)
        if place is None or place < 0:
            return False
        return self._choose(place)

    def _choose(self, place: int) -> Message:
        self.point(place)
        return self.hand_in()

    def on_row_clicked(self, message: Row.Clicked) -> None:
        if not self.settled:
            self.post_message(self._choose(message.row.index))

    def restore(self, text: str) -> None:
        """The cursor on what was chosen."""
        labels = [self._label(i) for i in range(len(self.rows))]
        self.point(labels.index(text) if text in labels else None)

    def settle(self, answer: Answer) -> None:
        """Which one is right, and which one was taken."""
        super().settle(answer)
        self.point(None)
        picks = answer.response.picks if isinstance(answer.response, Choice) else ()
        for i, row in enumerate(self.rows):
            if i in self.exercise.key:
                row.judge(True, self.pen.words("screen.right_yours" if i in picks else "screen.right"))
            elif i in picks:
                row.judge(False, self.pen.words("screen.yours"))
