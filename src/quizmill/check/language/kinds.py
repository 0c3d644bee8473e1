"""What kind of thing a text is, and what kind of thing a question asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from enum import StrEnum
from functools import lru_cache
from typing import Protocol

from quizmill.bank import values
from quizmill.bank.model import Name, NameKind
from quizmill.check.language.tokens import words


class Kind(StrEnum):
    """A kind of answer. Every text is of one."""

    YEAR = "year"
    DATE = "date"
    MONEY = "money"
    PERCENT = "percent"
    COUNT = "count"
    PERSON = "person"
    COMPANY = "company"
    PLACE = "place"
    PRODUCT = "product"
    SENTENCE = "sentence"
    PHRASE = "phrase"
    OTHER = "other"  # a name of no told kind, a formula, a sign


class Names(Protocol):
    """Who knows the names of a bank."""

    def named(self, text: str) -> Name | None: ...


VALUES = frozenset({Kind.YEAR, Kind.DATE, Kind.MONEY, Kind.PERCENT, Kind.COUNT})
NAMES = frozenset({Kind.PERSON, Kind.COMPANY, Kind.PLACE, Kind.PRODUCT})

_BARE = frozenset({Kind.YEAR, Kind.COUNT})
_ALSO: dict[Kind, Set[Kind]] = {
    Kind.YEAR: _BARE | {Kind.DATE},
    Kind.DATE: _BARE,
    Kind.MONEY: _BARE,
    Kind.PERCENT: _BARE,
    Kind.COUNT: _BARE | {Kind.PERCENT, Kind.MONEY},
    Kind.COMPANY: {Kind.PRODUCT},  # firms and what they sell often share a name
    Kind.PRODUCT: {Kind.COMPANY},
}
_DIGIT = re.compile(r"\d")
_LONGEST_IN_WORDS = 60  # characters of a value without figures; longer texts are not worth reading
_LONGEST_PHRASE = 4  # words; a text with a finite verb and more words is a sentence
_FINITE = frozenset(
    """is are was were has have had does do did can could will would may might must should became made gave
    took went came said led grew fell rose kept left lost won""".split()
)
_WORD = re.compile(r"(?<![\w(])[^\W\d_]{3,}\b(?!\()")
_PROPER = re.compile(r"^(?:The |[A-Z][\w.'-]+ )+[A-Z][\w'-]+")
_FEWEST = 3  # texts, of which one may be odd
_SIZES = frozenset(
    """all both different double equal error false half impossible infinite infinitely infinity many negative
    nil no none nothing null one positive same several true two undefined unlimited zero""".split()
)
_EXPECTED: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(expression, re.IGNORECASE))
    for kind, expression in (
        (Kind.YEAR, r"\b(?:what|which) (?:calendar )?year\b(?!-| of | in )"),
        (Kind.DATE, r"\b(?:what|which) (?:exact )?(?:date|day and month)\b"),
        (Kind.PERCENT, r"\b(?:what|which) (?:percentage|percent|per cent)\b"),
        (Kind.MONEY, r"\bhow much money\b|\bhow many (?:(?:us|hong kong) )?(?:dollars|yuan|euros|pounds)\b"),
        (Kind.COUNT, r"\bhow many\b"),
        (
            Kind.PERSON,
            r"^\W*(?:(?:according to|after|as|at|by|in|on|when|while) [^,?]+, )?"
            r"(?:by |to |from |with |for )?(?:who|whom)\b"
            r"|\b(?:what|which) (?:person|founder)\b",
        ),
        (Kind.COMPANY, r"\b(?:what|which) (?:\w+ )?(?:company|firm|corporation)\b"),
        (Kind.PLACE, r"\b(?:what|which) (?:\w+ )?(?:city|country|province|town|continent)\b"),
        (Kind.DATE, r"^\W*when (?:did|was|were|will|does|is)\b"),
        (Kind.PLACE, r"^\W*where (?:was|were|did) \w+ (?:born|founded|located|held|signed)\b"),
    )
)


def kind(text: str, context: Names | None = None) -> Kind:
    """The kind of a text without markup: a value, a name of the bank's, else by its shape.

    Four digits from 1000 to 2100 are a year; :func:`fits` lets them be a count.
    """
    name = context.named(text) if context else None
    if name:
        return Kind.OTHER if name.kind is NameKind.OTHER else Kind(name.kind.value)
    return _kind_by_shape(text)


def may_expect(text: str) -> bool:
    """Whether a text may hold a lead that asks for a kind of answer: every way of asking has one of these."""
    lowered = text.lower()
    return "wh" in lowered or "how" in lowered


def expected_kind(lead: str) -> Kind | None:
    """The kind of answer the lead asks for; None where it does not say."""
    if not may_expect(lead):
        return None
    return next((kind for kind, expression in _EXPECTED if expression.search(lead)), None)


def fits(kind: Kind, expected: Kind) -> bool:
    """Whether a thing of that kind can answer; a phrase or other may be anything.

    Bare numbers are of any kind of value: 1500 is a year, a count and a price, 500 BC reads as a count.
    """
    if kind is expected or kind not in VALUES | NAMES:
        return True
    return kind in _ALSO.get(expected, ())


def odd_one(texts: Sequence[str], kinds: Sequence[Kind]) -> int | None:
    """The place of the one figure among words, or the one proper name among figures; else None."""
    figures = [i for i, kind in enumerate(kinds) if kind in VALUES and _DIGIT.search(texts[i])]
    if not figures:
        return None
    words_only = [i for i, text in enumerate(texts) if is_wording(text)]
    if len(texts) < _FEWEST or len(figures) + len(words_only) != len(texts):
        return None
    if len(figures) == 1:
        return figures[0]
    if len(words_only) == 1 and _PROPER.search(texts[words_only[0]]):
        return words_only[0]
    return None


def is_wording(text: str) -> bool:
    """Whether it is words without a figure, and none of them says how much."""
    return not _DIGIT.search(text) and bool(_WORD.search(text)) and _SIZES.isdisjoint(text.lower().split())


def value(text: str) -> values.Value | None:
    """The value that the whole text is, else None."""
    wordy = len(text) > _LONGEST_IN_WORDS and not _DIGIT.search(text)
    return None if wordy else values.read(text)


@lru_cache(maxsize=4096)
def _kind_by_shape(text: str) -> Kind:
    read = value(text)
    if read is not None:
        return _kind_of_value(read)
    found = words(text)
    if not (found and (found[0][0].isalpha() or any(word[0].isalpha() for word in found))):
        return Kind.OTHER
    return Kind.SENTENCE if len(found) > _LONGEST_PHRASE and not _FINITE.isdisjoint(found) else Kind.PHRASE


def _kind_of_value(value: values.Value) -> Kind:
    if isinstance(value, values.Moment):
        return Kind.YEAR if value == values.Moment(value.year) else Kind.DATE
    if value.currency:
        return Kind.MONEY
    return Kind.PERCENT if value.unit == "%" else Kind.COUNT
