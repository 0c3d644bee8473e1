"""Blocks flow into frames: what stays together, and on which page and at which height everything stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from quizmill.export.paper.pieces import Piece


class Cell(msgspec.Struct, frozen=True, gc=False):
    """A piece at a distance from the left edge of its row, in points."""

    left: float
    piece: Piece


class Row(msgspec.Struct, frozen=True):
    """Cells side by side, their tops aligned; *before* and *after* are points above and below."""

    cells: tuple[Cell, ...]
    before: float = 0
    after: float = 0

    @property
    def height(self) -> float:
        """That of the highest cell, and what is above and below."""
        return max((cell.piece.height for cell in self.cells), default=0) + self.before + self.after

    def split(self, height: float) -> tuple[Row, Row] | None:
        """What fits in *height*, and the rest; None when some cell cannot be parted there."""
        room = height - self.before
        above: list[Cell] = []
        below: list[Cell] = []
        for cell in self.cells:
            if cell.piece.height <= room:
                above.append(cell)
                continue
            parts = cell.piece.split(room)
            if parts is None:
                return None
            above.append(Cell(cell.left, parts[0]))
            below.append(Cell(cell.left, parts[1]))
        return Row(tuple(above), self.before), Row(tuple(below), 0, self.after)


class Block(msgspec.Struct, frozen=True):
    """Rows that stay on one page; more of them than a page holds go on over it."""

    rows: tuple[Row, ...]
    apart: float = 0  # points above it, except at the top of a frame
    entry: str = ""  # of the outline, leading here
    level: int = 0  # of that entry


class Frame(msgspec.Struct, frozen=True):
    """Where text may stand on a page, which counts from 0; *left* and *top* in points of the page."""

    page: int
    left: float
    top: float
    height: float


class Placed(msgspec.Struct, frozen=True, gc=False):
    """A piece and where its upper left corner is."""

    left: float
    top: float
    piece: Piece


class Entry(msgspec.Struct, frozen=True):
    """A line of the outline, and the height on its page that it leads to."""

    title: str
    level: int
    top: float


class Page(msgspec.Struct):
    """What stands on one page."""

    placed: list[Placed] = []
    entries: list[Entry] = []


def flow(blocks: Sequence[Block], frames: Iterator[Frame]) -> list[Page]:
    """The pages that *blocks* fill, frame by frame; *frames* never ends, and grow if they change."""
    flowing = _Flow(frames)
    for block in blocks:
        flowing.add(block)
    return flowing.pages


class _Flow:
    """The pages so far, and how far down the present frame they reach."""

    def __init__(self, frames: Iterator[Frame]) -> None:
        self.pages: list[Page] = []
        self._frames = frames
        self._next = next(frames)
        self._move()

    def add(self, block: Block) -> None:
        """Place a block: here, in the next frame that holds it, or from here on over several."""
        needed = sum(row.height for row in block.rows)
        apart = block.apart if self._down else 0
        if needed + apart > self._room and needed <= self._next.height and self._down:
            self._move()
            apart = 0
        self._down += apart
        if block.entry:
            self._page.entries.append(Entry(block.entry, block.level, self._frame.top - self._down))
        for row in block.rows:
            self._place(row)

    def _place(self, row: Row) -> None:
        while row.height > self._room + row.after:
            parts = row.split(self._room) if row.height > self._next.height else None
            if parts is None:
                if not self._down:
                    break  # larger than any frame and in one piece: it may stand out below
                self._move()
                continue
            self._put(parts[0])
            self._move()
            row = parts[1]
        self._put(row)

    def _put(self, row: Row) -> None:
        left, top = self._frame.left, self._frame.top - self._down - row.before
        self._page.placed.extend([Placed(left + cell.left, top, cell.piece) for cell in row.cells])
        self._down += row.height

    @property
    def _room(self) -> float:
        return self._frame.height - self._down

    @property
    def _page(self) -> Page:
        return self.pages[self._frame.page]

    def _move(self) -> None:
        """On to the next frame."""
        self._frame, self._next = self._next, next(self._frames)
        self._down = 0.0
        while len(self.pages) <= self._frame.page:
            self.pages.append(Page())
