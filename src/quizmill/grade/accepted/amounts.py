"""Numbers, sums of money and measures that are right, as a table for a face that can read numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

import msgspec

from quizmill.bank.values import Quantity, Tolerance, as_quantity, spellings
from quizmill.bank.values.number_words import EXACT, in_words
from quizmill.bank.values.spellings import Size
from quizmill.bank.values.tongues import tongue
from quizmill.grade import prompt
from quizmill.grade.answer_key import AnswerKey
from quizmill.grade.mentions import Mention

_LARGEST_SCALED = 1000  # a thousand thousand is called a million
_SMALLEST_SCALED = 100
_FRACTIONS = "half third quarter fifth sixth eighth tenth"
PARTS = (  # of a whole, in words, as far as the marker reads them
    *(f"{one}{part}" for one in ("", "a ", "one ") for part in _FRACTIONS.split()),
    *(
        "an eighth",
        "two thirds",
        "two-thirds",
        "three quarters",
        "three-quarters",
        "two fifths",
        "three fifths",
    ),
    *("four fifths", "three eighths", "five eighths", "seven eighths", "three tenths", "seven tenths"),
)


class Amount(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """All numbers from *low* to *high*, and what may stand around the one that is typed.

    What one typed number is in the unit of *low* and *high* is its number, times its scale, times the factor
    of its unit, and for temperatures something more.
    """

    low: float
    high: float
    bare: tuple[float, ...] = ()  # what one is without a unit: 1, or a million if that stands beside the line
    before: tuple[str, ...] = ()  # currencies
    units: dict[str, tuple[float, ...]] = {}  # symbols: their capitals count
    names: dict[str, tuple[float, ...]] = {}  # folded
    scales: dict[str, float] = {}  # folded; of one or two letters: their capitals count
    words: dict[str, float] = {}  # numbers in words, as far as they make a right answer
    part: bool = False  # a percentage, which may be said as a fraction


def amounts(
    right: Mention, key: AnswerKey, bare: tuple[Decimal, ...], is_right: Callable[[str], bool]
) -> tuple[Amount, ...]:
    """The numbers that are right where *right* is; *bare* is what one without a unit may be.

    What may mean something else beside such a question, as millions and "a year" may, is put to *is_right*.
    """
    value = as_quantity(right.value)
    if value is None or value.unit == "ordinal":
        return ()
    low, high = key.tolerance.around(value.amount)
    before, units, names = _around(value, key)
    scaled = {} if units else _scales(value, key, bare, is_right)
    if value.currency:
        names = {
            each: size
            for each, size in names.items()
            if size.factor != 1 or is_right(f"{value.amount:f} {each}")
        }
    units, names = (_without_one(sizes, low, high, is_right) for sizes in (units, names))
    found = Amount(
        low=float(low),
        high=float(high),
        bare=tuple(map(float, bare)),
        before=tuple(each for each in before if is_right(f"{each} {value.amount:f}")),
        units=_sizes(units),
        names=_sizes(names),
        scales={word: float(scale) for word, scale in scaled.items()},
        words=_words(value.amount, scaled, key.language),
        part=value.unit == "%",
    )
    return (found,)


def _around(value: Quantity, key: AnswerKey) -> tuple[tuple[str, ...], dict[str, Size], dict[str, Size]]:
    """Currencies before the number; symbols and names of units behind it."""
    if value.currency:
        before, after = spellings.of_currency(value.currency, key.language)
        if key.tolerance != Tolerance():  # which is not one of coins
            after = {written: size for written, size in after.items() if size.factor == 1}
        return before, {}, after
    if value.unit:
        found = spellings.of_unit(value.unit, key.own, key.language)
        other = (spellings.of_unit(unit, key.own, key.language).names for unit in sorted(key.units))
        return (
            (),
            found.symbols,
            {**found.names, **{each: size for names in other for each, size in names.items()}},
        )
    return (), {}, {}


def _scales(
    value: Quantity, key: AnswerKey, bare: tuple[Decimal, ...], is_right: Callable[[str], bool]
) -> dict[str, Decimal]:
    """The words for thousands and more that may be used of such an amount; capitals count in short ones."""
    if abs(value.amount) < _SMALLEST_SCALED:
        return {}
    found = spellings.scales(key.language)
    lengths = prompt.measures_length(key.asked)
    return {
        written: scale
        for word, scale in found.items()
        if scale <= abs(value.amount) * _LARGEST_SCALED and not (word == "m" and lengths)
        for written in (dict.fromkeys((word, word.upper(), word.title())) if len(word) < 3 else (word,))
        if all(map(is_right, _scaled(EXACT.divide(value.amount, scale), written, value.currency, bare)))
    }


def _scaled(amount: Decimal, scale: str, currency: str, bare: tuple[Decimal, ...]) -> Iterator[str]:
    if bare or not currency:
        yield f"{amount:f} {scale}"
    if currency:
        yield f"{amount:f} {scale} {currency}"


def _without_one(
    sizes: dict[str, Size], low: Decimal, high: Decimal, is_right: Callable[[str], bool]
) -> dict[str, Size]:
    """The sizes but for those units of which one would be right, and is not: a year has how many months?"""
    return {
        written: size
        for written, size in sizes.items()
        if not low <= size.factor + size.zero <= high or size.factor == 1 or is_right(f"1 {written}")
    }


def _sizes(sizes: dict[str, Size]) -> dict[str, tuple[float, ...]]:
    return {
        written: (float(size.factor), float(size.zero)) if size.zero else (float(size.factor),)
        for written, size in sizes.items()
    }


def _words(amount: Decimal, scaled: dict[str, Decimal], language: str) -> dict[str, float]:
    """The amount in words, also as what stands before a scale: seventy-five, for 75 million."""
    own = tongue(language)
    numbers = {EXACT.divide(abs(amount), scale) for scale in (Decimal(1), *scaled.values())}
    found = {
        in_words(int(each)): float(each) for each in numbers if each % 1 == 0 and 0 < each < _LARGEST_SCALED
    }
    if own:
        found |= {
            word: float(said)
            for word, said in own.english.items()
            if said.isdecimal() and Decimal(said) in numbers
        }
    return {word.replace("-", " "): number for word, number in found.items()}
