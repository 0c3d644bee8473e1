"""Elements of a page: drawn once, placed many times. Boxes to mark, lines to write on, rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from quizmill.export.fonts import ASCENT
from quizmill.export.paper.line_breaking import Line, Passage
from quizmill.export.paper.look import BLACK, GREY, PALE, Look

CAPITALS = 0.714  # height of Noto Sans's capitals, in units of the type size
_SHAPES = {"circle": (0.86, 0.86), "square": (0.86, 0.86), "box": (2.0, 1.36)}  # width, height; same units
THIN, FINE = 0.8, 0.5  # widths of drawn lines, in points


class Surface(Protocol):
    """What elements are drawn on: a canvas that knows how to place other elements."""

    def place(self, element: Element, left: float, top: float) -> None:
        """Put an element by its upper left corner."""

    def write(self, passage: Passage, lines: Sequence[Line], look: Look, width: float) -> None:
        """The lines of a passage, the lower left corner of the last one at the origin."""

    def begin_copied(self, text: str) -> None:
        """What is written from here to `end_copied` is copied as *text*."""

    def end_copied(self) -> None:
        """See `begin_copied`."""

    def __getattr__(self, name: str) -> Any:
        """Everything else is reportlab's."""


class Element:
    """Something with a size that can be drawn; two papers that show the same share one. Lengths in points."""

    width: float
    height: float
    lead = 0.0  # how much lower than usual its first line stands, for something high in it
    shared = False  # whether it is drawn once even in the file of a single paper
    lists = False  # whether it places no other element and draws with opacities and gradients

    def draw(self, surface: Surface) -> None:
        """Draw it, its lower left corner at the origin."""
        raise NotImplementedError

    def split(self, height: float) -> tuple[Element, Element] | None:
        """What fits in *height*, and the rest; None when it cannot be parted there."""
        return None


class Target(Element):
    """A circle to mark one answer, a square to mark several, a box to write a letter or number in.

    It stands on the first line of a text set in *look*, centred on its capitals.
    """

    def __init__(self, shape: str, look: Look) -> None:
        across, self._tall = (look.size * share for share in _SHAPES[shape])
        self.width, self.height = across, max(look.leading, self._tall)
        self._shape = shape
        self._look = look

    def draw(self, surface: Surface) -> None:
        """The outline alone."""
        middle = self.height - self._look.size * (ASCENT - CAPITALS / 2)
        surface.setStrokeGray(BLACK)
        surface.setLineWidth(THIN)
        if self._shape == "circle":
            surface.circle(self.width / 2, middle, self.width / 2)
        else:
            surface.rect(0, middle - self._tall / 2, self.width, self._tall)


class Labelled(Element):
    """A target and, *beside* points from its left edge, the label of its option."""

    def __init__(self, target: Element, label: Element, beside: float) -> None:
        self._target, self._label, self._beside = target, label, beside
        self.lead = label.lead
        self.width, self.height = beside + label.width, max(target.height + label.lead, label.height)

    def draw(self, surface: Surface) -> None:
        """Both, their tops aligned."""
        surface.place(self._target, 0, self.height - self.lead)
        surface.place(self._label, self._beside, self.height)


class WritingLine(Element):
    """A line to write on, level with the words of a text set in *look* beside it."""

    def __init__(self, width: float, look: Look) -> None:
        self.width = width
        self.height = look.size * ASCENT + 2

    def draw(self, surface: Surface) -> None:
        """The line."""
        surface.setStrokeGray(BLACK)
        surface.setLineWidth(FINE)
        surface.line(0, 0, self.width, 0)


class Rule(Element):
    """A fine line across, or down where it is higher than wide."""

    def __init__(self, width: float, height: float, grey: float) -> None:
        self.width, self.height = width, height
        self._grey = grey

    def draw(self, surface: Surface) -> None:
        """The line."""
        surface.setStrokeGray(self._grey)
        surface.setLineWidth(FINE)
        surface.line(0, 0, self.width, self.height)

    def split(self, height: float) -> tuple[Element, Element] | None:
        """A line down goes on."""
        if height <= 0:
            return None
        return Rule(self.width, height, self._grey), Rule(self.width, self.height - height, self._grey)


class CutLine(Element):
    """A dashed line across, to cut along."""

    def __init__(self, width: float) -> None:
        self.width, self.height = width, 0.0

    def draw(self, surface: Surface) -> None:
        """The line."""
        surface.setStrokeGray(GREY)
        surface.setLineWidth(FINE)
        surface.setDash(4, 3)
        surface.line(0, 0, self.width, 0)
        surface.setDash()


class GoesOn(Element):
    """An arrow before the rest of a line of code set in *look*; it is drawn, so that nobody copies it."""

    def __init__(self, width: float, look: Look) -> None:
        self.width, self.height = width, look.leading
        self._look = look

    def draw(self, surface: Surface) -> None:
        """Down, and to the right."""
        size = self._look.size
        left, right, head = self.width * 0.2, self.width * 0.85, size * 0.13
        middle = self.height - size * (ASCENT - CAPITALS / 2)
        surface.setStrokeGray(GREY)
        surface.setLineWidth(THIN)
        surface.lines(
            [
                (left, middle + size * 0.35, left, middle),
                (left, middle, right, middle),
                (right - head, middle + head, right, middle),
                (right - head, middle - head, right, middle),
            ]
        )


class Ruled(Element):
    """Lines for a long answer, *gap* points apart; the first one a gap below the top."""

    def __init__(self, lines: int, width: float, gap: float) -> None:
        self._lines, self._gap = lines, gap
        self.width, self.height = width, lines * gap

    def draw(self, surface: Surface) -> None:
        """The lines."""
        surface.setStrokeGray(PALE)
        surface.setLineWidth(FINE)
        for line in range(self._lines):
            surface.line(0, line * self._gap, self.width, line * self._gap)


class Framed(Element):
    """An element in a fine frame *width* points wide, *inside* points from it on all sides."""

    def __init__(self, element: Element, width: float, inside: float) -> None:
        self._element, self._inside = element, inside
        self.width, self.height = width, element.height + 2 * inside

    def draw(self, surface: Surface) -> None:
        """The frame, and what is in it."""
        surface.setStrokeGray(BLACK)
        surface.setLineWidth(FINE)
        surface.rect(0, 0, self.width, self.height)
        surface.place(self._element, self._inside, self.height - self._inside)
