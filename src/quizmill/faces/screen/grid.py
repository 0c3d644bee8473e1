"""A table on the screen: in columns, or, where these would be too narrow, row by row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from textual.content import Content

from quizmill.bank.markup import Side
from quizmill.faces.screen.lines import Lines
from quizmill.faces.screen.signs import Signs
from quizmill.faces.text import cells

_BETWEEN = 3  # columns: a stroke, and a space at either side
_LONG_WORD = 16  # columns; what is longer may be broken
_NOTHING = Content("")
Cells = Sequence[Content]


class Grid(Lines):
    """Cells below their heads. They are wrapped where there is no room, and if that cuts words, listed."""

    def __init__(
        self, head: Cells, rows: Sequence[Cells], sides: Sequence[Side | None], signs: Signs
    ) -> None:
        super().__init__()
        self._head, self._rows, self._sides, self._signs = head, rows, sides, signs
        columns = list(zip(head, *rows, strict=True))
        self._widths = [max(map(_widest_line, column)) for column in columns]
        self._least = [max(map(_longest_word, column)) for column in columns]

    def widest(self) -> int:
        """Every column as wide as its widest cell."""
        return sum(self._widths) + self._between

    @property
    def _between(self) -> int:
        return _BETWEEN * (len(self._widths) - 1)

    def made_for(self, width: int) -> list[Content]:
        """A stroke below the head, and between rows of which one takes several lines."""
        widths = self._fitted(width - self._between)
        if not widths:
            return self._listed(width)
        rule = Content(f"{self._signs.todo}{self._signs.cross}{self._signs.todo}").join(
            [Content(self._signs.todo * each) for each in widths]
        )
        rows = [self._row(row, widths) for row in self._rows]
        wrapped = any(len(row) > 1 for row in rows)
        lines = self._row(self._head, widths)
        for number, row in enumerate(rows):
            lines += [rule, *row] if wrapped or not number else row
        return lines if rows else [*lines, rule]

    def _fitted(self, room: int) -> list[int]:
        """The widths of the columns; what is left beyond their longest words goes to who wants more."""
        spare = room - sum(self._least)
        wanted = [most - least for most, least in zip(self._widths, self._least, strict=True)]
        if spare < 0:
            return []
        if sum(wanted) <= spare:
            return self._widths
        return [least + more * spare // sum(wanted) for least, more in zip(self._least, wanted, strict=True)]

    def _row(self, row: Cells, widths: Sequence[int]) -> list[Content]:
        wrapped = [cell.wrap(max(1, width)) for cell, width in zip(row, widths, strict=True)]
        return [
            Content(f" {self._signs.edge} ").join(map(_set, line, widths, self._sides))
            for line in zip_longest(*wrapped, fillvalue=_NOTHING)
        ]

    def _listed(self, width: int) -> list[Content]:
        """Each cell behind the head of its column, a blank line between rows."""
        lines: list[Content] = []
        for row in self._rows or [[_NOTHING] * len(self._head)]:
            lines += [Content(" ")] if lines else []
            for head, cell in zip(self._head, row, strict=True):
                lines += (head + ": " + cell if head else cell).wrap(width)
        return lines


def _widest_line(cell: Content) -> int:
    return max(line.cell_length for line in cell.split())


def _longest_word(cell: Content) -> int:
    return min(_LONG_WORD, max(map(cells, cell.plain.split()), default=1))


def _set(cell: Content, width: int, side: Side | None) -> Content:
    room = max(0, width - cell.cell_length)
    match side:
        case Side.LEFT | None:
            return cell.pad_right(room)
        case Side.CENTRE:
            return cell.pad(room // 2, room - room // 2)
        case Side.RIGHT:
            return cell.pad_left(room)
