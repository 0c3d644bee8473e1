"""Where cards lie on a sheet, and where their backs do; the marks and lines to cut along."""

from __future__ import annotations

from quizmill.export.paper.elements import Element, Surface
from quizmill.export.paper.look import GREY, PALE
from quizmill.export.paper.page_layout import MM

_CLEAR, _MARK = 2 * MM, 5 * MM  # between card and crop mark, and its length


class Grid:
    """Cards side by side, which touch: one cut parts two of them. Lengths in points."""

    margin = 10 * MM

    def __init__(self, width: float, height: float, columns: int, rows: int) -> None:
        self.width, self.height = width, height
        self.columns, self.rows = columns, rows
        self.padding = (4.5 if columns == 2 else 3.5) * MM  # of a card
        self.card = ((width - 2 * self.margin) / columns, (height - 2 * self.margin) / rows)
        self.marks: Element = _CropMarks(self)
        self.cuts: Element = _Cuts(self)

    @property
    def inside(self) -> tuple[float, float]:
        """Width and height of what may be printed on a card."""
        return self.card[0] - 2 * self.padding, self.card[1] - 2 * self.padding

    @property
    def across(self) -> list[float]:
        """The cuts from top to bottom."""
        return [self.margin + column * self.card[0] for column in range(self.columns + 1)]

    @property
    def down(self) -> list[float]:
        """The cuts from side to side."""
        return [self.margin + row * self.card[1] for row in range(self.rows + 1)]

    def front(self, place: int) -> tuple[float, float]:
        """The upper left corner of the card in that place, row by row from 0."""
        row, column = divmod(place, self.columns)
        return self._corner(row, column)

    def back(self, place: int, flip: str) -> tuple[float, float]:
        """The upper left corner of its back, so that both meet when the sheet turns over its *flip* edge."""
        row, column = divmod(place, self.columns)
        if flip == "long":
            return self._corner(row, self.columns - 1 - column)
        return self._corner(self.rows - 1 - row, column)

    def _corner(self, row: int, column: int) -> tuple[float, float]:
        return self.margin + column * self.card[0], self.height - self.margin - row * self.card[1]


class _CropMarks(Element):
    """Short lines in the margin where the cuts begin and end."""

    shared = True

    def __init__(self, grid: Grid) -> None:
        self.width, self.height = grid.width, grid.height
        self._grid = grid

    def draw(self, surface: Surface) -> None:
        """Four for every corner of the grid's edge."""
        surface.setLineWidth(0.4)
        surface.setStrokeGray(GREY)
        near = self._grid.margin - _CLEAR
        for x in self._grid.across:
            surface.line(x, near - _MARK, x, near)
            surface.line(x, self.height - near, x, self.height - near + _MARK)
        for y in self._grid.down:
            surface.line(near - _MARK, y, near, y)
            surface.line(self.width - near, y, self.width - near + _MARK, y)


class _Cuts(Element):
    """Pale outlines of the cards, for scissors; on the fronts alone, so that no back shows them askew."""

    shared = True

    def __init__(self, grid: Grid) -> None:
        self.width, self.height = grid.width, grid.height
        self._grid = grid

    def draw(self, surface: Surface) -> None:
        """A rectangle for every card."""
        surface.setLineWidth(0.25)
        surface.setStrokeGray(PALE)
        for place in range(self._grid.columns * self._grid.rows):
            left, top = self._grid.front(place)
            width, height = self._grid.card
            surface.rect(left, top - height, width, height)
