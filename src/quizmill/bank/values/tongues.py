"""Dates, numbers, sums and measures as other languages write them, said in English: what is read then.

`9 de noviembre de 1989` is `9 november 1989`, `1,5 Millionen Euro` is `1.5 million euro`, and 9/11/1989 in
Spanish is the ninth of November. What the languages call things stands in cldr/, and what people say
otherwise in languages.toml.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from quizmill.bank.fold import fold
from quizmill.bank.values import currencies, units
from quizmill.bank.values.dates import MONTHS
from quizmill.bank.values.number_words import NUMBER_WORDS, nth, read_roman, read_words
from quizmill.bank.values.wordlists import alternation, any_of, bounded
from quizmill.pattern import pattern

_WORDS = Path(__file__).with_name("languages.toml")
_LITTLE = ("articles", "between", "after_year", "ands")
_CLDR = Path(__file__).with_name("cldr")
_ENGLISH_MONTHS = {number: name for name, number in MONTHS.items()}  # of each the name that comes last
_DATE = pattern(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_GROUPED = pattern(r"(?<![\d.,])[1-9]\d{0,2}(?:[. ]\d{3})+(?:,\d+)?(?!\d|[.,]\d)")
_DECIMAL_COMMA = pattern(r"(?<![\d.,])(\d+),(\d+)(?!\d|[.,]\d)")
_MILLIONS = pattern(r"(?<=\d) ?m(?= ?(?:[$€£¥]|usd|eur|gbp|chf))")  # elsewhere m is metres
_METRES = pattern(r"(?<=\d) ?m$")
_WORD = pattern(r"[a-z]+")
_VALUES = frozenset(NUMBER_WORDS) | MONTHS.keys()
_PER_WHAT = (
    r" ?(?=(?:hour|second|minute|day|week|month|year|litre|kilogram|square|cubic|metre|h|s|min)s?\b(?! \d))"
)
_PER_SECOND = "/second"
_ONE_TOO_MANY = pattern(r"\b1 (?=\d{1,2}(?:\.\d+)? (?:hours|minutes)\b)")  # une heure et demie
_ARABIC_AND = pattern(r"(?<= )و ?(?=\d)")
_AROUND_SLASH = pattern(r"(?<=[a-z]) ?/ ?(?=[a-z])")
_JAPANESE_END = pattern(r"(?<=[\u2e80-\uffff0-9])(?:です|でした|である|だ)\.?$")
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
    around: tuple[tuple[re.Pattern[str], str], ...]  # units that stand around their number, in English
    between: re.Pattern[str] | None  # words that say nothing beside a number
    after_year: re.Pattern[str] | None  # words for "year", which is said behind one
    article: re.Pattern[str] | None  # at the beginning
    article_inside: re.Pattern[str] | None  # before a place in a row, as in Wilhelm der Zweite
    article_of_member: re.Pattern[str] | None  # of a list
    numerals: Callable[[str], str]  # numbers in words as digits
    one: re.Pattern[str] | None  # which is a number before a unit: une heure
    kept: re.Pattern[str] | None  # what is said with a number's word and is none: segunda-feira
    lead: re.Pattern[str] | None  # "it is" at the beginning
    ors: re.Pattern[str] | None
    and_between: re.Pattern[str] | None  # "and" between members of a list
    prefix: re.Pattern[str] | None  # an article that is written with its word
    per: re.Pattern[str] | None  # of one unit in another
    asks: tuple[tuple[re.Pattern[str], str], ...]  # what questions are about, and what that is in English
    words: dict[str, tuple[str, ...]]  # those that say little, folded, by what they are

    def in_english(self, folded: str) -> str:
        """A folded text as English has it: a value in its numbers and words, else without its article.

        Words that are no value are no other language's: who is asked what "day" is in German must say Tag.
        """
        said = self.words_in_english(folded)
        if any(map(str.isdigit, said)) or not _VALUES.isdisjoint(_WORD.findall(said)):
            return said
        text = self._without_lead(folded)
        text = self.article.sub("", text, count=1) if self.article else text
        text = self.ors.sub(" or ", text) if self.ors else text
        text = " ".join((self.and_between.sub(" and ", text) if self.and_between else text).split())
        text = self.article_of_member.sub("", text) if self.article_of_member else text
        return " ".join((self.prefix.sub("", text) if self.prefix else text).split())

    def in_own_signs(self, folded: str, *, money: bool) -> str:
        """A text that English reads, with the signs that mean another thing here: m metres, ¥ yen."""
        if not money:
            return _METRES.sub(" metres", folded)
        return folded.replace("¥", self.english["¥"]) if "¥" in self.english else folded

    def words_in_english(self, folded: str) -> str:
        """A folded text, such as that of a question, with all it may say of values as English has it."""
        text = self._in_digits(self._without_lead(folded))
        if " out of " in text:
            return text
        text = self.one.sub("1 ", text) if self.one else text
        text = self.article.sub("", text, count=1) if self.article else text
        text = self.article_inside.sub("", text) if self.article_inside else text
        text = self.after_year.sub("", text) if self.after_year else text
        for found, instead in self.around:
            text = found.sub(instead, text)
        text = _MILLIONS.sub(" million", text)
        if self.said:
            text = self.said.sub(lambda match: self.english[match[0]], text)
        text = _AROUND_SLASH.sub("/", _ARABIC_AND.sub("and ", text))
        text = _ONE_TOO_MANY.sub("", text.replace("and a half an hour", "and a half hours"))  # een half uur
        text = self.per.sub(" per ", text) if self.per else text
        if any(map(str.isdigit, text)):
            text = self.between.sub("", text) if self.between else text
            text = _DATE.sub(self._date, text)
            if self.comma:
                text = _GROUPED.sub(_ungrouped, text)
                text = _DECIMAL_COMMA.sub(r"\1.\2", text)
        return _CENTURY.sub(_century, " ".join(text.split()))

    def _without_lead(self, folded: str) -> str:
        """The text without "it is" before it, or behind it in Japanese."""
        return _JAPANESE_END.sub("", self.lead.sub("", folded, count=1) if self.lead else folded)

    def asked_in_english(self, folded: str) -> str:
        """A folded question as far as English has it, and what it asks about: a part, a probability."""
        about = (said for found, said in self.asks if found.search(folded))
        return " ".join((self.words_in_english(folded), *about))

    def _in_digits(self, text: str) -> str:
        if _PER_SECOND in text:  # which is no second place
            return _PER_SECOND.join(map(self._in_digits, text.split(_PER_SECOND)))
        kept = self.kept.search(text) if self.kept else None
        if kept is None:
            return self.numerals(text)
        return f"{self.numerals(text[: kept.start()])}{kept[0]}{self._in_digits(text[kept.end() :])}"

    def without_article(self, text: str) -> str:
        """A text as it is written, without an article at its beginning."""
        folded = fold(text)
        match = self.article.match(folded) if self.article else None
        if not match or match.end() == len(folded) or len(folded) != len(text.strip()):
            return text
        return text.strip()[match.end() :]

    def month_names(self, month: int) -> tuple[str, ...]:
        """What the month is called, folded; January is 1."""
        wanted = _ENGLISH_MONTHS[month]
        return tuple(word for word, name in self.english.items() if name == wanted and word[-1:] != ".")

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
    base, *parts = language.replace("_", "-").lower().split("-")
    if base == "en":
        return None
    spoken = _tongue(base)
    elsewhere = spoken is not None and any(part in _names(base)["other_decimal_in"] for part in parts)
    return _tongue(base, elsewhere=True) if elsewhere else spoken


@cache
def _tongue(base: str, *, elsewhere: bool = False) -> Tongue | None:
    """The language; *elsewhere*: where decimals have the other sign, as in Mexico a point."""
    table = _tables().get(base)
    if table is None:
        return None
    spoken = _made(base, table, _names(base))
    return msgspec.structs.replace(spoken, comma=not spoken.comma) if elsewhere else spoken


@cache
def _tables() -> dict[str, dict[str, Any]]:
    import tomllib  # which English need not wait for

    return tomllib.loads(_WORDS.read_text("utf-8"))


@cache
def _names(base: str) -> dict[str, Any]:
    import tomllib

    return tomllib.loads((_CLDR / f"{base}.toml").read_text("utf-8"))


def _in_english(table: dict[str, Any], names: dict[str, Any]) -> dict[str, str]:
    """What words are in English, folded; those of CLDR first."""
    english = {
        form: _spaced(form, said)
        for named in ("scales", "currencies", "units", "weekdays")
        for said, forms in names[named].items()
        for form in forms
    }
    english |= {fold(word): _spaced(word, said) for word, said in table["words"].items()}
    for number, months in enumerate(table.get("months", ()), 1):
        english |= {fold(name) + point: _ENGLISH_MONTHS[number] for name in months for point in ("", ".")}
    return english | {fold(word): " and " if word >= "\u2e80" else "and" for word in table["ands"]}


def _made(base: str, table: dict[str, Any], names: dict[str, Any]) -> Tongue:
    from quizmill.bank.values import han, numerals  # 2 ms that English does not wait for

    english = _in_english(table, names)
    known = numerals.numerals(base)
    in_digits = known.in_digits if known else han.in_digits
    kept = [
        phrase for phrase, said in english.items() if _is_kept(phrase, said) and in_digits(phrase) != phrase
    ]
    if known:
        english |= {word: said for word, said in known.small().items() if word not in english}
    return Tongue(
        day_first=table["day_first"],
        comma=table["decimal"] == ",",
        said=any_of(english),
        english=english,
        around=tuple(_arounds(names["around"])),
        between=any_of(map(fold, table["between"]), after="(?: |$|(?<='))"),
        article_inside=any_of(
            map(fold, table["articles"]), before="(?<= )", after=r" (?=\d+(?:st|nd|rd|th)\b|second\b)"
        ),
        article_of_member=any_of(
            map(fold, table["articles"]), before="(?:(?<= and )|(?<=, ))", after="(?: |(?<='))"
        ),
        numerals=in_digits,
        one=_one_of_a_unit(known.ones(), english) if known else None,
        kept=any_of(kept),
        after_year=any_of(map(fold, table.get("after_year", ())), before=r"(?<=[12]\d{3}) ?"),
        article=any_of(map(fold, table["articles"]), before="^", after="(?: |(?<='))"),
        lead=any_of(map(fold, table["leads"]), before="^", after="(?: (?=.)|(?<=[\u2e80-\uffff])(?=.))"),
        ors=any_of(map(fold, table["ors"])),
        and_between=_and_between(table),
        prefix=re.compile(table["prefix"]) if "prefix" in table else None,
        per=any_of(map(fold, table["per"]), before="(?<=[a-z0-9]) ", after=_PER_WHAT),
        asks=tuple((re.compile(bounded(fold(word))), said) for word, said in table["asks"].items()),
        words={kind: tuple(map(fold, table.get(kind, ()))) for kind in _LITTLE},
    )


def _one_of_a_unit(ones: list[str], english: dict[str, str]) -> re.Pattern[str] | None:
    """The words for one, where a unit or a currency follows."""
    counted = [word for word, said in english.items() if word.isalpha() and _is_counted(said)]
    counted += filter(str.isalpha, (*currencies.CURRENCY_NAMES, *units.NAMES))
    return any_of(ones, after=f" (?={alternation(counted)})")


def _is_counted(said: str) -> bool:
    return bool(currencies.trailing_currency(said)) or units.is_measure(units.unit(said))


def _and_between(table: dict[str, Any]) -> re.Pattern[str] | None:
    own = table.get("and_between")
    return re.compile(own) if own else any_of(map(fold, table["ands"]))


def _spaced(form: str, said: str) -> str:
    """What is said, apart from what follows it; 年 stays a sign."""
    return f"{said} " if form >= "\u2e80" and said.isascii() else said


def _is_kept(phrase: str, said: str) -> bool:
    """Whether a phrase is no number itself, nor a word that may be one: sept, segundo, 十月."""
    said = said.strip()
    if read_words(said) is not None or said[0].isdigit() or said.split()[0] in NUMBER_WORDS:
        return False
    if phrase >= "\u2e80":
        return said not in MONTHS and said != "decade"
    return not phrase.isalnum() and (said not in MONTHS or phrase.isascii() or " " in phrase)


def _arounds(units: dict[str, list[str]]) -> Iterator[tuple[re.Pattern[str], str]]:
    for unit, forms in units.items():
        for before, after in map(str.split, forms):
            yield re.compile(rf"{before} ?([\d.,]+) ?{after}"), rf"\1 {unit}"
