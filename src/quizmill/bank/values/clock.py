"""Times of day: `7:30 pm`, `19h30`, `half past seven`, `halb acht`, `las siete y media`, `晚上七点半`.

A time is the second of the day; one that is said without its part of the day may be two. The words stand in
clock.toml.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from quizmill.bank.fold import fold
from quizmill.bank.values import han
from quizmill.bank.values.number_words import read_ordinal, read_words
from quizmill.bank.values.numerals import numerals
from quizmill.pattern import pattern

_WORDS = Path(__file__).with_name("clock.toml")
_MINUTE, _HOUR, _DAY = 60, 3600, 86_400
_MILITARY = pattern(r"([01]\d|2[0-3])([0-5]\d) ?(?:hours|hrs|h)")
_COLON = pattern(r"\d{1,2} ?: ?\d\d(?!\d)")
_ENGLISH_NUMBER = pattern(r"[a-z]+(?:-[a-z]+)?")
_PLACE = pattern(r"(\d)(?:st|nd|rd|th)\b")
_PART_OF_DAY = pattern(r"(?:^| )(AM|PM|NIGHT)(?= |$)")
_H = r"(?P<h>[01]?\d|2[0-4])(?: HOUR)?"
_M = r"(?P<m>[0-5]?\d|QUARTER|1/4|HALF|3/4)(?: MINUTE)?"
# As it is read off a clock, where 7:30 is in the morning
_READ = pattern(
    r"(?:HOUR )?(?P<h>[01]?\d|2[0-4])(?: ?[:.] ?| ?[hu] ?| HOUR )(?P<m>[0-5]\d|(?<=HOUR )\d)(?: MINUTE)?"
    r"(?: ?[:.] ?(?P<s>[0-5]\d))?(?: HOUR)?|(?:HOUR )?(?P<full>[01]?\d|2[0-4])(?P<hour> HOUR)?"
)
# As people say it, where half past seven is twice a day; how the minutes count, and the hour they count from
_SAID = (
    (pattern(rf"{_M} PAST {_H}"), 1, 0),
    (pattern(rf"{_M} TO {_H}"), -1, 0),
    (pattern(rf"{_H} (?:AND )?{_M}"), 1, 0),
    (pattern(rf"{_H} (?:LESS|TO) {_M}"), -1, 0),
    (pattern(rf"(?:LESS|IN) {_M} {_H}"), -1, 0),
    (pattern(rf"{_M} {_H}"), 1, -_HOUR),  # Viertel acht
    (pattern(rf"HALF_TO {_H}"), 1, -_HOUR // 2),
    (pattern(rf"{_M} PAST HALF_TO {_H}"), 1, -_HOUR // 2),
    (pattern(rf"{_M} TO HALF_TO {_H}"), -1, -_HOUR // 2),
)
_PARTS = {"QUARTER": 15, "1/4": 15, "HALF": 30, "3/4": 45}
_BESIDE_TWELVE = pattern(r"(.+ (PAST|TO)) (NOON|MIDNIGHT)")
_TWELVES = {
    ("TO", "NOON"): "AM",
    ("PAST", "NOON"): "PM",
    ("TO", "MIDNIGHT"): "NIGHT",
    ("PAST", "MIDNIGHT"): "NIGHT",
}
_GLUED = pattern(r"\bпол(?=[а-я]{4,}го\b)")  # полвосьмого


class Clock(msgspec.Struct, frozen=True, eq=False):  # there is one of each language
    """How a language says what time it is."""

    language: str
    signs: dict[str, str]  # by what is said
    said: re.Pattern[str]
    asks: re.Pattern[str]

    def read(self, folded: str) -> frozenset[int]:
        """The seconds of the day that the whole of a folded text may mean; none of another text."""
        if military := _MILITARY.fullmatch(folded):
            return frozenset((int(military[1]) * _HOUR + int(military[2]) * _MINUTE,))
        text = _GLUED.sub("пол ", folded) if self.language == "ru" else folded
        text = self.said.sub(lambda match: f" {self.signs[match[0]]} ", text).strip()
        text = _PLACE.sub(r"\1", self._told(text)).replace(" and a half", " AND HALF")
        found = _PART_OF_DAY.search(text)
        text = " ".join(_PART_OF_DAY.sub(" ", text).split())
        part = found[1] if found else ""
        if text in ("NOON", "MIDNIGHT"):
            return frozenset((_DAY // 2 if text == "NOON" else 0,))
        if beside := _BESIDE_TWELVE.fullmatch(text):
            text, part = f"{beside[1]} 12", _TWELVES[beside[2], beside[3]]
        return frozenset(each for each in _times(text, part, english=self.language == "en") if each >= 0)

    def is_one(self, folded: str, asked: str) -> bool:
        """Whether a right answer is a time of day, by its colon or by what the folded question asks."""
        return bool((_COLON.search(folded) or self.asks.search(asked)) and self._is_clear(folded))

    def _is_clear(self, folded: str) -> bool:
        return not folded.isdecimal() and bool(self.read(folded))

    def _told(self, text: str) -> str:
        """The text with its numbers in digits; of two in a row the last is the hour."""
        before, space, hour = text.rpartition(" ")
        if space and text.lstrip().startswith("IN "):
            return f"{self._in_digits(before)} {self._in_digits(hour)}"
        return self._in_digits(text)

    def _in_digits(self, text: str) -> str:
        if self.language in ("zh", "ja"):
            return han.in_digits(text)
        known = numerals(self.language)
        return known.in_digits(text) if known else _ENGLISH_NUMBER.sub(_in_digits, text)


def _in_digits(match: re.Match[str]) -> str:
    found, place = read_words(match[0]), read_ordinal(match[0])
    return (
        str(place) if place else f"{found[0]:f}" if found and not found[1] and found[0] % 1 == 0 else match[0]
    )


def _times(text: str, part: str, *, english: bool) -> set[int]:
    if match := _READ.fullmatch(text):
        hour, spoken = int(match["h"] or match["full"]), bool(match["full"]) and english
        if match["full"] and not match["hour"] and not part:
            return set()  # a number
        second = hour % 24 * _HOUR + int(match["m"] or 0) * _MINUTE + int(match["s"] or 0)
        return _in_the_day(second, hour, part, spoken=spoken)
    for way, sign, beside in _SAID:
        if match := way.fullmatch(text):
            hour, said = int(match["h"]), match.groupdict().get("m") or "0"
            minutes = _PARTS.get(said) or int(said)
            second = (hour * _HOUR + sign * minutes * _MINUTE + beside) % _DAY
            return _in_the_day(second, hour, part, spoken=True)
    return set()


def _in_the_day(second: int, hour: int, part: str, *, spoken: bool) -> set[int]:
    """The second in that part of the day; in either half, where nobody says."""
    if hour > 12 or hour == 0:
        fits = (part != "AM" or hour in (0, 24)) and (part != "PM" or hour)
        return {second} if fits else set()
    half = second % (_DAY // 2)
    early = half, half + _DAY // 2
    match part:
        case "AM":
            return {early[0]}
        case "PM":
            return {early[1]}
        case "NIGHT":
            return {early[1] if half >= 6 * _HOUR else early[0]}
        case _:
            return set(early) if spoken else {second}


def clock(language: str) -> Clock | None:
    """How times of day are said in a language, by its tag; None where that is not known here."""
    return _clock(language.replace("_", "-").split("-")[0].lower())


@cache
def _clock(language: str) -> Clock | None:
    import tomllib  # which only a time of day needs

    table = tomllib.loads(_WORDS.read_text("utf-8")).get(language)
    return _made(language, table) if table else None


def _made(language: str, table: dict[str, Any]) -> Clock:
    asks = table.pop("asks")
    signs = {
        fold(word): "" if kind == "noise" else kind.upper()
        for kind, words in reversed(table.items())
        for word in words
    }
    return Clock(language=language, signs=signs, said=_any_of(signs), asks=_any_of(map(fold, asks)))


def _any_of(words: Any) -> re.Pattern[str]:
    listed = sorted(words, key=len, reverse=True)
    return re.compile("|".join(map(_bounded, listed)))


def _bounded(word: str) -> str:
    if word[0] >= "\u2e80":
        return re.escape(word)
    before = r"(?<![^\W\d])" if word[0].isalnum() else ""
    return before + re.escape(word) + (r"(?!\w)" if word[-1].isalnum() else "")
