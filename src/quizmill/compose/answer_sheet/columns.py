"""Questions fill columns of rings, and columns pages; lengths in millimetres."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from quizmill.compose.answer_sheet.layout import Box, Point
from quizmill.compose.answer_sheet.ringed import MINUS, Ringed

NUMBER = 9.0  # from the left of a question to the edge of its first ring: its number stands there
NAME = 6.0  # further, where each line has a label
EDGE = 2.2  # from the centre of a ring to what is beside it: the ring, and its stroke
GROUP = 5  # questions that the eye takes together
WRITING = 8.0  # above the columns of a number: boxes to write it in
UNIT = 5.0  # above these: what the number is of
HINT = 2.8  # below a row of which several may be marked: it says so
_AFTER_GROUP = 2.0
_AROUND = 1.6  # above and below a question of several rows, which are else as near to the next
_BETWEEN = 3.0  # columns, at least


class Spacing(msgspec.Struct, frozen=True):
    """From centre to centre: of rings *across*, and of rows *down*."""

    across: float
    down: float

    @property
    def digit(self) -> float:
        """Downwards, of the rings of a number."""
        return min(self.down, 7.0)

    def size(self, each: Ringed) -> tuple[float, float]:
        """How wide and high a question is."""
        rings = len(each.lines) if each.down else len(each.lines[0])
        width = NUMBER + (NAME if each.named else 0.0) + 2 * EDGE + (rings - 1) * self.across
        if each.down:
            return width, UNIT + WRITING + 2 * EDGE + (len(each.lines[0]) - 1) * self.digit + 2 * _AROUND
        around = 2 * _AROUND if len(each.lines) > 1 else 0.0
        return width, len(each.lines) * self.down + around + (HINT if each.several else 0.0)

    def first(self, each: Ringed, part: int, slot: Slot) -> Point:
        """The centre of the first ring of a line."""
        left = slot.x + NUMBER + (NAME if each.named else 0.0) + EDGE
        if each.down:
            below = 0 if each.lines[part][0] == MINUS else 1
            top = slot.y + _AROUND + UNIT + WRITING + EDGE
            return Point(_tidy(left + part * self.across), _tidy(top + below * self.digit))
        around = _AROUND if len(each.lines) > 1 else 0.0
        return Point(_tidy(left), _tidy(slot.y + around + (part + 0.5) * self.down))


class Slot(msgspec.Struct, frozen=True):
    """Where a question begins: its page, from 1, and its top left corner."""

    page: int
    x: float
    y: float


class _Column(msgspec.Struct):
    """Questions one below the other, by how far down each begins, and the width of the widest."""

    width: float = 0.0
    height: float = 0.0
    tops: list[float] = []


def fill(questions: Sequence[Ringed], room: Box, spacing: Spacing) -> tuple[Slot, ...]:
    """Where each of the questions stands; the columns of a page are spread over its width."""
    pages = _pages(_columns(questions, room.height, spacing), room.width)
    slots = []
    for number, columns in enumerate(pages, 1):
        taken = sum(column.width for column in columns)
        apart = (room.width - taken) / max(len(columns), 1)
        left = room.x + apart / 2
        for column in columns:
            slots += [Slot(number, left, room.y + top) for top in column.tops]
            left += column.width + apart
    return tuple(slots)


def _columns(questions: Sequence[Ringed], height: float, spacing: Spacing) -> Iterator[_Column]:
    column = _Column()
    for group in _groups(questions):
        sizes = [spacing.size(each) for each in group]
        together = sum(tall for _, tall in sizes)
        before = _AFTER_GROUP if column.tops else 0.0
        whole = len(group) > 1 and together <= height
        for place, (wide, tall) in enumerate(sizes):
            needed = together if whole and place == 0 else tall
            if column.tops and column.height + before + needed > height:
                yield column
                column, before = _Column(), 0.0
            column.tops.append(column.height + before)
            column.height += before + tall
            column.width = max(column.width, wide)
            before = 0.0
    if column.tops:
        yield column


def _groups(questions: Sequence[Ringed]) -> Iterator[list[Ringed]]:
    """Questions of a row each, by fives of their numbers; any other is alone."""
    group: list[Ringed] = []
    for each in questions:
        alone = len(each.lines) > 1
        if group and (alone or (each.number - 1) // GROUP != (group[0].number - 1) // GROUP):
            yield group
            group = []
        if alone:
            yield [each]
        else:
            group.append(each)
    if group:
        yield group


def _pages(columns: Iterator[_Column], width: float) -> list[list[_Column]]:
    pages: list[list[_Column]] = []
    taken = 0.0
    for column in columns:
        if not pages or taken + _BETWEEN + column.width > width:
            pages.append([])
            taken = -_BETWEEN
        pages[-1].append(column)
        taken += _BETWEEN + column.width
    return pages


def _tidy(length: float) -> float:
    """A hundredth of a millimetre is finer than any printer."""
    return round(length, 2)
