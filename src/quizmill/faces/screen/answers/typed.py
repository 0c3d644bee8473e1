"""A few words or a number, typed; the unit stands beside the line."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from quizmill.bank.markup import plain
from quizmill.bank.model import Numerical
from quizmill.compose.exercise import Exercise
from quizmill.faces.screen.answers.area import Area
from quizmill.faces.screen.prose import Pen
from quizmill.study.sitting import Answer


class Typed(Area):
    """Short answers and numbers."""

    TYPED = True
    EMPTY = "screen.type_first"
    HOW = "screen.type_how"

    def __init__(self, exercise: Exercise, pen: Pen) -> None:
        super().__init__(exercise, pen)
        self._input = Input(compact=True, select_on_focus=False)

    @property
    def text(self) -> str:
        """What is typed, as the plain face takes it."""
        return self._input.value.strip()

    def compose(self) -> ComposeResult:
        """The line, and the unit behind it."""
        question = self.exercise.question
        with Horizontal(classes="line"):
            yield self._input
            if isinstance(question, Numerical) and question.unit:
                yield Static(self.pen.literal(plain(question.unit)), classes="unit")

    @property
    def field(self) -> Input:
        """The line."""
        return self._input

    def restore(self, text: str) -> None:
        """What was typed before."""
        self._input.value = text

    def settle(self, answer: Answer) -> None:
        """Nothing more can be typed."""
        super().settle(answer)
        self._input.disabled = True
