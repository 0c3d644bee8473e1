"""Pictures of a ring that is marked as it should be, and of some that are not."""

from __future__ import annotations

from typing import Literal

from quizmill.export.paper.elements import Element, Surface
from quizmill.export.paper.look import BLACK

RING_GREY, RING_STROKE = 0.25, 0.6  # a copier keeps it, and a pencil is darker; points
Mark = Literal["full", "cross", "tick", "dot", "half"]
_PENCIL, _PEN = 0.15, 1.1  # grey, and points
RIGHT: tuple[Mark, ...] = ("full",)
WRONG: tuple[Mark, ...] = ("cross", "tick", "dot", "half")
_FULL = 0.92  # of the radius, as a hand fills it


class Example(Element):
    """A ring of that radius, in points, with one kind of mark in it."""

    def __init__(self, mark: Mark, radius: float) -> None:
        self._mark, self._radius = mark, radius
        self.width = self.height = 2 * radius

    def draw(self, surface: Surface) -> None:
        """The ring, and the mark over it."""
        middle = radius = self._radius
        surface.setStrokeGray(RING_GREY)
        surface.setLineWidth(RING_STROKE)
        surface.circle(middle, middle, radius)
        surface.setStrokeGray(_PENCIL)
        surface.setFillGray(_PENCIL)
        surface.setLineWidth(_PEN)
        match self._mark:
            case "full":
                surface.circle(middle, middle, radius * _FULL, stroke=0, fill=1)
            case "dot":
                surface.circle(middle, middle, radius * 0.3, stroke=0, fill=1)
            case "half":
                surface.wedge(0, 0, 2 * radius, 2 * radius, 90, 180, stroke=0, fill=1)
            case "cross":
                low, high = middle - radius * 0.8, middle + radius * 0.8
                surface.lines([(low, low, high, high), (low, high, high, low)])
            case "tick":
                foot = (middle - radius * 0.2, middle - radius * 0.6)
                surface.lines(
                    [(middle - radius * 0.8, middle, *foot), (*foot, middle + radius, 1.9 * radius)]
                )
        surface.setFillGray(BLACK)
