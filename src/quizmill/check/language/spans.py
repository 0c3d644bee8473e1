"""Spans of values, and options that include each other."""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec

from quizmill.bank import values
from quizmill.bank.fold import fold
from quizmill.bank.values import Moment, Quantity
from quizmill.check.language.tokens import words

_BELOW = re.compile(
    r"(?P<open>before|under|below|less than|fewer than|up to|at most|no more than|until|< ?) ?(?P<end>.+)"
)
_ABOVE = re.compile(
    r"(?P<open>after|over|above|more than|greater than|at least|no less than|since|from|> ?) ?(?P<end>.+)"
)
_AND_UP = re.compile(
    r"(?P<end>.+?)(?: ?\+| or (?:more|higher|above|later|over|older)| and (?:more|above|over|up))"
)
_AND_DOWN = re.compile(
    r"(?P<end>.+?)(?: or (?:less|fewer|lower|below|under|earlier|younger)| and (?:less|below|under))"
)
_BETWEEN = re.compile(
    r"(?P<both>between )?(?:from )?(?P<low>.+?)(?(both) and |(?: ?- ?| to | until ))(?P<high>.+)"
)  # without between, "2 and 5" are two values
_INCLUSIVE = frozenset(
    ("up to", "at most", "no more than", "at least", "no less than", "since", "from", "until")
)
_DIGIT = re.compile(r"[0-9]")
_BARE = ("", "")  # a number without currency and unit
_FOREVER = Decimal("Infinity")

_LONGEST = 4  # words
_JOINS = frozenset("and or with of in for by to from at on that which who as plus under between".split())
_ARTICLES = frozenset("a an the its their his her".split())
_AUXILIARIES = frozenset("am is are was were be been has have had do does did will would can could".split())
_DENIALS = frozenset("no not non never without un anti except neither nor less more fewer than half".split())


class Span(msgspec.Struct, frozen=True):
    """From one value to another of the same sort; a single value is a span of no width."""

    low: Decimal
    high: Decimal
    sort: tuple[str, str]  # currency and unit; of dates ("date", "")
    includes_low: bool = True
    includes_high: bool = True

    @property
    def wide(self) -> bool:
        """Whether it holds more than one value."""
        return self.low != self.high

    def meets(self, other: Span) -> bool:
        """Whether a value lies in both; the end of one may be the beginning of the next."""
        if self.sort != other.sort:
            return False
        low, high = max(self.low, other.low), min(self.high, other.high)
        if low == high:
            return not (self.wide and other.wide) and self.holds(low) and other.holds(low)
        return low < high

    def holds(self, value: Decimal) -> bool:
        """Whether the value lies in it."""
        above = value > self.low or (self.includes_low and value == self.low)
        below = value < self.high or (self.includes_high and value == self.high)
        return above and below


def span(text: str) -> Span | None:
    """The span that the whole of a text without markup names; None when it names none."""
    if not (_DIGIT.search(text) if text.isascii() else any(map(str.isdigit, text))):
        return None
    folded = fold(text).removesuffix(".")
    if (value := values.read(text)) is not None:
        return _point(value)
    if match := _BELOW.fullmatch(folded) or _AND_DOWN.fullmatch(folded):
        return _half(match, upper=True)
    if match := _BETWEEN.fullmatch(folded):
        low, high = _end(match["low"]), _end(match["high"])
        if low and high and low.sort == _BARE:  # "5 to 10 km", "5 to $10"; not "3x - 5"
            low = Span(low.low, low.high, high.sort)
        if low and high and low.sort == high.sort and low.low < high.low:
            return Span(low.low, high.high, low.sort)
    if match := _ABOVE.fullmatch(folded) or _AND_UP.fullmatch(folded):
        return _half(match, upper=False)
    return None


def telling(text: str) -> frozenset[str]:
    """The words of an option but its articles: what it shares with one that includes it."""
    return frozenset(words(text)) - _ARTICLES


def inclusion(wide: str, narrow: str) -> bool:
    """Whether *narrow* is *wide* with a qualification before it or an addition after it."""
    if len(wide) >= len(narrow) or not telling(wide) <= telling(narrow):
        return False
    outer = tuple(word for word in words(wide) if word not in _ARTICLES)
    inner = tuple(word for word in words(narrow) if word not in _ARTICLES)
    if not outer or len(outer) >= len(inner) or len(inner) > _LONGEST or _is_proper(narrow):
        return False
    if inner[-len(outer) :] == outer:
        extra = inner[: -len(outer)]
        return _qualifies(extra)
    extra = inner[len(outer) :]
    return (
        inner[: len(outer)] == outer and extra[0] in _JOINS and len(extra) > 1 and _DENIALS.isdisjoint(extra)
    )


def _qualifies(extra: tuple[str, ...]) -> bool:
    """Whether words before an option narrow it, rather than deny it or make a figure of it."""
    plain = all(word.isalpha() and len(word) > 1 for word in extra)
    return plain and (_DENIALS | _JOINS | _AUXILIARIES).isdisjoint(extra)


def _is_proper(text: str) -> bool:
    """Whether every word that carries meaning begins with a capital, as in New York."""
    parts = [part for part in re.findall(r"[^\W\d_]+", text) if part.lower() not in _ARTICLES | _JOINS]
    return all(part[0].isupper() for part in parts)


def _half(match: re.Match[str], *, upper: bool) -> Span | None:
    end = _end(match["end"])
    if end is None:
        return None
    opening = match.groupdict().get("open")
    inclusive = opening is None or opening.strip() in _INCLUSIVE
    if upper:
        return Span(-_FOREVER, end.high, end.sort, includes_high=inclusive)
    return Span(end.low, _FOREVER, end.sort, includes_low=inclusive)


def _end(text: str) -> Span | None:
    value = values.read(text.strip())
    return _point(value) if value is not None else None


def _point(value: values.Value) -> Span:
    if isinstance(value, Quantity):
        return Span(value.amount, value.amount, (value.currency, value.unit))
    return Span(_day(value), _day(value), ("date", ""))


def _day(value: Moment) -> Decimal:
    """A number that rises with time; dates said less exactly stand at their beginning."""
    return Decimal(
        value.year * 10_000 + (value.month or 3 * (value.quarter or 1) - 2) * 100 + (value.day or 1)
    )
