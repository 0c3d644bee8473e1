"""Numbers of paragraphs and questions: `5, 7, 9-12`, in messages and on paper, and as they are typed again.

Everything that prints a list of such numbers does it here, and everything that takes one: so what is printed
can be pasted back.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from quizmill.pattern import pattern

_NUMBER = r"\d{1,6}"
_PART = rf"{_NUMBER}(?: ?(?:-|–|to) ?{_NUMBER})?"  # 9, 9-20, 9–20, 9 to 20
RANGES = rf"{_PART}(?:(?:, ?(?:and )?| and ){_PART})*"
_RANGES = pattern(RANGES)
_BETWEEN = pattern(r", ?(?:and )?| and ")
_NAMES_PART = pattern(r"\s*,\s*(?:and\s+)?|\s+and\s+")
_FROM_TO = pattern(rf"({_NUMBER}) ?(?:-|–|to) ?({_NUMBER})")
_MOST = 10_000  # numbers written as one text; no document has as many paragraphs that state nothing


def spread(written: str) -> list[str] | None:
    """The numbers of a list of ranges, each as text; None for what is none, or has too many."""
    if not _RANGES.fullmatch(written):
        return None
    found: list[str] = []
    for part in _BETWEEN.split(written):
        ends = _FROM_TO.fullmatch(part)
        first, last = (int(ends[1]), int(ends[2])) if ends else (0, 0)
        if not 0 <= last - first < _MOST - len(found):
            return None
        found += map(str, range(first, last + 1)) if ends else [part]
    return found


def parted(written: str) -> list[str]:
    """The names in a list as messages write it: `a, b and c`."""
    return [name for name in _NAMES_PART.split(written.strip()) if name]


def gathered(numbers: Iterable[int]) -> list[int | str]:
    """Numbers in their order, three or more that follow each other as a range."""
    found: list[int | str] = []
    for _, run in itertools.groupby(enumerate(numbers), key=lambda each: each[1] - each[0]):
        own = [number for _, number in run]
        found += [f"{own[0]}-{own[-1]}"] if 2 < len(own) <= _MOST else own
    return found


def in_ranges(numbers: Iterable[int]) -> str:
    """The numbers on one line, as they can be typed again: `5, 7, 9-12`."""
    return ", ".join(map(str, gathered(numbers)))


def listed(noun: str, numbers: Iterable[int]) -> str:
    """One number or more, behind their noun: `paragraph 5`, `paragraphs 5, 7, 9-12`."""
    first, *others = numbers = list(numbers)
    return f"{noun}{'s' if others else ''} {in_ranges(numbers) if others else first}"
