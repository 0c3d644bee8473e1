"""Times of day and times that were taken, as clocks show them: 19:30, half past seven, 2:05:30, 4'33"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

import msgspec

from quizmill.bank.fold import fold
from quizmill.bank.values import Quantity, units
from quizmill.bank.values.clock import clock
from quizmill.grade import prompt
from quizmill.grade.answer_key import AnswerKey
from quizmill.grade.mentions import Mention
from quizmill.grade.normalise import phrase
from quizmill.pattern import pattern

_TAKEN = pattern(r"(\d{1,3})(?::(\d\d))?:([0-5]\d(?:[.,]\d{1,6})?) ?(h|hours?|hrs?|m|min(?:utes?)?|s)?")
_PRIMES = pattern(r"(\d{1,4})' ?(?:([0-5]?\d(?:\.\d+)?) ?(?:''|\")?)?")
_ENGLISH = "en"


def is_same_of_day(given: str, key: AnswerKey) -> bool:
    """Whether a form is a time of day, and *given* the same, in the bank's language or in English."""
    seconds = wanted(key)
    return bool(seconds) and not seconds.isdisjoint(_read(phrase(given), key.language))


def wanted(key: AnswerKey) -> frozenset[int]:
    """The seconds of the day that the forms mean which are times of day."""
    return frozenset[int]() if key.compare else _wanted_in(key.forms, key.asked, key.language)


def ways(form: str, key: AnswerKey) -> Iterator[str]:
    """In figures what is the same time of day as *form*; nothing of a form that is none."""
    for second in sorted(wanted(msgspec.structs.replace(key, forms=(form,)))):
        hour, minute = second // 3600, second // 60 % 60
        half, twelve = "pm" if hour >= 12 else "am", (hour + 11) % 12 + 1
        for shown in (f"{hour}", f"{hour:02}", f"{twelve}"):
            for said in (f"{shown}{sign}{minute:02}" for sign in ":.h"):
                for end in ("", " h", " uhr", f" {half}", f" {half[0]}.m."):
                    if is_same_of_day(said + end, key):
                        yield said + end
            if not minute and is_same_of_day(f"{shown} {half}", key):
                yield from (f"{shown} {half}", f"{shown}{half}")


@lru_cache(maxsize=256)
def _wanted_in(forms: tuple[str, ...], asked: str, language: str) -> frozenset[int]:
    """What the forms mean that are times; none where a ratio is asked for, which is written alike."""
    if prompt.asks_for_ratio(asked):
        return frozenset()
    return frozenset[int]().union(*(_wanted(form, asked, language) for form in forms))


@lru_cache(maxsize=256)
def _wanted(form: str, asked: str, language: str) -> frozenset[int]:
    folded = fold(form)
    known = filter(None, map(clock, dict.fromkeys((language, _ENGLISH))))
    return _read(folded, language) if any(each.is_one(folded, asked) for each in known) else frozenset()


def _read(folded: str, language: str) -> frozenset[int]:
    known = filter(None, map(clock, dict.fromkeys((language, _ENGLISH))))
    return next(filter(None, (each.read(folded) for each in known)), frozenset())


def taken(given: str, right: Quantity) -> tuple[Mention, ...]:
    """What figures between colons or before primes may mean where a time like *right* was taken.

    Of 2:05 nobody can say whether it is hours and minutes or minutes and seconds: it may be both.
    """
    if not any(sign in given for sign in ":'′’"):
        return ()
    if units.convert(Decimal(1), right.unit, "foot") is not None:
        return tuple(Mention(Quantity(each, unit="inch")) for each in _feet(phrase(given)))
    if units.convert(Decimal(1), right.unit, "second") is None:
        return ()
    return tuple(Mention(Quantity(each, unit="second")) for each in _seconds(fold(given)))


def _seconds(folded: str) -> tuple[Decimal, ...]:
    if match := _PRIMES.fullmatch(folded):
        return (Decimal(match[1]) * 60 + Decimal(match[2] or 0),)
    match = _TAKEN.fullmatch(folded)
    if match is None:
        return ()
    first, last, unit = Decimal(match[1]), Decimal(match[3].replace(",", ".")), match[4] or ""
    if match[2]:
        return (first * 3600 + Decimal(match[2]) * 60 + last,)
    in_hours, in_minutes = first * 3600 + last * 60, first * 60 + last
    return (in_hours,) if unit[:1] == "h" else (in_minutes,) if unit[:1] == "m" else (in_hours, in_minutes)


def _feet(folded: str) -> tuple[Decimal, ...]:
    match = _PRIMES.fullmatch(folded)
    return (Decimal(match[1]) * 12 + Decimal(match[2] or 0),) if match else ()
