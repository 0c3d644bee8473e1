"""Numbers, money and dates: the one place they are read, for ordering, checking and grading alike.

Strict: the whole text is the value or it is none. Four bare digits from 1000 to 2100 are a year; whoever
knows better (a question that asks for a count) takes it through :func:`as_quantity`.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

import msgspec

from quizmill.bank.fold import fold
from quizmill.bank.values import dates, symbols, units
from quizmill.bank.values.dates import Moment
from quizmill.bank.values.number_words import EXACT, NUMBER_WORDS, ORDINAL_WORDS, SURE
from quizmill.bank.values.numbers import SPANS, Quantity, read_quantity
from quizmill.bank.values.tongues import Tongue, tongue
from quizmill.pattern import pattern

__all__ = [
    "Moment",
    "Quantity",
    "Tolerance",
    "Value",
    "ambiguous",
    "as_quantity",
    "ascending",
    "is_english",
    "plain_sum",
    "read",
    "read_in",
    "read_spelt",
    "read_tolerance",
    "said_in_english",
]

Value = Quantity | Moment

_DECIMAL_COMMA = pattern(r"^( *\d+),(\d{1,2})(?!\d)")  # of one or two digits, which group no thousands
_THOUSANDS = pattern(r"(?<![\d.,])([1-9]\d{0,2})\.(\d{3})(?![\d.,]|[ -]?[^\W\d_]*(?:illi|bn|mrd|mld))")
_LONGEST = 500  # characters; no value is written in more
# No value is without a digit or a word that begins like one of these. To see that takes a tenth of the time
# that reading does, and most texts are none.
_TELLING_WORDS = sorted({word[:3] for word in (*NUMBER_WORDS, *ORDINAL_WORDS, *dates.MONTHS, *SPANS)})
_BY_LETTER = [  # most words are passed over at their first letter
    f"{letter}(?:{'|'.join(word[1:] for word in words)})"
    for letter, words in groupby(_TELLING_WORDS, key=itemgetter(0))
]
_TELLING = pattern(rf"\d|\b(?:{'|'.join(_BY_LETTER)})")


class Tolerance(msgspec.Struct, frozen=True):
    """How far off an answer may be, and on which side: an amount, or a share of it (0.02 is 2%)."""

    amount: Decimal = Decimal(0)
    share: Decimal = Decimal(0)
    above: bool = True
    below: bool = True

    def allows(self, right: Decimal, given: Decimal) -> bool:
        """Whether *given* is near enough to *right*; the edge is."""
        low, high = self.around(SURE.plus(right))
        return low <= SURE.plus(given) <= high

    def around(self, right: Decimal) -> tuple[Decimal, Decimal]:
        """The least and the greatest that is near enough."""
        margin = max(self.amount, EXACT.multiply(self.share, abs(right)))
        return (
            EXACT.subtract(right, margin) if self.below else right,
            EXACT.add(right, margin) if self.above else right,
        )


@lru_cache(maxsize=1 << 12)  # checking comes back to the texts of a question, one question after the other
def read(text: str) -> Value | None:
    """The value that the whole of *text* is, else None. A closing full stop is no part of it."""
    return _value(_folded(text)) if _may_be_one(text) else None


@lru_cache(maxsize=1 << 12)
def read_spelt(folded: str) -> Value | None:
    """The same of a folded text in which symbols of units are names already: `5 milliwatt`."""
    if not _may_be_one(folded) or len(folded) > _LONGEST:
        return None
    return _value(fold(folded).removesuffix("."))


def _value(folded: str) -> Value | None:
    return dates.read_moment(folded) or read_quantity(folded) if folded else None


def read_in(text: str, language: str) -> Value | None:
    """The value that the whole of *text* is, written as in English or else as in that *language*."""
    value, own = read(plain_sum(text, language)), tongue(language)
    if own is None or is_english(value):
        return value
    return read_spelt(own.in_english(fold(symbols.spelt_out(text))))


def plain_sum(text: str, language: str) -> str:
    """*text*, without the point that parts thousands in a sum like € 1.500 where commas are decimal.

    No coin is a thousandth, so that nobody means one and a half.
    """
    own = tongue(language) if _THOUSANDS.search(text) else None
    if own is None or not own.comma:
        return text
    value = read(text)
    is_sum = isinstance(value, Quantity) and bool(value.currency)
    return _THOUSANDS.sub(r"\1\2", text) if is_sum else text


def said_in_english(text: str, own: Tongue) -> str:
    """A folded *text* as English has it; what English reads stays, but for signs that mean another thing."""
    value = read(text)
    if not is_english(value):
        return own.in_english(fold(text))
    return own.in_own_signs(fold(text), money=isinstance(value, Quantity) and bool(value.currency))


def is_english(value: Value | None) -> bool:
    """Whether it is a value in English, and not a number of things with another language's name."""
    if isinstance(value, Quantity):
        return value.unit in ("", "ordinal") or units.is_measure(value.unit)
    return value is not None


def _may_be_one(text: str) -> bool:
    return not text.isascii() or _TELLING.search(text.lower()) is not None


def as_quantity(value: Value | None) -> Quantity | None:
    """The value as a count where it can be one: a quantity itself, and the number of a bare year."""
    if isinstance(value, Moment):
        return Quantity(Decimal(value.year)) if value == Moment(value.year) else None
    return value


def ambiguous(text: str) -> bool:
    """Whether *text* is a numeric date with two readings, like 3/4/2010."""
    return dates.is_ambiguous(_folded(text))


def read_tolerance(text: str) -> Tolerance | None:
    """An amount (`0.5`, also `0,5`, `5,000`) or a share (`2%`), on one side behind + or -; else None."""
    side = text.strip()[:1]
    size = text.strip()[1:] if side in ("+", "-", "−") else text
    quantity = read_quantity(_folded(_DECIMAL_COMMA.sub(r"\1.\2", size)))
    if quantity is None or quantity.currency or quantity.amount < 0:
        return None
    above, below = side not in ("-", "−"), side != "+"
    if quantity.unit == "%":
        return Tolerance(share=EXACT.divide(quantity.amount, Decimal(100)), above=above, below=below)
    return None if quantity.unit else Tolerance(amount=quantity.amount, above=above, below=below)


def ascending(texts: Iterable[str]) -> tuple[int, ...] | None:
    """The indices of *texts* in ascending order, equals as they stand; None unless all can be compared.

    Comparable are two or more quantities of one currency and unit, or moments said equally exactly.
    """
    texts = tuple(texts)
    if not all(map(_may_be_one, texts)):  # one that is none settles it before any is read
        return None
    values: list[Value] = []
    for text in texts:
        value = read(text)
        if value is None:
            return None
        values.append(value)
    if len(values) < 2:
        return None
    moments = [value for value in values if isinstance(value, Moment)]
    if len(moments) == len(values):
        return _order(moments) if len({moment.said for moment in moments}) == 1 else None
    quantities = [quantity for quantity in map(as_quantity, values) if quantity]
    one_kind = len({(quantity.currency, quantity.unit) for quantity in quantities}) == 1
    return (
        _order([quantity.amount for quantity in quantities])
        if one_kind and len(quantities) == len(values)
        else None
    )


def _order(keys: list[Moment] | list[Decimal]) -> tuple[int, ...]:
    return tuple(sorted(range(len(keys)), key=keys.__getitem__))


def _folded(text: str) -> str:
    return fold(symbols.spelt_out(text)).removesuffix(".") if len(text) <= _LONGEST else ""
