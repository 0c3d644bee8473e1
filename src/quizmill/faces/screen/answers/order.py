"""Putting steps in order: pick one up with Space, move it with the arrows; or drag, or Shift and arrows."""

from __future__ import annotations

from quizmill.compose.exercise import Exercise
from quizmill.faces.screen import blocks
from quizmill.faces.screen.answers.row import Row
from quizmill.faces.screen.answers.rows import Rows
from quizmill.faces.screen.prose import Pen
from quizmill.grade import Order, read_response
from quizmill.grade.steps import belong
from quizmill.study.sitting import Answer

_MOVES = {"shift+up": -1, "alt+up": -1, "K": -1, "shift+down": 1, "alt+down": 1, "J": 1}
_HELD = {"up": -1, "k": -1, "down": 1, "j": 1}


class Steps(Rows):
    """Ordering. Steps keep the numbers under which they were first shown."""

    HOW = "screen.order_how"

    def __init__(self, exercise: Exercise, pen: Pen) -> None:
        self._order = list(range(len(exercise.options)))
        self._touched = False
        self._held = False
        self._pressed: int | None = None
        super().__init__(exercise, pen)
        self._show()

    @property
    def text(self) -> str:
        """The numbers in their order: `3 1 2`."""
        return " ".join(str(step + 1) for step in self._order)

    @property
    def begun(self) -> bool:
        """An order is there from the start; it is an answer once something was moved."""
        return self._touched

    @property
    def gap(self) -> str:
        """Said when nothing has been moved."""
        return "" if self._touched else self.pen.words("screen.order_first")

    def on_mount(self) -> None:
        """The cursor waits on the first step."""
        if self.cursor is None and not self.settled:
            self.point(0)

    def _show(self) -> None:
        for place, row in enumerate(self.rows):
            step = self._order[place]
            row.set_class(self._held and place == self.cursor, "-held")
            grip = f"{self.pen.signs.grip} "
            held = self.pen.words("screen.moving") + " " if self._held and place == self.cursor else ""
            row.reword(blocks.option(self.exercise.options[step], self.pen), f"{grip}{held}{step + 1}.")

    def _carry(self, start: int, end: int) -> None:
        """Take the step at *start* to *end*."""
        end = max(0, min(end, len(self._order) - 1))
        self._order.insert(end, self._order.pop(start))
        self._touched = True
        self.point(end)
        self._show()

    def key(self, key: str) -> bool:
        """Space picks up and puts down; a step that is held goes where the arrows go."""
        place = self.cursor or 0
        if key == "space":
            self._held = not self._held
            self._touched = True
            self._show()
        elif key in _MOVES:
            self._carry(place, place + _MOVES[key])
        elif self._held and key in _HELD:
            self._carry(place, place + _HELD[key])
        elif self._held and key in ("home", "end"):
            self._carry(place, 0 if key == "home" else len(self._order))
        else:
            return False
        return True

    def named(self, character: str) -> bool:
        """A number goes to the step that has it; capital J and K move."""
        if character in ("J", "K") or (self._held and character in ("j", "k")):
            return self.key(character)
        place = self._numbered(character)
        if place is not None and not self._held:
            self.point(self._order.index(place))
        return place is not None

    def on_row_pressed(self, message: Row.Pressed) -> None:
        self._pressed = message.row.index

    def on_row_released(self, message: Row.Released) -> None:
        """Dragged from one row to another: the step goes there."""
        start, self._pressed = self._pressed, None
        if not self.settled and start is not None and start != message.row.index:
            self._held = False
            self._carry(start, message.row.index)

    def on_row_clicked(self, message: Row.Clicked) -> None:
        """A click picks up, the next one puts down at its place."""
        if self.settled:
            return
        if self._held and self.cursor is not None:
            self._held = False
            self._carry(self.cursor, message.row.index)
            return
        self.point(message.row.index)
        self._held = self._touched = True
        self._show()

    def restore(self, text: str) -> None:
        """Ordered as before."""
        response = read_response(self.exercise, text)
        if isinstance(response, Order):
            self._order, self._touched = list(response.steps), True
            self._show()

    def settle(self, answer: Answer) -> None:
        """The steps in their right order, and where the learner had put each."""
        super().settle(answer)
        self._held = False
        self.point(None)
        given = sorted(zip(belong(self.exercise, self._order), enumerate(self._order), strict=True))
        for row, (belongs, (place, step)) in zip(self.rows, given, strict=True):
            row.set_class(False, "-held")
            row.reword(blocks.option(self.exercise.options[step], self.pen), f"{belongs + 1}.")
            row.judge(belongs == place, self._where(place, belongs))

    def _where(self, place: int, belongs: int) -> str:
        if place == belongs:
            return self.pen.words("screen.in_place")
        return self.pen.words("screen.was_put_at", number=place + 1)
