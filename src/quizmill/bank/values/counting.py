"""Adding up the words of a number, in any language: vier und zwanzig, quatre vingt dix neuf, deux tiers."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from quizmill.bank.values.number_words import nth


class Kind(StrEnum):
    """What a word of a number says."""

    COUNT = "count"
    PLACE = "place"  # in a row
    PART = "part"  # of a whole
    JOINT = "joint"


class Word(NamedTuple):
    """A word of a number, and what it is worth."""

    value: int
    kind: Kind


JOINT = Word(0, Kind.JOINT)


class Sum:
    """Adds number words up as long as they make one number."""

    def __init__(self, *, ones_first: bool, scores: bool) -> None:
        self._ones_first = ones_first
        self._scores = scores
        self._total = 0  # of what has its scale
        self._group = 0  # since then, below 10,000
        self._scale = 10**15  # the next must be smaller
        self._last = JOINT
        self._over = 0  # above the fraction line
        self._count = 0  # of the words
        self._placed = False

    def add(self, word: Word) -> bool:
        """Take one more word in; False when the number cannot go on with it."""
        if word is JOINT:
            fits = self._last.kind in (Kind.COUNT, Kind.PLACE)
        elif self._over or self._last.kind is Kind.PART:
            fits = False
        else:
            fits = self._is_part(word) or self._more(word)
        self._count += 1
        self._last = word
        return fits

    def told(self) -> str:
        """The number so far as English has it; "" where a word is missing."""
        number = self._total + self._group
        if self._last is JOINT:
            return ""
        if self._over:
            return f"{self._over}/{self._last.value}"
        if self._last.kind is Kind.PART:
            return f"1/{self._last.value}"
        if self._placed:
            return nth(number)
        return str(number)

    @property
    def scale(self) -> int:
        """What the number so far ends with, if that is a million or more."""
        return self._last.value if self._last.value >= 10**6 and not self._group else 0

    def _is_part(self, word: Word) -> bool:
        """Whether the word makes a fraction of the number before it: zwei Drittel, un cinquième."""
        if word.kind is Kind.PART:
            self._over = self._total + self._group
            return self._count == 0 or (0 < self._over < 100 and self._last is not JOINT)
        if word.kind is not Kind.PLACE or not self._count or self._last is JOINT or self._placed:
            return False
        if word.value < 3 or self._fits(word.value):
            return False
        self._over = self._total + self._group
        return self._over < 100

    def _more(self, word: Word) -> bool:
        value = word.value
        if self._placed and word.kind is Kind.COUNT and not (self._ones_first and value == 10):
            return False
        if not self._fits(value):
            return False
        self._placed = word.kind is Kind.PLACE or self._placed
        if value >= 1000:
            self._total += max(self._group, 1) * value
            self._group, self._scale = 0, value
        elif value == 100 and self._group:
            self._group *= 100
        elif value == 20 and self._group % 100 == 4 and self._scores:
            self._group += 76
        else:
            self._group += value
        return True

    def _fits(self, value: int) -> bool:
        rest, joined = self._group % 100, self._last is JOINT
        if value >= 1000:
            return value < self._scale
        if value >= 100:
            return self._group == 0 or (value == 100 and self._group < 100 and not joined)
        if not rest:
            return value > 0 or not self._count
        if self._ones_first and rest < 10:
            return value == 10 or (joined and value >= 20)
        if self._scores and rest == 4 and value == 20:
            return True
        room = 20 if self._scores and rest in (60, 80) else 10
        return 0 < value < room and rest % 10 == 0
