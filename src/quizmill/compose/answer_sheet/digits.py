"""Numbers that can be given in digits alone, and what has to stand beside these."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from quizmill.bank import values
from quizmill.bank.markup import plain
from quizmill.bank.model import Numerical
from quizmill.compose.exercise import measured

_NUMBER = re.compile(r"(?P<before>[^\d\-−]*)(?P<digits>[-−]?\d[\d.,]*)(?P<after>\D*)")


class Digits(msgspec.Struct, frozen=True):
    """The digits of an answer, with a minus and a point if it has them, and what they are of."""

    digits: str
    unit: str


def in_digits(question: Numerical, language: str = "en") -> Digits | None:
    """The answer, of a bank in that *language*, in digits; None for a date, and what else they do not say.

    Digits and, behind a blank, the unit say the same as the answer.
    """
    answer = plain(question.answer)
    beside = question.unit if measured(question) != question.answer else ""
    found, value = _NUMBER.fullmatch(answer), _read(answer, language)
    if not found or value is None:
        return None
    for digits in _signs(found["digits"].replace("−", "-")):
        for unit in _units(found["before"].strip(), found["after"].strip()):
            if _read(f"{digits} {unit}".strip(), language) == value:
                return Digits(digits, f"{unit} {beside}".strip())
    return None


def _read(text: str, language: str) -> values.Quantity | None:
    """The number that it says; a bare year is one."""
    return values.as_quantity(values.read_in(text, language))


def _signs(digits: str) -> Iterator[str]:
    """A point as the decimal sign, and nothing between thousands: as in English, and the other way."""
    yield digits.replace(",", "")
    yield digits.replace(".", "").replace(",", ".")


def _units(before: str, after: str) -> Iterator[str]:
    """How a currency before a number, and a scale and a unit behind it, may be said behind it."""
    yield " ".join(part for part in (after, before) if part)
    yield " ".join(part for part in (before, after) if part)
