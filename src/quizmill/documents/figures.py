"""Figures and dates in a text, as they are written: the longest stretch that is one value and no more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from quizmill.bank import values
from quizmill.bank.values import Moment, Quantity, units

_TOKEN = re.compile(r"\S+")
_OPENING, _CLOSING = "([{<“\"'‘«„¿¡*_|~", ")]}>”\"'’»“.,;:!?*_…|~"
_NOTE = re.compile(r"\[\d{1,3}\]")  # of a footnote
_ENDS = re.compile(r"[.;:!?)\]…]$")
_ORDINAL = re.compile(r"^\d{1,2}\.$")  # of a day: 26. Juli
_ORDINAL_POINTS = ("cs", "da", "de", "fi", "lb", "nb", "nn", "no")  # languages that write it so
_BEFORE, _BEHIND = 2, 5  # tokens that may belong to a figure: US$ 5, 12 de octubre de 1492
_PLAIN = 3  # words of a measure that may end without its last unit: 5 feet 10
_SMALL = 10  # a bare number below says little of what it counts
# Coins of several countries or of former times: no currency, and yet a part of the sum.
_COIN = re.compile(
    r"(?:gold |silver )?(?:francs?|franken|francos?|marks?|marcos?|guilders?|gulden|florins?|livres?"
    r"|lir[ae]s?|pesos?|pesetas?|reales|escudos?|ducats?|ducados?|dukaten|(?:th|t)alers?|crowns?|kron(?:e|er|en|or)"
    r"|couronnes?|coronas?|shillings?|schillinge?|guineas?|sovereigns?|pence|dinars?|dinare|piastres?"
    r"|drachmas?|drachmen|rupien|roubles?|rubel|rublos?|rupees?|roupies?)$",
    re.IGNORECASE,
)
_ERA = re.compile(
    r" ?(?:B\.? ?C\.? ?E\b\.?|B\. ?C\.|BC\b|A\. ?D\.|AD\b|C\. ?E\.|CE\b"
    r"|[vn]\. ?(?:Chr|u\. ?Z)\.|a[vp]\.? J\.?-C\."
    r"|[ad]\. ?(?:de )?C\.)"
)
_ERA_END = re.compile(r"\b[ABC]\. ?(?:C\. ?)?[CDE]$")  # B.C, whose last point ends no sentence
_CENTURY = re.compile(r"\.?[ -](?:centur(?:y|ies)|Jahrhunderts?|siècles?)\b")
_ERA_BEFORE = re.compile(r"\b(?:A\.?D\.?|B\.?C\.?) $")
_HAN = re.compile(r"[\u3400-\u9fff]")
_HAN_DATE = re.compile(
    r"(?:公元前|公元)\d{1,4}年|(?:\d{4}|[〇零一二三四五六七八九]{4})年(?:\d{1,2}月(?:\d{1,2}[日号])?)?"
    r"|\d{1,2}月\d{1,2}[日号]"
)
_HAN_MONEY = "美元|人民币|欧元|英镑|日元|港元|法郎|马克|卢布|卢比|元"
_HAN_UNIT = f"(?:{_HAN_MONEY}|[%％]|平方公里|公里|米|吨|岁|年)"
_HAN_NUMBER = re.compile(
    rf"(?:US\$|[$¥€£])?\d[\d,]*(?:\.\d+)?(?:万亿|亿|万|千)?{_HAN_UNIT}?"
    rf"|[一二三四五六七八九十百千万亿两]{{2,}}(?:{_HAN_MONEY}|公里|吨)"
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
        if at >= behind and _may_begin(text[start:end], language):
            found = _widest(text, tokens, at, behind, language)
            if found:
                behind = found[1]
                yield _with_era(text, found[0])


@lru_cache(maxsize=1 << 14)
def _may_begin(token: str, language: str) -> bool:
    """Whether a word has a digit, or is a number that is spelt out: four, of four million pounds."""
    if any(map(str.isdigit, token)):
        return True
    value = values.read_in(token, language) if token.isalpha() or "-" in token else None
    return isinstance(value, Quantity) and value.unit != "ordinal"


def _with_era(text: str, figure: Figure) -> Figure:
    """The year with what says from when it is counted, 2,000 B.C., A.D. 79; a century with its number."""
    start, end, is_date = figure
    if century := _CENTURY.match(text, end):
        return Figure(start, century.end(), True)
    if is_date and _ERA_END.search(text[start:end]) and text[end : end + 1] == ".":
        return Figure(start, end + 1, True)
    if not (is_date or text[start:end].replace(",", "").isdecimal()):
        return figure
    if era := _ERA.match(text, end):
        return Figure(start, era.end(), True)
    before = _ERA_BEFORE.search(text, max(start - 6, 0), start)
    return Figure(before.start(), end, True) if before else figure


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
    """The longest value around the token with a number, and the token behind it."""
    first = max(at - _BEFORE, least)
    last = at + 1
    end = min(at + 1 + _BEHIND, len(tokens))
    while last < end and _goes_on(text, tokens[last - 1], tokens[last], language):
        last += 1
    while first < at and not _goes_on(text, tokens[at - 1], tokens[at], language):
        first += 1
    spans = [(one, other) for one in range(first, at + 1) for other in range(at + 1, last + 1)]
    for one, other in sorted(spans, key=lambda span: span[0] - span[1]):
        start, end = _bare(text, tokens[one][0], tokens[other - 1][1])
        if text[:end].endswith(" in") and text[end : end + 1] != ".":
            continue  # a preposition: in 1861 in Paris
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


def _goes_on(text: str, one: tuple[int, int], other: tuple[int, int], language: str) -> bool:
    """Whether two tokens may be of one figure: no clause ends between them, and no column."""
    word = text[slice(*one)]
    is_day = language.split("-")[0].lower() in _ORDINAL_POINTS and _ORDINAL.match(word)
    return other[0] - one[1] == 1 and (bool(is_day) or not _ENDS.search(word))


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
    is_spelt = not any(map(str.isdigit, written))
    if isinstance(value, Moment):
        return None if is_spelt else value  # May, which is a name and a word too
    if value is None or (is_spelt and (value.unit == "ordinal" or value.amount == 1)):
        return None  # the first time, one day
    words = written.split()
    first, last = words[0], words[-1]
    if len(words) > _PLAIN and last.isdecimal() and units.is_measure(value.unit):
        return None  # 10 hours and 40, of 10 hours and 40 minutes
    if not is_spelt and not any(map(str.isdigit, first)) and _may_begin(first, language):
        return None  # two figures: four million pounds, 30
    if value.currency or units.is_measure(value.unit) or value.unit in ("%", "ordinal"):
        return value
    if value.unit:
        return value if _COIN.match(last) else None
    return value if abs(value.amount) >= _SMALL or value.amount % 1 else None
