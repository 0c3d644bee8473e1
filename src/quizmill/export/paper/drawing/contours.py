"""Outlines: lines and curves that are filled, drawn along, and clipped with."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizmill.bank.drawing.lengths import Box
from quizmill.export.paper.drawing.matrix import Matrix, applied

Point = tuple[float, float]


class MoveTo(NamedTuple):
    """Begin anew elsewhere."""

    x: float
    y: float


class LineTo(NamedTuple):
    """Straight on."""

    x: float
    y: float


class CurveTo(NamedTuple):
    """A cubic curve with two handles."""

    x1: float
    y1: float
    x2: float
    y2: float
    x: float
    y: float


class ClosePath(NamedTuple):
    """Back to where it began."""


Segment = MoveTo | LineTo | CurveTo | ClosePath
_KAPPA = 4 / 3 * (math.sqrt(2) - 1)  # how far a quarter of a circle's handles reach


def polygon(points: Sequence[float], *, closed: bool) -> list[Segment]:
    """Straight lines from point to point; a coordinate too many is left."""
    pairs = list(zip(points[::2], points[1::2], strict=False))
    if not pairs:
        return []
    drawn: list[Segment] = [MoveTo(*pairs[0]), *(LineTo(*pair) for pair in pairs[1:])]
    return [*drawn, ClosePath()] if closed else drawn


def rectangle(box: Box, across: float = 0.0, down: float = 0.0) -> list[Segment]:
    """A rectangle, its corners rounded by quarters of an ellipse."""
    left, top, width, height = box
    right, bottom = left + width, top + height
    across, down = min(across, width / 2), min(down, height / 2)
    if across <= 0 or down <= 0:
        return polygon([left, top, right, top, right, bottom, left, bottom], closed=True)
    x, y = across * (1 - _KAPPA), down * (1 - _KAPPA)
    return [
        MoveTo(left + across, top),
        LineTo(right - across, top),
        CurveTo(right - x, top, right, top + y, right, top + down),
        LineTo(right, bottom - down),
        CurveTo(right, bottom - y, right - x, bottom, right - across, bottom),
        LineTo(left + across, bottom),
        CurveTo(left + x, bottom, left, bottom - y, left, bottom - down),
        LineTo(left, top + down),
        CurveTo(left, top + y, left + x, top, left + across, top),
        ClosePath(),
    ]


def ellipse(x: float, y: float, across: float, down: float) -> list[Segment]:
    """An ellipse that begins at its right."""
    a, b = across * _KAPPA, down * _KAPPA
    return [
        MoveTo(x + across, y),
        CurveTo(x + across, y + b, x + a, y + down, x, y + down),
        CurveTo(x - a, y + down, x - across, y + b, x - across, y),
        CurveTo(x - across, y - b, x - a, y - down, x, y - down),
        CurveTo(x + a, y - down, x + across, y - b, x + across, y),
        ClosePath(),
    ]


def moved(drawn: Sequence[Segment], matrix: Matrix) -> list[Segment]:
    """The outline where a transformation puts it."""
    found: list[Segment] = []
    for segment in drawn:
        match segment:
            case MoveTo(x, y):
                found.append(MoveTo(*applied(matrix, x, y)))
            case LineTo(x, y):
                found.append(LineTo(*applied(matrix, x, y)))
            case CurveTo(x1, y1, x2, y2, x, y):
                found.append(
                    CurveTo(*applied(matrix, x1, y1), *applied(matrix, x2, y2), *applied(matrix, x, y))
                )
            case ClosePath():
                found.append(segment)
    return found


def has_area(drawn: Sequence[Segment]) -> bool:
    """Whether there may be anything to fill; of a bare line a PDF would fill a hair's breadth."""
    corners = 0
    for segment in drawn:
        match segment:
            case MoveTo():
                corners = 1
            case LineTo():
                corners += 1
            case CurveTo():
                corners += 2
            case ClosePath():
                pass
        if corners > 2:
            box = bounds(drawn)
            return box is not None and box.width > 0 and box.height > 0
    return False


def bounds(drawn: Sequence[Segment]) -> Box | None:
    """The least rectangle around an outline; None where nothing is drawn."""
    points = list(_extremes(drawn))
    if not points:
        return None
    across, down = zip(*points, strict=True)
    return Box(min(across), min(down), max(across) - min(across), max(down) - min(down))


def _extremes(drawn: Sequence[Segment]) -> Iterator[Point]:
    at: Point = (0.0, 0.0)
    for segment in drawn:
        match segment:
            case MoveTo(x, y) | LineTo(x, y):
                at = (x, y)
                yield at
            case CurveTo(x1, y1, x2, y2, x, y):
                for share in (*_turns(at[0], x1, x2, x), *_turns(at[1], y1, y2, y)):
                    yield _between(at[0], x1, x2, x, share), _between(at[1], y1, y2, y, share)
                at = (x, y)
                yield at
            case ClosePath():
                pass


def _between(a: float, b: float, c: float, d: float, share: float) -> float:
    rest = 1 - share
    return rest**3 * a + 3 * rest**2 * share * b + 3 * rest * share**2 * c + share**3 * d


def _turns(a: float, b: float, c: float, d: float) -> list[float]:
    """Where on a curve one coordinate is as large or small as near by."""
    square, linear, constant = d - 3 * c + 3 * b - a, 2 * (a - 2 * b + c), b - a
    if abs(square) < 1e-9:
        found = [-constant / linear] if abs(linear) > 1e-9 else []
    else:
        under = linear**2 - 4 * square * constant
        root = math.sqrt(under) if under >= 0 else math.nan
        found = [(-linear + root) / (2 * square), (-linear - root) / (2 * square)]
    return [share for share in found if 0 < share < 1]
