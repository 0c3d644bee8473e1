"""Dates that are right: as parts, for a face that can take a date apart, or in full."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from quizmill.bank.values import Moment, read_in
from quizmill.bank.values.dates import MONTHS
from quizmill.bank.values.tongues import tongue

_QUARTERS = ("q{n}", "{n}q", "quarter {n}", "{nth} quarter", "{word} quarter")
_NTH = {1: ("1st", "first"), 2: ("2nd", "second"), 3: ("3rd", "third"), 4: ("4th", "fourth")}
_BEFORE = ("bc", "bce", "b c", "b c e", "b.c", "b.c.e", "b. c", "b. c. e")  # a point at the end is let go
_AFTER = ("ad", "ce", "a d", "a.d", "c.e")
_NONE = Moment()


class Day(msgspec.Struct, frozen=True, omit_defaults=True):
    """A year, a month or a day, as exactly as it is asked for; 0 where a part is not."""

    year: int = 0
    month: int = 0
    day: int = 0
    names: tuple[str, ...] = ()  # of the month, folded


def days(moment: Moment, language: str) -> tuple[Day, ...]:
    """The moment as what can be read in parts; none of quarters and of years before Christ."""
    if moment.quarter or moment.year < 0:
        return ()
    return (Day(moment.year, moment.month, moment.day, _names(moment.month, language)),)


def in_full(moment: Moment, language: str) -> Iterator[str]:
    """In full what is said of quarters, and of years with their era."""
    for text in _written(moment):
        if read_in(text, language) == moment:
            yield text
    own = tongue(language)
    eras = [word for word, name in own.english.items() if name in ("bc", "ad")] if own else []
    for era in eras:
        if read_in(f"{abs(moment.year)} {era}", language) == moment:
            yield f"{abs(moment.year)} {era}"


def _names(month: int, language: str) -> tuple[str, ...]:
    if not month:
        return ()
    own = tongue(language)
    english = (name for name, number in MONTHS.items() if number == month)
    return tuple(dict.fromkeys((*english, *(own.month_names(month) if own else ()))))


def _written(moment: Moment) -> Iterator[str]:
    if moment.quarter:
        nth, word = _NTH[moment.quarter]
        for form in _QUARTERS:
            quarter = form.format(n=moment.quarter, nth=nth, word=word)
            if moment.year:
                yield from (
                    f"{quarter}{between}{moment.year}" for between in (" ", ", ", " of ", " in ", "/", "-")
                )
                yield from (f"{moment.year}{between}{quarter}" for between in (" ", "-", "/"))
            else:
                yield quarter
    elif moment == Moment(moment.year) != _NONE:
        for era in _BEFORE if moment.year < 0 else _AFTER:
            yield from (f"{abs(moment.year)} {era}", f"{era} {abs(moment.year)}")
