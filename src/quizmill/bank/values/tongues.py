"""Dates, numbers, sums and measures as other languages write them, said in English: what is read then.

`9 de noviembre de 1989` is `9 november 1989`, `1,5 Millionen Euro` is `1.5 million euro`, and 9/11/1989 in
Spanish is the ninth of November. What the languages call things stands in languages.toml.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from quizmill.bank.fold import fold
from quizmill.bank.values import han
from quizmill.bank.values.dates import MONTHS
from quizmill.bank.values.number_words import nth, read_roman
from quizmill.bank.values.numerals import numerals
from quizmill.pattern import pattern

_WORDS = Path(__file__).with_name("languages.toml")
_ENGLISH_MONTHS = {number: name for name, number in MONTHS.items()}  # of each the name that comes last
_DATE = pattern(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_GROUPED = pattern(r"(?<![\d.,])\d{1,3}(?:[. ]\d{3})+(?:,\d+)?(?![\d.,]\d)")
_DECIMAL_COMMA = pattern(r"(?<![\d.,])(\d+),(\d+)(?![\d.,]\d)")
_CENTURY = pattern(
    r"\bcentury (?:(\d{1,2})(?:st|nd|rd|th)?|([ivx]+))\b"
    r"|\b(?:(\d{1,2})(?:st|nd|rd|th)?|([ivx]+))(?: ?\.)? ?century\b"
)


class Tongue(msgspec.Struct, frozen=True, eq=False):  # there is one of each
    """A language, as far as values are said in it."""

    day_first: bool  # 9/11/1989 is in November
    comma: bool  # 1,5 is one and a half
    said: re.Pattern[str] | None
    english: dict[str, str]  # by what `said` finds
    between: re.Pattern[str] | None  # words that say nothing beside a number
    article: re.Pattern[str] | None  # at the beginning
    article_inside: re.Pattern[str] | None  # before a place in a row, as in Wilhelm der Zweite
    numerals: Callable[[str], str]  # numbers in words as digits
    words: dict[str, tuple[str, ...]]  # the articles, the words between, those for "and", folded

    def in_english(self, folded: str) -> str:
        """A folded text with its dates, numbers and the words beside them as English has them."""
        text = self.numerals(folded)
        text = self.article.sub("", text, count=1) if self.article else text
        text = self.article_inside.sub("", text) if self.article_inside else text
        if self.said:
            text = self.said.sub(lambda match: self.english[match[0]], text)
        if any(map(str.isdigit, text)):
            text = self.between.sub("", text) if self.between else text
            text = _DATE.sub(self._date, text)
            if self.comma:
                text = _GROUPED.sub(_ungrouped, text)
                text = _DECIMAL_COMMA.sub(r"\1.\2", text)
        return _CENTURY.sub(_century, " ".join(text.split()))

    def month_names(self, month: int) -> tuple[str, ...]:
        """What the month is called, folded; January is 1."""
        return tuple(word for word, name in self.english.items() if name == _ENGLISH_MONTHS[month])

    def says_dates(self, folded: str) -> bool:
        """Whether a folded text has a date in digits, of which the language knows the order."""
        return self.day_first and _DATE.search(folded) is not None

    def _date(self, match: re.Match[str]) -> str:
        day, _, month, year = match.groups()
        if not self.day_first or not 1 <= int(month) <= 12:
            return match[0]
        return f"{year}-{int(month):02}-{int(day):02}" if len(year) == 4 else f"{day}.{month}.{year}"


def _ungrouped(match: re.Match[str]) -> str:
    return re.sub("[. ]", "", match[0]).replace(",", ".")


def _century(match: re.Match[str]) -> str:
    """The 17th century, whichever way it is numbered; 1 century is a time."""
    after, roman, before, roman_before = match.groups()
    number = int(after or before or read_roman(roman or roman_before))
    counted = not number or match[0] == "1 century"
    return match[0] if counted else f"{nth(number)} century"


def tongue(language: str) -> Tongue | None:
    """The language of a tag such as es or pt-BR; None for English, and for one that is not known here."""
    base = language.replace("_", "-").split("-")[0].lower()
    return None if base == "en" else _tongue(base)


@cache
def _tongue(base: str) -> Tongue | None:
    table = _tables().get(base)
    known = numerals(base)
    if table is None:
        return None
    return _made(table, known.in_digits, known.small()) if known else _made(table, han.in_digits, {})


@cache
def _tables() -> dict[str, dict[str, Any]]:
    import tomllib  # which English need not wait for

    return tomllib.loads(_WORDS.read_text("utf-8"))


def _made(table: dict[str, Any], in_digits: Callable[[str], str], small: dict[str, str]) -> Tongue:
    english = {fold(word): said for word, said in table["words"].items()}
    for number, names in enumerate(table.get("months", ()), 1):
        english |= {fold(name): _ENGLISH_MONTHS[number] for name in names}
    english |= {fold(word): "and" for word in table["ands"]}
    english |= {word: said for word, said in small.items() if word not in english}
    return Tongue(
        day_first=table["day_first"],
        comma=table["decimal"] == ",",
        said=_any_of(english),
        english=english,
        between=_any_of(map(fold, table["between"]), after="(?: |$|(?<='))"),
        article_inside=_any_of(
            map(fold, table["articles"]), before="(?<= )", after=r" (?=\d+(?:st|nd|rd|th)\b|second\b)"
        ),
        numerals=in_digits,
        article=_any_of(map(fold, table["articles"]), before="^", after="(?: |(?<='))"),
        words={kind: tuple(map(fold, table[kind])) for kind in ("articles", "between", "ands")},
    )


def _any_of(words: Any, *, before: str = "", after: str = "") -> re.Pattern[str] | None:
    """The longest first, as whole words; where a script does not part words, wherever they stand."""
    listed = sorted(set(words), key=lambda word: (-len(word), word))
    if not listed:
        return None
    return re.compile(f"{before}(?:{'|'.join(map(_bounded, listed))}){after}")


def _bounded(word: str) -> str:
    if word[:1] >= "\u2e80":
        return re.escape(word)
    return rf"(?<!\w){re.escape(word)}" + ("" if word.endswith("'") else r"(?!\w)")
