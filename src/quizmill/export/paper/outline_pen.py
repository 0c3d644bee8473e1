"""Draws outlines as the operators of a PDF (ISO 32000-1, 8.5.2), in whole thousandths of the type size."""

from __future__ import annotations

from quizmill.export.paper.outline import Outline

Point = tuple[float, float]


class OutlinePen:
    """What was drawn, and how far it reaches."""

    def __init__(self) -> None:
        self._drawn: list[str] = []
        self._here: Point = (0.0, 0.0)
        self._open = False
        self._xs: list[float] = [0.0]
        self._ys: list[float] = [0.0]

    def begin(self, point: Point) -> None:
        """A new contour."""
        self.close()
        self._open = True
        self._to(point, "m", point)

    def line(self, end: Point) -> None:
        """A straight line."""
        self._to(end, "l", end)

    def cubic(self, first: Point, second: Point, end: Point) -> None:
        """A cubic curve."""
        self._to(end, "c", first, second, end)

    def quadratic(self, control: Point, end: Point) -> None:
        """A quadratic curve, as the cubic one that it is."""
        self.cubic(_towards(self._here, control), _towards(end, control), end)

    def close(self) -> None:
        """End the contour, if one has begun."""
        if self._open:
            self._drawn.append("h")
        self._open = False

    def rule(self, left: float, bottom: float, width: float, height: float) -> None:
        """A filled rectangle."""
        self.close()
        self._reach((left, bottom), (left + width, bottom + height))
        self._drawn.append(f"{_pair((left, bottom))} {round(width)} {max(round(height), 1)} re")

    def outline(self, advance: float) -> Outline:
        """All of it; what reaches to the left of the origin, or beyond *advance*, is within its width."""
        left, right = min(self._xs), max(*self._xs, advance)
        paths = " ".join(self._drawn)
        return Outline(paths, -left, right - left, max(self._ys), -min(self._ys))

    def _to(self, end: Point, operator: str, *points: Point) -> None:
        self._reach(*points)
        self._drawn.append(f"{' '.join(map(_pair, points))} {operator}")
        self._here = end

    def _reach(self, *points: Point) -> None:
        for x, y in points:
            self._xs.append(x)
            self._ys.append(y)


def _towards(end: Point, control: Point) -> Point:
    return end[0] + (control[0] - end[0]) * 2 / 3, end[1] + (control[1] - end[1]) * 2 / 3


def _pair(point: Point) -> str:
    return f"{round(point[0])} {round(point[1])}"
