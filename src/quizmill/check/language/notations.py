"""Other ways to write a value, and other values that look like it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from quizmill.bank.values import Moment, Value

_MONTHS = "January February March April May June July August September October November December".split()
_SIGNS = {"USD": "$", "CNY": "¥", "EUR": "€", "GBP": "£"}
_MILLION = Decimal(10**6)
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_YEAR = re.compile(r"(?<!\d)(?:1\d|20|21)\d\d(?!\d)")


def notations(value: Value) -> Iterator[str]:
    """Usual ways to write a full date, a month or a sum of money; of other values none."""
    if isinstance(value, Moment):
        yield from _of_moment(value)
    elif value.currency and value.amount > 0:
        amount = _plain(value.amount)
        yield f"{value.currency} {amount}"
        if value.currency in _SIGNS:
            yield f"{_SIGNS[value.currency]}{amount}"
        if value.amount >= _MILLION and not value.amount % 1000:
            yield f"{_plain(value.amount / _MILLION)}m {value.currency}"


def neighbours(text: str, value: Value) -> Iterator[str]:
    """The text with its first figure a little off: its neighbours, ten times, a tenth; years by 1 and 10."""
    if isinstance(value, Moment):
        if match := _YEAR.search(text):
            for step in (-1, 1, -10, 10):
                yield f"{text[: match.start()]}{int(match[0]) + step}{text[match.end() :]}"
        return
    if match := _NUMBER.search(text):
        for other in _off(Decimal(match[0].replace(",", ""))):
            yield f"{text[: match.start()]}{_plain(other)}{text[match.end() :]}"


def _off(amount: Decimal) -> Iterator[Decimal]:
    exponent = amount.as_tuple().exponent
    last = Decimal(1).scaleb(exponent if isinstance(exponent, int) and exponent < 0 else 0)
    yield from (amount + last, amount * 10, amount / 10)
    if amount > last:
        yield amount - last


def _of_moment(moment: Moment) -> Iterator[str]:
    if not (moment.year and moment.month):
        return
    month = _MONTHS[moment.month - 1]
    if not moment.day:
        yield f"{month} {moment.year}"
        yield f"{month[:3]} {moment.year}"
        return
    yield f"{moment.day} {month} {moment.year}"
    yield f"{month} {moment.day}, {moment.year}"
    yield f"{moment.year:04}-{moment.month:02}-{moment.day:02}"


def _plain(amount: Decimal) -> str:
    whole = amount == amount.to_integral_value()
    return f"{int(amount):,}" if whole else f"{amount.normalize():f}"
