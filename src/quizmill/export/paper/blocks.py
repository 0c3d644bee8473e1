"""The parts a page is built of: rows of cells, boxes to mark, lines to write on, entries of the outline."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from reportlab.platypus import Flowable, KeepTogether
from reportlab.platypus.doctemplate import NullActionFlowable

from quizmill.export.fonts import ASCENT
from quizmill.export.paper.typeset import BLACK, BODY, PALE, Look

_CAPITALS = 0.714  # height of Noto Sans's capitals, in units of the type size
_SHAPES = {"circle": (9.5, 9.5), "square": (9.5, 9.5), "box": (22.0, 15.0)}  # width and height in points
THIN, FINE = 0.8, 0.5  # widths of drawn lines, in points


class Cell(msgspec.Struct, frozen=True):
    """Something at a distance from the left edge of its row, in a width of its own; lengths in points."""

    left: float
    width: float
    content: Flowable


class Row(Flowable):  # type: ignore[misc]
    """Cells side by side, tops aligned. A row longer than the page goes on over it, cell by cell."""

    def __init__(self, cells: Sequence[Cell], before: float = 0, after: float = 0) -> None:
        super().__init__()
        self._cells = tuple(cells)
        self.spaceBefore = before
        self.spaceAfter = after

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As wide as there is room, as high as the highest cell."""
        self.width = width
        self._heights = [cell.content.wrap(cell.width, height)[1] for cell in self._cells]
        self.height = max(self._heights, default=0)
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """What fits in *height*, and the rest; nothing when some cell cannot be parted there."""
        self.wrap(width, height)
        above: list[Cell] = []
        below: list[Cell] = []
        for cell, needed in zip(self._cells, self._heights, strict=True):
            if needed <= height:
                above.append(cell)
                continue
            parts = cell.content.split(cell.width, height)
            if len(parts) < 2:
                return []
            above.append(Cell(cell.left, cell.width, parts[0]))
            below += [Cell(cell.left, cell.width, part) for part in parts[1:]]
        return [Row(above, self.spaceBefore), Row(below, 0, self.spaceAfter)]

    def draw(self) -> None:
        """Every cell, from the top of the row."""
        for cell, height in zip(self._cells, self._heights, strict=True):
            cell.content.drawOn(self.canv, cell.left, self.height - height)


class Together(KeepTogether):  # type: ignore[misc]
    """Parts that stay on one page. More than a page of them goes on from where it begins."""

    def __init__(self, parts: Sequence[Flowable], page: float) -> None:
        super().__init__(list(parts))
        self._page = page  # its height in points

    def split(self, width: float, height: float) -> list[Flowable]:
        """The parts, moved to the next page when only that has the room."""
        self.wrap(width, height)
        needed = self._H
        if needed <= self._page:
            return list(super().split(width, height))
        return [NullActionFlowable(), *self._content]  # the first part may then be split itself


class Target(Flowable):  # type: ignore[misc]
    """A circle to mark one answer, a square to mark several, a box to write a letter or number in.

    It stands on the first line of a text set in *look*, centred on its capitals.
    """

    def __init__(self, shape: str, look: Look) -> None:
        super().__init__()
        self._shape = shape
        self._look = look
        self.width, self._tall = _SHAPES[shape]

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """One line of text high."""
        self.height = self._look.leading
        return self.width, self.height

    def draw(self) -> None:
        """The outline alone."""
        middle = self.height - self._look.size * (ASCENT - _CAPITALS / 2)
        self.canv.setStrokeGray(BLACK)
        self.canv.setLineWidth(THIN)
        if self._shape == "circle":
            self.canv.circle(self.width / 2, middle, self.width / 2)
        else:
            self.canv.rect(0, middle - self._tall / 2, self.width, self._tall)


class Line(Flowable):  # type: ignore[misc]
    """A line to write on, level with the words of a text set in *look* beside it."""

    def __init__(self, look: Look = BODY) -> None:
        super().__init__()
        self.height = look.size * ASCENT + 2

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As wide as there is room."""
        self.width = width
        return width, self.height

    def draw(self) -> None:
        """The line."""
        self.canv.setStrokeGray(BLACK)
        self.canv.setLineWidth(FINE)
        self.canv.line(0, 0, self.width, 0)


class Ruled(Flowable):  # type: ignore[misc]
    """Lines for a long answer, which may go on over the page."""

    GAP = 24.0  # points between lines: 8.5 mm, as in a ruled exercise book

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As wide as there is room."""
        self.width, self.height = width, self._lines * self.GAP
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """The lines that fit, and the rest."""
        fitting = min(int(height // self.GAP), self._lines)
        return [Ruled(fitting), Ruled(self._lines - fitting)] if 0 < fitting < self._lines else []

    def draw(self) -> None:
        """The lines, the first one a gap below the top."""
        self.canv.setStrokeGray(PALE)
        self.canv.setLineWidth(FINE)
        for line in range(self._lines):
            self.canv.line(0, line * self.GAP, self.width, line * self.GAP)


class Entry(Flowable):  # type: ignore[misc]
    """A place that the outline of the document leads to; takes no room."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Nothing."""
        return 0, 0

    def draw(self) -> None:
        """The entry; the canvas of `pages` writes it when the page is made."""
        self.canv.enter(self._title)
