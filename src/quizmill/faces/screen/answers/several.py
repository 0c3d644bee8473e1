"""Several of many: letters, numbers, Space or clicks tick; Enter hands in."""

from __future__ import annotations

from quizmill.compose.exercise import Exercise, letter
from quizmill.faces.screen.answers.row import Row
from quizmill.faces.screen.answers.rows import Rows
from quizmill.faces.screen.prose import Pen
from quizmill.grade import Choice, read_response
from quizmill.study.sitting import Answer


class SeveralOf(Rows):
    """Multiple response."""

    EMPTY = "screen.tick_first"

    def __init__(self, exercise: Exercise, pen: Pen) -> None:
        super().__init__(exercise, pen)
        self._picks: set[int] = set()
        self._show()

    @property
    def how(self) -> str:
        """The keys that tick."""
        return self.pen.words("screen.tick_how", letter=letter(len(self.rows) - 1))

    @property
    def text(self) -> str:
        """The letters of what is ticked: `a,c`."""
        return ",".join(letter(i) for i in sorted(self._picks))

    def _show(self) -> None:
        for i, row in enumerate(self.rows):
            row.tick(i in self._picks)

    def _toggle(self, place: int) -> None:
        self._picks ^= {place}
        self.point(place)
        self._show()

    def named(self, character: str) -> bool:
        """Tick it, or take the tick off."""
        place = self.option(character)
        if place is not None:
            self._toggle(place)
        return place is not None

    def key(self, key: str) -> bool:
        """Space ticks the row with the cursor."""
        if key == "space" and self.cursor is not None:
            self._toggle(self.cursor)
        return key == "space"

    def on_row_clicked(self, message: Row.Clicked) -> None:
        if not self.settled:
            self._toggle(message.row.index)

    def restore(self, text: str) -> None:
        """Ticked as before."""
        response = read_response(self.exercise, text, by_letter=True)
        if isinstance(response, Choice):
            self._picks = set(response.picks)
            self._show()

    def settle(self, answer: Answer) -> None:
        """Which ones are right, and which of them were missed."""
        super().settle(answer)
        self.point(None)
        for i, row in enumerate(self.rows):
            if i in self.exercise.key:
                row.judge(
                    True, self.pen.words("screen.right" if i in self._picks else "screen.right_not_ticked")
                )
            elif i in self._picks:
                row.judge(False, self.pen.words("screen.wrong"))
