"""What every way of answering has in common: it holds the text that would be typed at the plain face."""

from __future__ import annotations

from typing import ClassVar

from textual.message import Message
from textual.widget import Widget

from quizmill.compose.exercise import Exercise
from quizmill.faces.screen.keys import key_name
from quizmill.faces.screen.prose import Pen
from quizmill.study.sitting import Answer


class Area(Widget):
    """A place to answer one exercise."""

    DEFAULT_CSS = "Area { height: auto; width: 1fr; layout: vertical; }"
    HANDS_IN = "Enter"  # the key that hands in, as English keyboards have it
    EMPTY = "screen.choose_first"  # what is said to who hands in nothing
    KEYS: ClassVar[frozenset[str]] = frozenset({"enter"})  # that are no typing, also in a field
    TYPED = False  # whether there are fields to type in
    HOW = ""  # the key of one line that says what to press

    class Given(Message):
        """The learner hands in this text."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Told(Message):
        """There is something to tell the learner, and nothing was handed in."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, exercise: Exercise, pen: Pen) -> None:
        super().__init__()
        self.exercise = exercise
        self.pen = pen
        self.settled = False  # the answer is given: nothing can be changed here any more
        self._warned_of = ""

    @property
    def text(self) -> str:
        """The answer as it stands, as the plain face would be told it; empty when there is none."""
        raise NotImplementedError

    @property
    def gap(self) -> str:
        """What is still to be done, as a sentence; empty when the answer is whole."""
        return ""

    @property
    def begun(self) -> bool:
        """Whether the learner has done anything that could count."""
        return bool(self.text)

    @property
    def how(self) -> str:
        """One line that says what to press."""
        return self.pen.words(self.HOW)

    def hand_in(self) -> Message:
        """The answer, or what is to be told: an incomplete one is taken only the second time, none never."""
        text, gap = self.text, self.gap
        if not text:
            return self.Told(self.pen.words(self.EMPTY))
        if gap and self._warned_of != text:
            self._warned_of = text
            words = self.pen.words
            key = key_name(self.HANDS_IN, words)
            return self.Told(words("screen.still_open", open=gap, key=key))
        return self.Given(text)

    def press(self, key: str, character: str) -> Message | bool:
        """Take a key; what comes of it, or whether it meant anything here."""
        return self.hand_in() if key in self.KEYS else False

    @property
    def field(self) -> Widget | None:
        """Where keys are typed into; None where every key is a choice."""
        return None

    def take_up(self) -> None:
        """Be ready for keys."""
        self.screen.set_focus(self.field or self)

    def restore(self, text: str) -> None:
        """Stand as it stood when *text* was given."""

    def settle(self, answer: Answer) -> None:
        """Show on the spot what was right and what was not."""
        self.settled = True
