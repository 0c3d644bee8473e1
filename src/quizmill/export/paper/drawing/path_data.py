"""The data of a path as straight lines and cubic curves (SVG 2, 9.3)."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from quizmill.bank.drawing.lengths import NUMBER, number
from quizmill.export.paper.drawing.contours import ClosePath, CurveTo, LineTo, MoveTo, Point, Segment

_GAP = re.compile(r"[\s,]*")
_COMMAND = re.compile(r"[MmZzLlHhVvCcSsQqTtAa]")
_NUMBER = re.compile(NUMBER)
_FLAG = re.compile(r"[01]")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_MOST = 200_000  # lines and curves of one path
_FLAGS = (3, 4)  # of an arc's numbers, which are one digit with nothing after it


def segments(data: str) -> list[Segment]:
    """What a path draws, up to the first mistake as in browsers. Raises ValueError for too many parts."""
    pen = _Pen()
    for command, given in _commands(data):
        pen.draw(command, given)
        if len(pen.drawn) > _MOST:
            raise ValueError(f"one of its paths has more than {_MOST} parts; make it simpler")
    return pen.drawn


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with its numbers; one that is given more often is given again."""
    place = _skip(data, 0)
    command = ""
    while place < len(data):
        found = _COMMAND.match(data, place)
        if found:
            command, place = found.group(), found.end()
        elif not command or command in "Zz":
            return
        given: list[float] = []
        for at in range(_TAKES[command.upper()]):
            place = _skip(data, place)
            each = (_FLAG if command in "Aa" and at in _FLAGS else _NUMBER).match(data, place)
            if not each:
                return
            given.append(number(each.group()))
            place = each.end()
        yield command, given
        command = {"M": "L", "m": "l"}.get(command, command)
        place = _skip(data, place)


def _skip(data: str, place: int) -> int:
    found = _GAP.match(data, place)
    return found.end() if found else place


class _Pen:
    """Where the pen is, and what it has drawn."""

    def __init__(self) -> None:
        self.drawn: list[Segment] = []
        self._at: Point = (0.0, 0.0)
        self._began: Point = (0.0, 0.0)
        self._handle: Point | None = None  # the last control point, for a curve that goes on smoothly
        self._last = ""

    def draw(self, command: str, given: list[float]) -> None:
        """One command; small letters count from where the pen is."""
        kind = command.upper()
        if not self.drawn and kind != "M":
            return
        if self.drawn and isinstance(self.drawn[-1], ClosePath) and kind not in "MZ":
            self.drawn.append(MoveTo(*self._at))
        fro = self._at if command.islower() else (0.0, 0.0)
        points = [(x + fro[0], y + fro[1]) for x, y in zip(given[::2], given[1::2], strict=False)]
        match kind:
            case "Z":
                self.drawn.append(ClosePath())
                self._at = self._began
            case "M":
                self._at = self._began = points[0]
                self.drawn.append(MoveTo(*points[0]))
            case "H":
                self._line((given[0] + fro[0], self._at[1]))
            case "V":
                self._line((self._at[0], given[0] + fro[1]))
            case "A":
                self._arc(given, (given[5] + fro[0], given[6] + fro[1]))
            case "L":
                self._line(points[0])
            case _:
                self._curved(kind, points)
        self._last = kind

    def _line(self, to: Point) -> None:
        self.drawn.append(LineTo(*to))
        self._at = to

    def _curved(self, kind: str, points: list[Point]) -> None:
        if kind in "ST":
            follows = self._handle if self._last in {"S": "CS", "T": "QT"}[kind] and self._last else None
            x, y = self._at
            points = [(2 * x - follows[0], 2 * y - follows[1]) if follows else self._at, *points]
        self._handle = points[-2]
        if kind in "QT":
            points = [*_raised(self._at, points[0], points[1]), points[1]]
        (x1, y1), (x2, y2), (x, y) = points
        self.drawn.append(CurveTo(x1, y1, x2, y2, x, y))
        self._at = (x, y)

    def _arc(self, given: list[float], to: Point) -> None:
        across, down, turn, large, sweep = given[:5]
        if across and down and to != self._at:
            self.drawn += arc(self._at, abs(across), abs(down), turn, bool(large), bool(sweep), to)
            self._at = to
        else:
            self._line(to)


def _raised(start: Point, handle: Point, end: Point) -> list[Point]:
    """The two handles of the cubic curve that a quadratic one is."""
    return [
        (fix[0] + 2 / 3 * (handle[0] - fix[0]), fix[1] + 2 / 3 * (handle[1] - fix[1])) for fix in (start, end)
    ]


def arc(
    start: Point, across: float, down: float, turn: float, large: bool, sweep: bool, end: Point
) -> list[CurveTo]:
    """A part of an ellipse between two points (SVG 2, B.2.4), as curves of a quarter at most."""
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    half_x, half_y = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cos * half_x + sin * half_y, cos * half_y - sin * half_x
    grown = (x / across) ** 2 + (y / down) ** 2
    if grown > 1:
        across, down = across * math.sqrt(grown), down * math.sqrt(grown)
    beside = (across * y) ** 2 + (down * x) ** 2
    far = math.sqrt(max(0.0, (across * down) ** 2 / beside - 1)) if beside else 0.0
    far = -far if large == sweep else far
    mid_x, mid_y = far * across * y / down, -far * down * x / across
    first = math.atan2((y - mid_y) / down, (x - mid_x) / across)
    last = math.atan2((-y - mid_y) / down, (-x - mid_x) / across)
    swept = last - first
    if sweep and swept < 0:
        swept += 2 * math.pi
    elif not sweep and swept > 0:
        swept -= 2 * math.pi
    centre = (
        cos * mid_x - sin * mid_y + (start[0] + end[0]) / 2,
        sin * mid_x + cos * mid_y + (start[1] + end[1]) / 2,
    )
    count = max(1, math.ceil(abs(swept) / (math.pi / 2) - 1e-9))
    step = swept / count
    reach = 4 / 3 * math.tan(step / 4)

    def placed(x: float, y: float) -> Point:
        return cos * x * across - sin * y * down + centre[0], sin * x * across + cos * y * down + centre[1]

    curves: list[CurveTo] = []
    for at in range(count):
        one, two = first + at * step, first + (at + 1) * step
        leaving = placed(math.cos(one) - reach * math.sin(one), math.sin(one) + reach * math.cos(one))
        coming = placed(math.cos(two) + reach * math.sin(two), math.sin(two) - reach * math.cos(two))
        to = end if at == count - 1 else placed(math.cos(two), math.sin(two))
        curves.append(CurveTo(*leaving, *coming, *to))
    return curves
