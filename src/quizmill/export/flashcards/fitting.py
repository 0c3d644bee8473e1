"""Texts one below the other in a given room, as large as fits."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import msgspec

from quizmill.bank.markup import plain
from quizmill.export.flashcards.sides import CardText
from quizmill.export.paper.composed import composed, shortened
from quizmill.export.paper.elements import Element
from quizmill.export.paper.look import Look
from quizmill.export.paper.rows import Row, Stack
from quizmill.export.paper.typeset import Typesetter

_LARGEST, _SMALLEST = 11.0, 7.0  # points
_TALLEST = 0.4  # of the room at most, for a picture in a text of the largest size
_SMALLER, _LEAST = 0.93, 16.0  # by what such pictures shrink from size to size, and points that they keep
_GUTTER = 8.0  # points between two texts in a row
_APART, _PICTURED = 0.2, 0.6  # of the type size, below a text, and below one with pictures
_FULL = 4000  # characters: more than a card holds of the narrowest in the smallest size


class Fitted:
    """The texts of a side; *cut* when even the smallest size is too large for them. Lengths in points."""

    def __init__(
        self, texts: tuple[CardText, ...], width: float, room: float, typesetter: Typesetter
    ) -> None:
        self._width = width
        self._room = room
        self._typesetter = typesetter
        self._tallest = room * _TALLEST
        given, texts = texts, _shortened(texts, _FULL)
        self.cut = texts != given
        size = _LARGEST
        self._set(texts, size)
        while self.height > room and size > _SMALLEST:
            size = max(size - 0.5, _SMALLEST)
            self._tallest *= _SMALLER
            self._set(texts, size)
        pictured = any("![" in text.markup for text in texts)
        while self.height > room and self._tallest > _LEAST and pictured:
            self._tallest *= _SMALLER
            self._set(texts, size)
        if self.height > room:
            self._cut(texts)
        elif pictured:
            self._enlarge(texts, size)

    def _set(self, texts: tuple[CardText, ...], size: float) -> None:
        """The lines at that size: how far each is indented, the element, and the space below it."""
        self.lines: list[tuple[float, Element, float]] = []
        for row in _rows(texts):
            indent, own = row[0].indent, max(size * row[0].share, _SMALLEST)
            step = (self._width - indent + _GUTTER) / (2 if row[0].group else 1)
            cells = [(step * i, self._element(text, own, step - _GUTTER)) for i, text in enumerate(row)]
            pictured = any("![" in text.markup for text in row)
            self.lines.append((indent, Stack([Row(cells)]), own * (_PICTURED if pictured else _APART)))
        self.height = sum(element.height + below for _, element, below in self.lines)

    def _element(self, text: CardText, size: float, width: float) -> Element:
        look = Look(size, size * 1.36, text.weight, text.grey)
        return composed(text.markup, look, width, self._typesetter, self._tallest)

    def _enlarge(self, texts: tuple[CardText, ...], size: float) -> None:
        """The pictures as high as all of them can be among texts of that size, to a point, by halving."""
        small, large = self._tallest, self._room * _TALLEST
        while large - small > 1:
            self._tallest = (small + large) / 2
            self._set(texts, size)
            small, large = (small, self._tallest) if self.height > self._room else (self._tallest, large)
        self._tallest = small
        self._set(texts, size)

    def _cut(self, texts: tuple[CardText, ...]) -> None:
        """The most characters of every text with which all of them fit, found by halving."""
        self.cut = True
        few, many = 0, min(max(len(plain(text.markup)) for text in texts), _FULL)
        while many - few > 1:
            middle = (few + many) // 2
            self._set(_shortened(texts, middle), _SMALLEST)
            few, many = (few, middle) if self.height > self._room else (middle, many)
        self._set(_shortened(texts, few), _SMALLEST)


def _rows(texts: tuple[CardText, ...]) -> Iterator[list[CardText]]:
    """The texts as they stand beside each other."""
    for group, members in groupby(texts, lambda text: text.group):
        found = list(members)
        across = 2 if group else 1
        yield from (found[start : start + across] for start in range(0, len(found), across))


def _shortened(texts: tuple[CardText, ...], longest: int) -> tuple[CardText, ...]:
    return tuple(
        text
        if len(plain(text.markup)) <= longest
        else msgspec.structs.replace(text, markup=shortened(text.markup, longest))
        for text in texts
    )
