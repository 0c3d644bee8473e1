"""Whether values stand in an order: read as the bank reads them, else as figures between equal words.

Read besides are fractions, also of LaTeX, what is less or more than a figure, spans by their low end, and
sentences that differ in one figure; one option in words among them is left out.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum

from quizmill.bank import values
from quizmill.bank.fold import fold
from quizmill.bank.values.units import convert
from quizmill.check.language.kinds import value
from quizmill.check.language.spans import Span, span


class Order(StrEnum):
    """How a list of values is ordered; equal neighbours break no order."""

    ASCENDING = "ascending"
    DESCENDING = "descending"
    MIXED = "mixed"


_FIGURE = r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+|(?<=\d))(?:e[-+]?\d+)?"
_POWER = r"(?: ?[x*·×] ?10 ?\^? ?[({]?([-+]?\d+)[)}]?)"
_AFFIXED = re.compile(
    rf"((?:[^\d+-]*[ =~($£€¥±:])?)(?:({_FIGURE}){_POWER}?|10 ?\^ ?[({{]?([-+]?\d+)[)}}]?)(\D*)"
)
# What units are compared in, what that measures, and its size; a month has no exact number of seconds.
_BASES = {
    "second": ("time", 1),
    "month": ("time", 2_629_800),
    "millimetre": ("length", 1),
    "gram": ("mass", 1),
}
_DIGIT = re.compile(r"\d")
_WHOLE = r"(\d{1,9}(?:\.\d{1,9})?)"
_FRACTION = re.compile(
    rf"\\[dt]?frac ?\{{ ?{_WHOLE} ?\}} ?\{{ ?{_WHOLE} ?\}}|(?<![\w/.]){_WHOLE} ?/ ?{_WHOLE}(?![\w/])"
)
_COMPARED = re.compile(
    r"[<>≤≥] ?=? ?|\\[()]|(?<!\d)\$|\$$"
)  # signs before a figure, marks around mathematics
_LENGTH = re.compile(r"\d ?(?:[nµμmc]m|km|(?:centi|milli|kilo)?met(?:re|er)s?)\b")
_BARE_M = re.compile(r"(?<=\d) ?m(?![\w.])")
_FEWEST = 3  # figures beside which one option in words is left out
_ORDINAL_ENDING = re.compile(r"^(?:st|nd|rd|th)\b")


def order_of(texts: tuple[str, ...]) -> Order | None:
    """How the texts are ordered by value; None unless all, but one at most, can be compared."""
    figures = tuple(text for text in texts if _DIGIT.search(text) or value(text))
    if len(figures) < len(texts) and (len(figures) < max(_FEWEST, len(texts) - 1)):
        return None
    return _order_of(_with_metres(figures))


def _with_metres(texts: tuple[str, ...]) -> tuple[str, ...]:
    """The texts; beside another length an m is a metre and no million."""
    if not any(_LENGTH.search(text) for text in texts):
        return texts
    return tuple(_BARE_M.sub(" metre", text) for text in texts)


def _order_of(texts: tuple[str, ...]) -> Order | None:
    if (order := values.ascending(texts)) is not None:
        as_written = tuple(range(len(texts)))
        if order == as_written:
            return Order.ASCENDING
        return Order.DESCENDING if values.ascending(texts[::-1]) == as_written else Order.MIXED
    figures = _figures(texts) or _lows(texts)
    if figures is None:
        return None
    if figures == sorted(figures):
        return Order.ASCENDING
    return Order.DESCENDING if figures == sorted(figures, reverse=True) else Order.MIXED


def _figures(texts: tuple[str, ...]) -> list[Decimal] | None:
    """The figures of texts that differ in nothing else; None when they do."""
    matches = [_AFFIXED.fullmatch(_with_decimals(fold(text).removesuffix("."))) for text in texts]
    found = [match for match in matches if match]
    around = {(match[1], _ORDINAL_ENDING.sub("", match[5]).strip(" )").removesuffix("s")) for match in found}
    if len(found) < len(texts) or len(around) != 1:
        return None
    return [_scaled(match) for match in found]


def _with_decimals(folded: str) -> str:
    """The text with its fractions as decimals, without signs of comparison and marks around mathematics."""
    return _FRACTION.sub(_divided, _COMPARED.sub("", folded))


def _divided(match: re.Match[str]) -> str:
    over, under = (Decimal(group) for group in match.groups() if group)
    return f"{over / under:f}" if under else match[0]


def _lows(texts: tuple[str, ...]) -> list[Decimal] | None:
    """Where the spans begin, in one unit; None unless all are spans that can be compared."""
    spans = [each for each in map(span, texts) if each and each.low.is_finite()]
    if len(spans) < len(texts):
        return None
    if len({each.sort for each in spans}) == 1:
        return [each.low for each in spans]
    sizes = [_size(each) for each in spans]
    if any(each.sort[0] for each in spans) or len({what for what, _ in sizes}) > 1 or not sizes[0][0]:
        return None
    return [size for _, size in sizes]


def _size(each: Span) -> tuple[str, Decimal]:
    """What the beginning of a span measures, and how much; nothing where its unit is no measure."""
    for base, (what, size) in _BASES.items():
        amount = convert(each.low, each.sort[1], base)
        if amount is not None:
            return what, amount * size
    return "", each.low


def _scaled(match: re.Match[str]) -> Decimal:
    amount = _amount(match[2]) if match[2] else Decimal(1)
    power = int(match[3] or match[4] or 0)
    return amount.scaleb(power) if abs(power) < 1000 else amount


def _amount(figure: str) -> Decimal:
    return Decimal(figure.replace(",", ""))
