"""The outlines of a drawing's basic shapes (SVG 2, 10), and how a picture or part fits its frame (8.2)."""

from __future__ import annotations

import math

from quizmill.bank.drawing.lengths import Box, length, numbers
from quizmill.bank.drawing.svg_tree import Node
from quizmill.export.paper.drawing import contours, path_data
from quizmill.export.paper.drawing.contours import LineTo, MoveTo, Segment
from quizmill.export.paper.drawing.matrix import IDENTITY, Matrix, moved, times, transformation
from quizmill.export.paper.drawing.style import Properties

_SHARES = {"Min": 0.0, "Mid": 0.5, "Max": 1.0}


def of_shape(element: Node, style: Properties, view: Box) -> list[Segment]:
    """The outline of a shape; nothing for anything else."""
    measure = Measure(element, style, view)
    match element.name:
        case "path":
            return path_data.segments(element.attributes.get("d", ""))
        case "line":
            ends = [measure.across("x1"), measure.down("y1"), measure.across("x2"), measure.down("y2")]
            return [MoveTo(*ends[:2]), LineTo(*ends[2:])]
        case "polyline" | "polygon":
            points = numbers(element.attributes.get("points", ""))
            return contours.polygon(points, closed=element.name == "polygon")
        case "rect":
            return _rectangle(measure)
        case "circle":
            radius = measure.along("r")
            return _ellipse(measure, radius, radius)
        case "ellipse":
            across, down = measure.maybe("rx", view.width), measure.maybe("ry", view.height)
            first = next((each for each in (across, down) if each is not None), 0.0)
            return _ellipse(measure, first if across is None else across, first if down is None else down)
        case _:
            return []


class Measure:
    """The lengths of an element in pixels, whether an attribute or a style gives them."""

    def __init__(self, element: Node, style: Properties, view: Box) -> None:
        self._element, self._style, self._view = element, style, view

    def maybe(self, name: str, of: float) -> float | None:
        """A length; None where there is none, or `auto`."""
        text = self._style[name] or self._element.attributes.get(name)
        return length(text, of=of, em=self._style.size)

    def across(self, name: str) -> float:
        """A length from left to right, 0 where there is none."""
        return self.maybe(name, self._view.width) or 0.0

    def down(self, name: str) -> float:
        """A length from top to bottom, 0 where there is none."""
        return self.maybe(name, self._view.height) or 0.0

    def along(self, name: str) -> float:
        """A length in any direction, 0 where there is none."""
        return self.maybe(name, diagonal(self._view)) or 0.0


def diagonal(view: Box) -> float:
    """What a percentage of no direction is of."""
    return math.sqrt((view.width**2 + view.height**2) / 2)


def placed(style: Properties) -> Matrix:
    """What an element of that style is transformed by."""
    own = transformation(style["transform"])
    words = style["transform-origin"].split()
    if own == IDENTITY or len(words) < 2:
        return own
    x, y = (length(word) or 0.0 for word in words[:2])
    return times(times(moved(x, y), own), moved(-x, -y))


def fitted(inner: Box, frame: Box, how: str) -> Matrix:
    """What brings *inner* into *frame*, as `preserveAspectRatio` says."""
    words = how.split()
    across, down = frame.width / inner.width, frame.height / inner.height
    align = words[0] if words else "xMidYMid"
    if align == "none":
        return (across, 0.0, 0.0, down, frame.x - inner.x * across, frame.y - inner.y * down)
    by = max(across, down) if "slice" in words else min(across, down)
    left = _SHARES.get(align[1:4], 0.5) * (frame.width - inner.width * by)
    top = _SHARES.get(align[5:8], 0.5) * (frame.height - inner.height * by)
    return (by, 0.0, 0.0, by, frame.x + left - inner.x * by, frame.y + top - inner.y * by)


def _rectangle(measure: Measure) -> list[Segment]:
    box = Box(*(measure.across("x"), measure.down("y"), measure.across("width"), measure.down("height")))
    if box.width <= 0 or box.height <= 0:
        return []
    across, down = measure.maybe("rx", box.width), measure.maybe("ry", box.height)
    across = down if across is None else across
    return contours.rectangle(box, across or 0.0, (across if down is None else down) or 0.0)


def _ellipse(measure: Measure, across: float, down: float) -> list[Segment]:
    if across <= 0 or down <= 0:
        return []
    return contours.ellipse(measure.across("cx"), measure.down("cy"), across, down)
