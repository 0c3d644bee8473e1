"""Blocks flow into frames: what stays together, and on which page and at which height everything stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from quizmill.export.paper.elements import Element
from quizmill.export.paper.rows import Row, Stack


class Part(msgspec.Struct, frozen=True):
    """Rows, and at the left of the first a label, such as a number, that only one paper gives them."""

    stack: Stack
    label: Element | None = None


class Block(msgspec.Struct, frozen=True):
    """Parts that stay on one page; more of them than a page holds go on over it, row by row."""

    parts: tuple[Part, ...]
    apart: float = 0  # points above it, except at the top of a frame
    entry: str = ""  # of the outline, leading here
    level: int = 0  # of that entry
    opens: bool = False  # whether it begins a page
    marks: int = 0  # that can be earned here
    rule: Element | None = None  # in the middle of the points above it


def block(rows: Sequence[Row], apart: float = 0, entry: str = "", level: int = 0) -> Block:
    """Rows that stay together."""
    return Block((Part(Stack(rows)),), apart, entry, level)


class Frame(msgspec.Struct, frozen=True):
    """Where text may stand on a page, which counts from 0; *left* and *top* in points of the page."""

    page: int
    left: float
    top: float
    height: float


class Placed(msgspec.Struct, frozen=True, gc=False):
    """An element and where its upper left corner is."""

    left: float
    top: float
    element: Element


class Entry(msgspec.Struct, frozen=True):
    """A line of the outline, and the height on its page that it leads to."""

    title: str
    level: int
    top: float


class Page(msgspec.Struct):
    """What stands on one page."""

    placed: list[Placed] = []
    entries: list[Entry] = []
    marks: int = 0  # of the blocks that begin here


def flow(blocks: Sequence[Block], frames: Iterator[Frame]) -> list[Page]:
    """The pages that *blocks* fill, frame by frame; *frames* never ends, and grow if they change."""
    flowing = _Flow(frames)
    for each in blocks:
        flowing.add(each)
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
        if block.opens:
            self._turn()
        needed = sum([part.stack.height for part in block.parts])
        apart = block.apart if self._down else 0
        if needed + apart > self._room and needed <= self._next.height and self._down:
            self._move()
            apart = 0
        self._down += apart
        if apart and block.rule:
            top = self._frame.top - self._down + apart / 2
            self._page.placed.append(Placed(self._frame.left, top, block.rule))
        self._page.marks += block.marks
        if block.entry:
            self._page.entries.append(Entry(block.entry, block.level, self._frame.top - self._down))
        for part in block.parts:
            if part.stack.height <= self._room:
                self._put(part.stack, part.label)
            else:
                self._part(part)

    def _part(self, part: Part) -> None:
        """Place a part that does not fit here, row by row."""
        for place, row in enumerate(part.stack.rows):
            self._place(row, part.label if place == 0 else None)

    def _place(self, row: Row, label: Element | None) -> None:
        while row.height > self._room + row.after:
            parts = row.split(self._room) if row.height > self._next.height else None
            if parts is None:
                if not self._down:
                    break  # larger than any frame and not to be parted: it may stand out below
                self._move()
                continue
            self._put(Stack(parts[:1]), label)
            self._move()
            row, label = parts[1], None
        self._put(Stack((row,)), label)

    def _put(self, stack: Stack, label: Element | None) -> None:
        left, top = self._frame.left, self._frame.top - self._down
        if label:
            self._page.placed.append(Placed(left, top - stack.lead, label))
        self._page.placed.append(Placed(left, top, stack))
        self._down += stack.height

    @property
    def _room(self) -> float:
        return self._frame.height - self._down

    @property
    def _page(self) -> Page:
        return self.pages[self._frame.page]

    def _turn(self) -> None:
        """On to the first frame of a page without anything."""
        page = self._frame.page
        while self.pages[page].placed and self._frame.page == page:
            self._move()

    def _move(self) -> None:
        """On to the next frame."""
        self._frame, self._next = self._next, next(self._frames)
        self._down = 0.0
        while len(self.pages) <= self._frame.page:
            self.pages.append(Page())
