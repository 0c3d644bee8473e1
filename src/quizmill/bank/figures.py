"""The figures that stand in a text: numbers, sums, percentages, years and dates, in digits or words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

import msgspec

from quizmill.bank import values
from quizmill.bank.fold import fold
from quizmill.bank.values import Moment, Value
from quizmill.bank.values.dates import MONTHS
from quizmill.bank.values.number_words import NUMBER_WORDS

_LONGEST = 5  # words: "nineteen hundred and ninety six", "the 19th of August 2004" without its article
_EDGES = "\"'“”‘’()[]{}«»,;:!?*`…"
_BEGINS = re.compile(r"(?:[a-z]{2}(?=[$¥]))?[$¥€£₹]?\d|q[1-4]$|no\.$|rmb$|us\$$|#\d")
_ORDINAL = re.compile(r"first|second|third|[a-z-]+th")
_HEAD = re.compile(r"[$¥€£₹]?\d+(?:[.,]\d+)*%?")
_PARTED = re.compile(r"[-–—/]")
_IMPLIED = {"decade": 10, "decades": 10, "dozen": 12, "century": 100}
_WORDS = NUMBER_WORDS | set(MONTHS)


class Figure(msgspec.Struct, frozen=True):
    """A value, and how it is written."""

    text: str
    value: Value


def figures(text: str) -> Iterator[Figure]:
    """The figures of a text without markup, in reading order; a bare month is none, nor is SU7."""
    tokens = text.split()
    at = 0
    while at < len(tokens):
        found, length = _at(tokens, at)
        yield from found
        at += length


def implied(text: str) -> Iterator[Figure]:
    """The numbers of words that stand for one: a decade is ten years, a dozen twelve."""
    for word in re.findall(r"[a-z]+", text.lower()):
        if word in _IMPLIED:
            yield Figure(word, values.Quantity(Decimal(_IMPLIED[word])))


def stands_among(wanted: Value, found: Iterable[Value]) -> bool:
    """Whether one of *found* says what *wanted* says, or says it more exactly."""
    return any(_says(value, wanted) for value in found)


def _says(value: Value, wanted: Value) -> bool:
    if isinstance(value, Moment) and isinstance(wanted, Moment):
        return value.agrees(wanted)
    one, other = values.as_quantity(value), values.as_quantity(wanted)
    if one is None or other is None or one.amount != other.amount:
        return False
    return ("%" in one.unit) == ("%" in other.unit) and (
        not (one.currency and other.currency) or one.currency == other.currency
    )


def _at(tokens: list[str], at: int) -> tuple[list[Figure], int]:
    """The figures that begin at a word, and how many words they take."""
    first = tokens[at].strip(_EDGES)
    word = fold(first)
    if not (_BEGINS.match(word) or _ORDINAL.fullmatch(word) or word.partition("-")[0].rstrip(".") in _WORDS):
        return [], 1
    windows = _windows(tokens, at)
    for wanted in (_is_moment, _is_plain):
        for length, text, value in windows:
            if wanted(value):
                return [Figure(text, value)] if value and value != Moment(month=_month(value)) else [], length
    return list(_parts(first)), 1


def _windows(tokens: list[str], at: int) -> list[tuple[int, str, Value | None]]:
    """What begins here and can be read, longest first; a figure does not go on past a comma or stop."""
    found: list[tuple[int, str, Value | None]] = []
    for length in range(1, min(_LONGEST, len(tokens) - at) + 1):
        text = " ".join(tokens[at : at + length]).strip(_EDGES)
        found.append((length, text, values.read(text)))
        last = tokens[at + length - 1]
        if last[-1] in ";:!?)" or (
            last[-1] in ",." and fold(last[:-1]) not in _WORDS and not last[0].isdigit()
        ):
            break
    return found[::-1]


def _is_moment(value: Value | None) -> bool:
    return isinstance(value, Moment)


def _is_plain(value: Value | None) -> bool:
    """A bare amount, a sum or a percentage: the thing that is counted does not matter here."""
    return isinstance(value, values.Quantity) and value.unit in ("", "%", "ordinal")


def _month(value: Value) -> int:
    return value.month if isinstance(value, Moment) else 0


def _parts(word: str) -> Iterator[Figure]:
    """The figures of a word that is none as a whole: `1998/1999`, `5-year`; a decade (1990s) is none."""
    for part in _PARTED.split(word):
        if re.fullmatch(r"\d+'?s", part):
            continue
        head = _HEAD.match(part)
        value = values.read(head[0]) if head else values.read(part) if fold(part) in NUMBER_WORDS else None
        if value:
            yield Figure(head[0] if head else part, value)
