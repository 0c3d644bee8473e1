"""Whether values stand in an order: read as the bank reads them, else as figures between equal words."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum

import msgspec

from quizmill.bank import values
from quizmill.bank.fold import fold
from quizmill.check.language.kinds import value


class Order(StrEnum):
    """How a list of values is ordered; equal neighbours break no order."""

    ASCENDING = "ascending"
    DESCENDING = "descending"
    MIXED = "mixed"


class Span(msgspec.Struct, frozen=True):
    """The amounts from *low* to *high*; a single amount when these are equal."""

    low: Decimal
    high: Decimal
    unit: str = ""  # what stands after the figure, folded

    def overlaps(self, other: Span) -> bool:
        """Whether an amount is in both; spans that only touch at an end share none."""
        if self.unit != other.unit:
            return False
        low, high = max(self.low, other.low), min(self.high, other.high)
        return low < high or (low == high and (self.low < low < self.high or other.low < low < other.high))


_ENDLESS = Decimal("Infinity")
_FIGURE = r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+|(?<=\d))(?:e[-+]?\d+)?"
_POWER = r"(?: ?[x*·×] ?10 ?\^? ?[({]?([-+]?\d+)[)}]?)"
_AFFIXED = re.compile(
    rf"((?:[^\d+-]*[ =<>≤≥~($£€¥±:])?)(?:({_FIGURE}){_POWER}?|10 ?\^ ?[({{]?([-+]?\d+)[)}}]?)(\D*)"
)
_DIGIT = re.compile(r"\d")
_ORDINAL_ENDING = re.compile(r"^(?:st|nd|rd|th)\b")
_BELOW = r"(?:<|≤|(?:less|fewer|lower|smaller) than|under|below|up to|at most|before)"
_ABOVE = r"(?:>|≥|(?:more|greater|higher|larger) than|over|above|at least|after)"
_SPAN = re.compile(
    rf"(?:(?:from )?({_FIGURE})[a-z%°]{{0,3}} ?(?:-|to) ?({_FIGURE})"
    rf"|between ({_FIGURE})[a-z%°]{{0,3}} and ({_FIGURE})"
    rf"|({_BELOW}) ?({_FIGURE})|({_ABOVE}) ?({_FIGURE})|({_FIGURE}))(?: ?(\D*))"
)


def order_of(texts: tuple[str, ...]) -> Order | None:
    """How the texts are ordered by value; None unless all are values that can be compared."""
    if not all(_DIGIT.search(text) or value(text) for text in texts):
        return None
    if (order := values.ascending(texts)) is not None:
        as_written = tuple(range(len(texts)))
        if order == as_written:
            return Order.ASCENDING
        return Order.DESCENDING if values.ascending(texts[::-1]) == as_written else Order.MIXED
    figures = _figures(texts)
    if figures is None:
        return None
    if figures == sorted(figures):
        return Order.ASCENDING
    return Order.DESCENDING if figures == sorted(figures, reverse=True) else Order.MIXED


def span(text: str) -> Span | None:
    """The amounts a text tells: `5-10 mg`, `less than 5`, `between 2 and 3`, `7`; else None."""
    match = _SPAN.fullmatch(fold(text).removesuffix(".")) if _DIGIT.search(text) else None
    if match is None:
        return None
    first, last, least, most, _, below, _, above, single, unit = match.groups()
    low, high = first or least, last or most
    if low and high:
        return Span(_amount(low), _amount(high), unit) if _amount(low) < _amount(high) else None
    if below:
        return Span(-_ENDLESS, _amount(below), unit)
    return Span(_amount(above), _ENDLESS, unit) if above else Span(_amount(single), _amount(single), unit)


def _figures(texts: tuple[str, ...]) -> list[Decimal] | None:
    """The figures of texts that differ in nothing else; None when they do."""
    matches = [_AFFIXED.fullmatch(fold(text).removesuffix(".")) for text in texts]
    found = [match for match in matches if match]
    around = {(match[1], _ORDINAL_ENDING.sub("", match[5]).strip(" )").removesuffix("s")) for match in found}
    if len(found) < len(texts) or len(around) != 1:
        return None
    return [_scaled(match) for match in found]


def _scaled(match: re.Match[str]) -> Decimal:
    amount = _amount(match[2]) if match[2] else Decimal(1)
    power = int(match[3] or match[4] or 0)
    return amount.scaleb(power) if abs(power) < 1000 else amount


def _amount(figure: str) -> Decimal:
    return Decimal(figure.replace(",", ""))
