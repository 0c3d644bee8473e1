"""Rows of elements, one below the other: a question without its number, a heading, a grid."""

from __future__ import annotations

from collections.abc import Sequence

from quizmill.export.paper.elements import Element, Surface

Cell = tuple[float, Element]  # an element and how far it is from the left edge of its row, in points


class Row:
    """Cells side by side, their first lines level; *before* and *after* are points above and below."""

    __slots__ = ("after", "before", "cells", "height", "lead")

    def __init__(self, cells: Sequence[Cell], before: float = 0, after: float = 0) -> None:
        self.cells = tuple(cells)
        self.before, self.after = before, after
        self.lead = max([element.lead for _, element in cells], default=0.0)
        lowest = max([element.height - element.lead for _, element in cells], default=0)
        self.height = lowest + self.lead + before + after

    def down(self, element: Element) -> float:
        """How far below the row's top a cell of it begins."""
        return self.lead - element.lead

    def split(self, height: float) -> tuple[Row, Row] | None:
        """What fits in *height*, and the rest; None when some cell cannot be parted there."""
        room = height - self.before
        above: list[Cell] = []
        below: list[Cell] = []
        for left, element in self.cells:
            if element.height + self.down(element) <= room:
                above.append((left, element))
                continue
            parts = element.split(room - self.down(element))
            if parts is None:
                return None
            above.append((left, parts[0]))
            below.append((left, parts[1]))
        return Row(above, self.before), Row(below, 0, self.after)


class Stack(Element):
    """Rows as one element."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = tuple(rows)
        self.height = sum([row.height for row in rows])
        self.width = max([left + element.width for row in rows for left, element in row.cells], default=0)
        self.lead = rows[0].lead if rows else 0.0

    def split(self, height: float) -> tuple[Element, Element] | None:
        """The rows that fit in *height*, and the rest; the row between them is parted if it can be."""
        fitting = 0
        while fitting < len(self.rows) and self.rows[fitting].height - self.rows[fitting].after <= height:
            height -= self.rows[fitting].height
            fitting += 1
        above, below = self.rows[:fitting], self.rows[fitting:]
        if below and (parts := below[0].split(height)):
            above, below = (*above, parts[0]), (parts[1], *below[1:])
        return (Stack(above), Stack(below)) if above and below else None

    def draw(self, surface: Surface) -> None:
        """Every cell, from the top of its row."""
        top = self.height
        for row in self.rows:
            for left, element in row.cells:
                surface.place(element, left, top - row.before - (row.lead - element.lead))
            top -= row.height
