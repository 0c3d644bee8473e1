"""The rings of one page, with their letters and the numbers of the questions."""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.markup import escape
from quizmill.compose.answer_sheet import layout as answer_layout
from quizmill.compose.answer_sheet.layout import FormSheet, Layout
from quizmill.compose.answer_sheet.ringed import MINUS
from quizmill.compose.exercise import letter
from quizmill.export.fonts import ASCENT
from quizmill.export.paper.answer_sheet.examples import RING_GREY, RING_STROKE
from quizmill.export.paper.elements import CAPITALS, FINE, Element, Surface
from quizmill.export.paper.flow import Placed
from quizmill.export.paper.look import GREY, Look
from quizmill.export.paper.page_layout import MM
from quizmill.export.paper.typeset import Typesetter
from quizmill.words import Words

_LETTER_GREY = 0.55  # it is read, and weighs less than the weakest pencil
_LETTER = Look(6.5, 9, grey=_LETTER_GREY, align="center")
_SIGN = Look(11, 14, "heavy", grey=_LETTER_GREY, align="center")  # a point or a minus
_NUMBER = Look(9.5, 13, "heavy", align="right")
_NAME = Look(8.5, 12, align="right")
_UNIT = Look(8.5, 12)
_HINT = Look(6.5, 8, "slanted", GREY)
_HINT_BELOW = 1.8  # mm
_SIGNS = {MINUS: "−"}
_WIDE = 10.0  # mm for what stands at the left of a line
_BOX = (6.0, 7.0)  # mm across and down: to write a digit in


class Rings(Element):
    """All that stands on one page of a form below its head, in a box as large as the page."""

    def __init__(self, layout: Layout, sheet: FormSheet, page: int, words: Words, setter: Typesetter) -> None:
        self._layout, self._sheet, self._setter = layout, sheet, setter
        self._several = words("answer_sheet.several")
        self._lines = [line for line in sheet.lines if line.page == page]
        self._parts: dict[int, int] = {}
        for line in sheet.lines:
            self._parts[line.number] = line.part + 1
        self.width, self.height = layout.width * MM, layout.height * MM
        self._texts = [text for line in self._lines for text in self._line(line)]

    def draw(self, surface: Surface) -> None:
        """Rings and boxes, then what is read, in the order of the questions."""
        surface.setStrokeGray(RING_GREY)
        surface.setLineWidth(RING_STROKE)
        for line in self._lines:
            for place in range(len(line.labels)):
                centre = line.centre(place)
                surface.circle(centre.x * MM, self._up(centre.y), self._layout.ring * MM)
        surface.setLineWidth(FINE)
        surface.setStrokeGray(GREY)
        for line in self._lines:
            if line.step.y:
                across, tall = _BOX[0] * MM, _BOX[1] * MM
                surface.rect(line.first.x * MM - across / 2, self._up(self._top(line) - 1), across, tall)
        for text in self._texts:
            surface.place(text.element, text.left, text.top)

    def _up(self, y: float) -> float:
        """How far from the lower edge, in points, is what is so many millimetres from the upper one."""
        return self.height - y * MM

    def _top(self, line: answer_layout.Line) -> float:
        """Where the column of a number begins."""
        return min(each.first.y for each in self._lines if each.number == line.number) - self._layout.ring

    def _line(self, line: answer_layout.Line) -> Iterator[Placed]:
        """The question's number before its first line, what its lines are told apart by, and its letters."""
        y = self._top(line) - 1 - _BOX[1] / 2 if line.step.y else line.first.y
        if line.part == 0:
            yield self._text(f"{line.number}", _NUMBER, self._left(line) - _WIDE, y, _WIDE)
        if line.step.x and self._parts[line.number] > 1:
            left = line.first.x - self._layout.ring - 1.6 - _WIDE
            yield self._text(self._name(line), _NAME, left, y, _WIDE)
        if line.part == 0 and line.number in self._sheet.units:
            unit = self._sheet.units[line.number]
            yield self._text(unit, _UNIT, line.first.x - _BOX[0] / 2, y - _BOX[1] / 2 - 2.6, 60.0)
        for place, label in enumerate(line.labels):
            centre = line.centre(place)
            look = _LETTER if label.isalnum() else _SIGN
            yield self._text(_SIGNS.get(label, label), look, centre.x - 4, centre.y, 8.0)
        if line.several:
            below = line.first.y + self._layout.ring + _HINT_BELOW
            yield self._text(self._several, _HINT, line.first.x - self._layout.ring, below, 60.0)

    def _left(self, line: answer_layout.Line) -> float:
        """The right edge of the question's number."""
        named = line.step.x and self._parts[line.number] > 1
        return line.first.x - self._layout.ring - (8.0 if named else 2.2)

    def _name(self, line: answer_layout.Line) -> str:
        """Lefts of a matching are numbered; steps of an ordering, whose rings have numbers, lettered."""
        return letter(line.part).upper() if line.labels[0] == "1" else f"{line.part + 1}"

    def _text(self, text: str, look: Look, left: float, middle: float, width: float) -> Placed:
        """One line of text whose capitals are centred on *middle*; millimetres."""
        top = self._up(middle) + look.size * (ASCENT - CAPITALS / 2)
        return Placed(left * MM, top, self._setter.set(escape(text), look, width * MM))
