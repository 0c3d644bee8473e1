"""Numbers that can be given in digits alone, and what has to stand beside these."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from quizmill.bank import values
from quizmill.bank.markup import plain
from quizmill.bank.model import Numerical
from quizmill.compose.exercise import measured

_NUMBER = re.compile(r"(?P<before>[^\d\-−]*)(?P<digits>[-−]?\d[\d,]*(?:\.\d+)?)(?P<after>\D*)")


class Digits(msgspec.Struct, frozen=True):
    """The digits of an answer, with a minus and a point if it has them, and what they are of."""

    digits: str
    unit: str


def in_digits(question: Numerical) -> Digits | None:
    """The answer in digits; None for a date, and for whatever else digits do not say.

    Digits and, behind a blank, the unit say the same as the answer.
    """
    answer = plain(measured(question))
    found, value = _NUMBER.fullmatch(answer), values.read(answer)
    if not found or (value is not None and values.as_quantity(value) is None):
        return None
    digits = found["digits"].replace(",", "").replace("−", "-")
    for unit in _units(found["before"].strip(), found["after"].strip()):
        if values.read(f"{digits} {unit}".strip()) == value:
            return Digits(digits, unit)
    return None


def _units(before: str, after: str) -> Iterator[str]:
    """How a currency before a number, and a scale and a unit behind it, may be said behind it."""
    yield " ".join(part for part in (after, before) if part)
    yield " ".join(part for part in (before, after) if part)
