"""A table on paper: columns as wide as what stands in them, parted by fine lines."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from quizmill.bank.markup import Side, Spans, Table
from quizmill.export.paper.elements import Element, Rule
from quizmill.export.paper.look import BLACK, PALE, Look
from quizmill.export.paper.rows import Cell, Row, Stack
from quizmill.export.paper.typeset import Typesetter

_BESIDE = 0.5  # of the type size, between a cell and the lines beside it
_ABOVE = 2.0  # points between a cell and the lines above and below it
_ALIGN = {Side.LEFT: "left", Side.CENTRE: "center", Side.RIGHT: "right", None: "left"}


def table(made: Table, look: Look, width: float, setter: Typesetter) -> Element:
    """The table in a text set in *look*, at most *width* points wide."""
    widths = _shared(_widest(made, look, setter), width - _gaps(made, look))
    return _Ruled(made, widths, look, setter).element()


def natural(made: Table, look: Look, setter: Typesetter) -> float:
    """The width in points in which each of its cells is one line."""
    return sum(_widest(made, look, setter)) + _gaps(made, look)


def _gaps(made: Table, look: Look) -> float:
    return 2 * _BESIDE * look.size * len(made.sides)


def _widest(made: Table, look: Look, setter: Typesetter) -> list[float]:
    """For each column the width of its widest cell."""
    heads = [setter.width(cell, replace(look, weight="heavy")) for cell in made.head]
    rows = [[setter.width(cell, look) for cell in row] for row in made.rows]
    return [max(column) for column in zip(heads, *rows, strict=True)]


def _shared(widths: Sequence[float], room: float) -> list[float]:
    """The widths, those above a fair share cut down to it."""
    if sum(widths) <= room:
        return list(widths)
    left, fair = room, 0.0
    for place, width in enumerate(sorted(widths)):
        fair = left / (len(widths) - place)
        if width > fair:
            break
        left -= width
    return [min(width, max(fair, 1.0)) for width in widths]


class _Ruled:
    """Sets the rows of one table."""

    def __init__(self, made: Table, widths: Sequence[float], look: Look, setter: Typesetter) -> None:
        self._made = made
        self._widths = widths
        self._look = look
        self._setter = setter
        self._beside = _BESIDE * look.size

    def element(self) -> Element:
        """Lines above, below, and under the head; finer ones between rows."""
        width = sum(self._widths) + 2 * self._beside * len(self._widths)
        edge, between = Row([(0, Rule(width, 0.0, BLACK))]), Row([(0, Rule(width, 0.0, PALE))])
        rows = [edge, self._row(self._made.head, replace(self._look, weight="heavy")), edge]
        for place, row in enumerate(self._made.rows):
            rows += [between] * bool(place)
            rows.append(self._row(row, self._look))
        return Stack([*rows, edge] if self._made.rows else rows)

    def _row(self, row: Sequence[Spans], look: Look) -> Row:
        cells: list[Cell] = []
        left = self._beside
        for spans, side, width in zip(row, self._made.sides, self._widths, strict=True):
            text = self._setter.set(spans, replace(look, align=_ALIGN[side]), width)
            cells.append((left, Stack([Row([(0, text)], before=_ABOVE, after=_ABOVE)])))
            left += width + 2 * self._beside
        height = max(cell.height for _, cell in cells)
        left = 0.0
        for width in self._widths[:-1]:
            left += width + 2 * self._beside
            cells.append((left, Rule(0.0, height, PALE)))
        return Row(cells)
