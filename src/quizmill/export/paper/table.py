"""A table on paper: columns as wide as what stands in them, parted by fine lines."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from quizmill.bank.markup import Side, Span, Spans, Style, Table
from quizmill.export.paper.elements import Element, Rule
from quizmill.export.paper.look import BLACK, PALE, Look
from quizmill.export.paper.rows import Cell, Row, Stack
from quizmill.export.paper.typeset import Typesetter

_BESIDE = 0.5  # of the type size, between a cell and the lines beside it
_ABOVE = 2.0  # points between a cell and the lines above and below it
_SMALLER, _SMALLEST = 0.95, 0.7  # of the type size: a step, and what it comes to
_MOST = 1.5  # of an equal share, for a word that is not cut
_READABLE = 7.0  # points
_ALIGN = {Side.LEFT: "left", Side.CENTRE: "center", Side.RIGHT: "right", None: "left"}


def table(made: Table, look: Look, width: float, setter: Typesetter) -> Element:
    """The table in a text set in *look*, at most *width* points wide."""
    own = _fitting(made, look, width, setter)
    least, most = _least(made, own, width, setter), _widest(made, own, setter)
    widths = _shared(least, most, width - _gaps(made, own))
    return _Ruled(made, widths, own, setter).element()


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


def _fitting(made: Table, look: Look, width: float, setter: Typesetter) -> Look:
    """The largest letters, down to a limit, in which no word of the table need be cut."""
    size, least = look.size, min(look.size, max(look.size * _SMALLEST, _READABLE, look.least))
    own = look
    while size > least and sum(_least(made, own, width, setter)) + _gaps(made, own) > width:
        size = max(size * _SMALLER, least)
        own = replace(look, size=size, leading=look.leading * size / look.size)
    return own


def _least(made: Table, look: Look, width: float, setter: Typesetter) -> list[float]:
    """For each column the width of its longest word, but for one that would leave the others little."""
    limit = _MOST * width / len(made.sides)
    heads = [_longest(cell, replace(look, weight="heavy"), setter) for cell in made.head]
    rows = [[_longest(cell, look, setter) for cell in row] for row in made.rows]
    return [min(limit, max(column)) for column in zip(heads, *rows, strict=True)]


def _longest(cell: Spans, look: Look, setter: Typesetter) -> float:
    words = (
        Span(word, span.style)
        for span in cell
        for word in ([span.text] if span.style is Style.MATHEMATICS else span.text.split())
    )
    return max((setter.width((word,), look) for word in words), default=0.0)


def _shared(least: Sequence[float], most: Sequence[float], room: float) -> list[float]:
    """The widths that columns need at *most*, or as much more than their *least* as there is room for."""
    if sum(most) <= room:
        return list(most)
    if sum(least) > room:
        return _cut_down(least, room)
    more = [wide - narrow for narrow, wide in zip(least, most, strict=True)]
    return [narrow + extra for narrow, extra in zip(least, _cut_down(more, room - sum(least)), strict=True)]


def _cut_down(widths: Sequence[float], room: float) -> list[float]:
    """The widths, those above a fair share cut down to it."""
    left, fair = room, 0.0
    for place, width in enumerate(sorted(widths)):
        fair = left / (len(widths) - place)
        if width > fair:
            break
        left -= width
    return [min(width, max(fair, 0.0)) for width in widths]


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
