"""A line of code in several rows, of which a reader copies one line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quizmill.export.paper.elements import Element, Surface
from quizmill.export.paper.rows import Cell


class CodeRow(NamedTuple):
    """A part of a line, and how it is shown."""

    code: str
    cells: Sequence[Cell]


class WrappedLine(Element):
    """Rows of code one below the other, *leading* points high each; *indent* is before the first.

    What stands for all of them is written beside them (ISO 32000-1, 14.9.4). The spaces of an indent are not
    among it: there PDFium copies several as one.
    """

    def __init__(self, indent: Sequence[Cell], rows: Sequence[CodeRow], width: float, leading: float) -> None:
        self._indent, self._rows = tuple(indent), tuple(rows)
        self.width, self.height = width, len(rows) * leading
        self._leading = leading

    def draw(self, surface: Surface) -> None:
        """The rows in one stretch of content, within which no element is drawn elsewhere."""
        self._draw(self._indent, self.height, surface)
        surface.begin_copied("".join(row.code for row in self._rows))
        for number, row in enumerate(self._rows):
            self._draw(row.cells, self.height - number * self._leading, surface)
        surface.end_copied()

    def split(self, height: float) -> tuple[Element, Element] | None:
        """The rows that fit in *height*, and the rest."""
        fitting = min(int(height / self._leading), len(self._rows) - 1)
        if fitting < 1:
            return None
        above, below = self._rows[:fitting], self._rows[fitting:]
        return (
            WrappedLine(self._indent, above, self.width, self._leading),
            WrappedLine((), below, self.width, self._leading),
        )

    def _draw(self, cells: Sequence[Cell], top: float, surface: Surface) -> None:
        for left, element in cells:
            surface.saveState()
            surface.translate(left, top - element.height)
            element.draw(surface)
            surface.restoreState()
