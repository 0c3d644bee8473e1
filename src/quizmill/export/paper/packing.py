"""Questions in the order in which pages are full: where the next does not fit, a smaller one goes first.

A few ways to begin a page and to fill it are tried. Taken is the one with the fewest pages, then with the
fewest of them a quarter empty and of questions that go on over two, then the least out of the order drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import product

import msgspec

_EMPTY = 0.25  # of a page, that may be left without a word


class Item(msgspec.Struct, frozen=True):
    """A question as the packing sees it: how high it is, in points, and its place in the order drawn."""

    place: int
    height: float


class Group(msgspec.Struct, frozen=True):
    """Questions that stay together, in the order drawn, below a heading of so many points."""

    items: tuple[Item, ...]
    heading: float = 0.0
    opens: bool = False  # whether it begins a page


class Column(msgspec.Struct, frozen=True):
    """Room on a page, in points."""

    page: int
    height: float


Columns = Callable[[], Iterator[Column]]  # all there are, and there is no end of them
Choice = Callable[[Sequence[Item], Sequence[Item]], Item | None]  # of those that fit, of all left


def packed(groups: Sequence[Group], columns: Columns, apart: float) -> tuple[int, ...]:
    """The places of all items, group by group, in the order in which pages are fullest.

    *apart* are the points between two of them.
    """
    choices = [(_drawn, _drawn), *product((_first, _highest), repeat=2)]
    ways = [_Way(columns(), apart, begin, fill) for begin, fill in choices]
    for way in ways:
        for group in groups:
            way.take(group)
    return min(ways, key=_Way.waste).order


def _drawn(fitting: Sequence[Item], left: Sequence[Item]) -> Item | None:
    """Never out of order: so nothing that is packed is worse than what was drawn."""
    return fitting[0] if fitting[:1] == left[:1] else None


def _first(fitting: Sequence[Item], left: Sequence[Item]) -> Item | None:
    return fitting[0] if fitting else None


def _highest(fitting: Sequence[Item], left: Sequence[Item]) -> Item | None:
    return max(fitting, key=lambda item: item.height, default=None)


class _Way:
    """One way to pack, and how far it has come."""

    def __init__(self, columns: Iterator[Column], apart: float, begin: Choice, fill: Choice) -> None:
        self._columns, self._apart = columns, apart
        self._begin, self._fill = begin, fill
        self._column, self._next = next(columns), next(columns)
        self._down = 0.0
        self._here: list[Item] = []  # of one group, in this column
        self._packed: list[Item] = []
        self._room: dict[int, float] = {self._column.page: self._column.height}
        self._taken: dict[int, float] = {}
        self._parted = 0  # items that stand in two columns or more

    @property
    def order(self) -> tuple[int, ...]:
        """The places of what was packed."""
        return tuple(item.place for item in self._packed)

    def waste(self) -> tuple[int, int, int]:
        """The less the better: pages, what is parted or too empty, and pairs that are out of order."""
        last = max(self._taken)
        empty = sum(self._taken.get(page, 0) < (1 - _EMPTY) * self._room[page] for page in range(last))
        order = self.order
        early = sum(after < before for place, before in enumerate(order) for after in order[place + 1 :])
        return last, self._parted + empty, early

    def take(self, group: Group) -> None:
        """Pack all of a group."""
        left, above = list(group.items), group.heading
        if group.opens:
            page = self._column.page
            while self._taken.get(page) and self._column.page == page:
                self._move()
        while left:
            room = self._column.height - self._down - (self._apart if self._down else 0) - above
            fitting = [item for item in left if item.height <= room]
            item = (self._fill if self._down else self._begin)(fitting, left)
            if not item and self._down and left[0].height + above <= self._next.height:
                self._move()
                continue
            item = item or left[0]
            left.remove(item)
            self._put(item, above)
            above = 0.0
        self._settle()

    def _put(self, item: Item, above: float) -> None:
        height = item.height + above + (self._apart if self._down else 0)
        if self._down + height <= self._column.height:
            self._here.append(item)
        else:
            self._settle()
            self._packed.append(item)
            self._parted += 1
        while self._down + height > self._column.height:  # which no column holds: it goes on over several
            height -= self._use(self._column.height - self._down)
            self._move()
        self._use(height)

    def _use(self, height: float) -> float:
        page = self._column.page
        self._taken[page] = self._taken.get(page, 0.0) + height
        self._down += height
        return height

    def _move(self) -> None:
        self._settle()
        self._column, self._next = self._next, next(self._columns)
        self._room[self._column.page] = self._room.get(self._column.page, 0.0) + self._column.height
        self._down = 0.0

    def _settle(self) -> None:
        """What stands in one column stands there in the order drawn."""
        self._packed += sorted(self._here, key=lambda item: item.place)
        self._here = []
