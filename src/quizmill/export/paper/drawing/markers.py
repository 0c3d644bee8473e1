"""Where markers stand on an outline, such as the heads of arrows, and which way they point (SVG 2, 11.6)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from quizmill.bank.drawing.lengths import Box, length, view_box
from quizmill.bank.drawing.svg_tree import Node
from quizmill.export.paper.drawing.contours import ClosePath, CurveTo, LineTo, MoveTo, Point, Segment
from quizmill.export.paper.drawing.geometry import Measure, fitted
from quizmill.export.paper.drawing.matrix import IDENTITY, Matrix, moved, times, turned
from quizmill.export.paper.drawing.style import Properties

ENDS = ("start", "mid", "end")


class Vertex(NamedTuple):
    """A corner of an outline: where it is, and the direction of the outline there in degrees."""

    x: float
    y: float
    angle: float


class Place(NamedTuple):
    """Where one marker goes: its own plane, what of it is seen, and how its content fits that."""

    matrix: Matrix
    frame: Box
    fit: Matrix
    view: Box  # of which percentages in it are


class _Corner:
    """A corner with the directions in which the outline comes and leaves."""

    def __init__(self, at: Point, coming: Point | None) -> None:
        self.at, self.coming = at, coming
        self.leaving: Point | None = None

    @property
    def angle(self) -> float:
        known = [each for each in (self.coming, self.leaving) if each]
        if not known:
            return 0.0
        across = sum(x / math.hypot(x, y) for x, y in known)
        down = sum(y / math.hypot(x, y) for x, y in known)
        if abs(across) < 1e-9 and abs(down) < 1e-9:
            across, down = -known[0][1], known[0][0]
        return math.degrees(math.atan2(down, across))


def vertices(outline: Sequence[Segment]) -> list[Vertex]:
    """All corners in their order, the first and the last included."""
    corners: list[_Corner] = []
    began: _Corner | None = None
    for segment in outline:
        match segment:
            case MoveTo(x, y):
                began = _Corner((x, y), None)
                corners.append(began)
            case LineTo(x, y):
                _go(corners, [(x, y)])
            case CurveTo(x1, y1, x2, y2, x, y):
                _go(corners, [(x1, y1), (x2, y2), (x, y)])
            case ClosePath():
                if began:
                    _go(corners, [began.at])
                    began.coming = corners[-1].coming
                    corners[-1].leaving = began.leaving
    return [Vertex(*corner.at, corner.angle) for corner in corners]


def standing(at: int, count: int) -> tuple[str, ...]:
    """Which markers stand on a corner, from 0, of so many."""
    if 0 < at < count - 1:
        return ("mid",)
    return tuple(where for where, there in (("start", at == 0), ("end", at == count - 1)) if there)


def place(marker: Node, style: Properties, corner: Vertex, wide: float, *, first: bool) -> Place | None:
    """Where a marker goes on an outline drawn *wide* pixels wide; None where nothing of it is seen."""
    measure = Measure(marker, style, Box(0.0, 0.0, 0.0, 0.0))
    across, down = measure.maybe("markerWidth", 0.0), measure.maybe("markerHeight", 0.0)
    frame = Box(0.0, 0.0, 3.0 if across is None else across, 3.0 if down is None else down)
    if frame.width <= 0 or frame.height <= 0:
        return None
    by = 1.0 if marker.attributes.get("markerUnits") == "userSpaceOnUse" else wide
    inner = view_box(marker)
    how = marker.attributes.get("preserveAspectRatio", "")
    fit = fitted(inner, frame, how) if inner else IDENTITY
    turn = times(moved(corner.x, corner.y), turned(_direction(marker, corner, first=first)))
    # The point of reference, which is one of its content, comes to lie on the corner.
    x, y = measure.across("refX"), measure.down("refY")
    shift = moved(-fit[0] * x - fit[4], -fit[3] * y - fit[5])
    matrix = times(times(turn, (by, 0.0, 0.0, by, 0.0, 0.0)), shift)
    return Place(matrix, frame, fit, inner or frame)


def _direction(marker: Node, corner: Vertex, *, first: bool) -> float:
    orient = marker.attributes.get("orient", "0").strip()
    if orient == "auto":
        return corner.angle
    if orient == "auto-start-reverse":
        return corner.angle + (180.0 if first else 0.0)
    return length(orient.removesuffix("deg")) or 0.0


def _go(corners: list[_Corner], points: list[Point]) -> None:
    """On to the last of the points, by way of the handles before it."""
    if not corners:
        return
    here = corners[-1]
    way = [here.at, *points]
    here.leaving = next((d for point in points if (d := _from(way[0], point))), here.coming)
    coming = next((d for point in reversed(way[:-1]) if (d := _from(point, way[-1]))), here.leaving)
    corners.append(_Corner(points[-1], coming))


def _from(start: Point, end: Point) -> Point | None:
    step = end[0] - start[0], end[1] - start[1]
    return step if math.hypot(*step) > 1e-9 else None
