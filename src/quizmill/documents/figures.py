"""Figures and dates in a text, as they are written: the longest stretch that is one value and no more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizmill.bank import values
from quizmill.bank.values import Moment, Quantity, units

_TOKEN = re.compile(r"\S+")
_OPENING, _CLOSING = "([{<“\"'‘«„¿¡*_|~", ")]}>”\"'’»“.,;:!?*_…|~"
_NOTE = re.compile(r"\[\d{1,3}\]")  # of a footnote
_ENDS = re.compile(r"[.;:!?)\]…]$")
_BEFORE, _BEHIND = 2, 4  # tokens that may belong to a figure: US$ 5, 12 de octubre de 1492
_SMALL = 10  # a bare number below says little of what it counts
_HAN = re.compile(r"[\u3400-\u9fff]")
_HAN_DATE = re.compile(
    r"(?:\d{4}|[〇零一二三四五六七八九]{4})年(?:\d{1,2}月(?:\d{1,2}[日号])?)?|\d{1,2}月\d{1,2}[日号]"
)
_HAN_NUMBER = re.compile(
    r"(?:US\$|[$¥€£])?\d[\d,]*(?:\.\d+)?(?:万亿|亿|万|千)?(?:美元|人民币|欧元|英镑|日元|港元|元|[%％]|公里|平方公里|米|吨|岁)?"
)


class Figure(NamedTuple):
    """Where a figure stands in its text, and whether it is a point in time."""

    start: int
    end: int
    is_date: bool


def figures(text: str, language: str) -> Iterator[Figure]:
    """The dates, sums, measures and numbers in a paragraph of that *language*, from left to right."""
    text = _NOTE.sub(lambda note: " " * len(note[0]), text)
    if _HAN.search(text):
        yield from _among_signs(text)
        return
    tokens = [(match.start(), match.end()) for match in _TOKEN.finditer(text)]
    behind = 0
    for at, (start, end) in enumerate(tokens):
        if at >= behind and any(map(str.isdigit, text[start:end])):
            found = _widest(text, tokens, at, behind, language)
            if found:
                behind = found[1]
                yield found[0]


def _among_signs(text: str) -> Iterator[Figure]:
    """Those of a text without spaces, which is Chinese or Japanese."""
    dates = [Figure(match.start(), match.end(), True) for match in _HAN_DATE.finditer(text)]
    taken = [range(date.start, date.end) for date in dates]
    numbers = [
        Figure(match.start(), match.end(), False)
        for match in _HAN_NUMBER.finditer(text)
        if len(match[0]) > 1 and not any(match.start() in span for span in taken)
    ]
    yield from sorted((*dates, *numbers))


def _widest(
    text: str, tokens: list[tuple[int, int]], at: int, least: int, language: str
) -> tuple[Figure, int] | None:
    """The longest value around the token with a digit, and the token behind it."""
    first = max(at - _BEFORE, least)
    last = at + 1
    while last < min(at + 1 + _BEHIND, len(tokens)) and _goes_on(text, tokens[last - 1], tokens[last]):
        last += 1
    while first < at and not _goes_on(text, tokens[at - 1], tokens[at]):
        first += 1
    spans = [(one, other) for one in range(first, at + 1) for other in range(at + 1, last + 1)]
    for one, other in sorted(spans, key=lambda span: span[0] - span[1]):
        start, end = _bare(text, tokens[one][0], tokens[other - 1][1])
        value = _value(text[start:end], language)
        if value is None:
            continue
        shorter = [(one + 1, other)] * (one < at) + [(one, other - 1)] * (other > at + 1)
        inner = (
            _value(text[slice(*_bare(text, tokens[a][0], tokens[b - 1][1]))], language) for a, b in shorter
        )
        if value not in inner:
            return Figure(start, end, isinstance(value, Moment)), other
    return None


def _goes_on(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two tokens may be of one figure: no clause ends between them, and no column."""
    return other[0] - one[1] == 1 and not _ENDS.search(text[slice(*one)])


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without the marks around it."""
    while start < end and text[start] in _OPENING:
        start += 1
    while start < end and text[end - 1] in _CLOSING:
        end -= 1
    return start, end


def _value(written: str, language: str) -> Moment | Quantity | None:
    """The value that the stretch is; None for one that counts things, or is too small to tell."""
    value = values.read_in(written, language) if written else None
    if isinstance(value, Quantity):
        if value.currency or units.is_measure(value.unit) or value.unit in ("%", "ordinal"):
            return value
        bare = not value.unit and (abs(value.amount) >= _SMALL or value.amount % 1)
        return value if bare else None
    return value
