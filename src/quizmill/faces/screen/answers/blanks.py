"""A text with gaps: a line to type in for each, and the text above fills as they are typed."""

from __future__ import annotations

from typing import ClassVar

import msgspec
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.visual import Visual
from textual.widgets import Input, Static

from quizmill.bank import cloze
from quizmill.bank.model import Cloze
from quizmill.compose.exercise import Exercise
from quizmill.faces.screen.answers.area import Area
from quizmill.faces.screen.blocks import laid_out
from quizmill.faces.screen.prose import Pen, Prose
from quizmill.grade import Blanks, read_response
from quizmill.study.sitting import Answer

_WAYS = {"enter": 1, "down": 1, "up": -1}
_STRANGE = range(0x2800, 0xD7A4)  # Braille, which hardly a text holds, and on: more than any text can hold


class Gaps(Area):
    """Cloze."""

    TYPED = True
    EMPTY = "screen.gap_first"
    KEYS: ClassVar[frozenset[str]] = frozenset({"enter", "up", "down"})

    def __init__(self, exercise: Exercise, question: Cloze, pen: Pen) -> None:
        super().__init__(exercise, pen)
        self._text, self._marks = _with_marks(question.text)
        self._inputs = [Input(compact=True, select_on_focus=False) for _ in exercise.blanks]
        self._told: tuple[bool, ...] = ()
        self._prose = Prose(self._filled(), id="gaps")

    @property
    def how(self) -> str:
        """What Enter does depends on how many there are."""
        return self.pen.words("screen.gaps_how" if len(self._inputs) > 1 else "screen.gap_how")

    @property
    def text(self) -> str:
        """The answers, parted by bars; a bar inside one has a backslash."""
        typed = [each.value.strip() for each in self._inputs]
        return " | ".join(value.replace("|", "\\|") for value in typed) if any(typed) else ""

    @property
    def gap(self) -> str:
        """The gaps that are still empty."""
        empty = [str(i) for i, each in enumerate(self._inputs, 1) if not each.value.strip()]
        return self.pen.words("screen.gaps_empty", numbers=", ".join(empty)) if empty else ""

    def compose(self) -> ComposeResult:
        """The text, then the lines."""
        yield self._prose
        for i, each in enumerate(self._inputs, 1):
            with Horizontal(classes="line"):
                if len(self._inputs) > 1:
                    yield Static(f"{i}. ", classes="number", markup=False)
                yield each

    def _filled(self) -> Visual:
        gaps = {mark: self._gap(place) for place, mark in enumerate(self._marks)}
        return laid_out(self._text, msgspec.structs.replace(self.pen, gaps=gaps), "bold")

    def _gap(self, place: int) -> Content:
        value = self._inputs[place].value.strip()
        name = str(place + 1) if len(self._inputs) > 1 else ""
        if not value:
            return Content.styled(f"__{name}__", "bold $accent")
        signs = self.pen.signs
        sign = (signs.right if self._told[place] else signs.wrong) if self._told else ""
        return self.pen.literal(value, "bold underline $accent") + Content(sign)

    @property
    def field(self) -> Input:
        """The line with the cursor; before there is one, that of the first empty gap."""
        focused = self.screen.focused
        if isinstance(focused, Input) and focused in self._inputs:
            return focused
        return next((each for each in self._inputs if not each.value), self._inputs[0])

    def press(self, key: str, character: str) -> Message | bool:
        """Enter goes to the next gap, and hands in at the last; arrows go up and down."""
        place = self._inputs.index(self.field)
        aim = place + _WAYS.get(key, 0)
        if key == "enter" and place + 1 == len(self._inputs):
            return self.hand_in()
        if key in _WAYS and 0 <= aim < len(self._inputs):
            self.screen.set_focus(self._inputs[aim])
        return key in _WAYS

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._prose.say(self._filled())

    def restore(self, text: str) -> None:
        """What was typed before."""
        response = read_response(self.exercise, text)
        if isinstance(response, Blanks):
            for each, value in zip(self._inputs, response.texts, strict=True):
                each.value = value

    def settle(self, answer: Answer) -> None:
        """Which gaps are right."""
        super().settle(answer)
        self._told = answer.mark.parts if len(answer.mark.parts) == len(self._inputs) else ()
        self._prose.say(self._filled())
        self.query(".line").set(display=not self._told)  # the text says what was typed
        for each in self._inputs:
            each.disabled = True


def _with_marks(text: str) -> tuple[str, list[str]]:
    """The text with a character of its own for each blank, and these characters."""
    strange = (character for character in map(chr, _STRANGE) if character not in text)
    marks: list[str] = []
    parts: list[str] = []
    for segment in cloze.segments(text):
        if isinstance(segment, cloze.Blank):
            marks.append(next(strange))
        parts.append(marks[-1] if isinstance(segment, cloze.Blank) else segment)
    return "".join(parts), marks
