"""Reading a point in time: a year, month and year, full date, quarter, or a month with or without its day.

A numeric date is read only when it has one reading: of 3/4/2010 nobody can say which part is the month.
Decades, two-digit years and spans of time are no points in time.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from quizmill.bank.values.number_words import in_order, read_ordinal, read_roman, read_year
from quizmill.pattern import pattern

FIRST_YEAR, LAST_YEAR = 1000, 2100  # four bare digits in here are a year, not a count

MONTHS = {
    name[:length]: number
    for number, name in enumerate(
        "january february march april may june july august september october november december".split(), 1
    )
    for length in (3, len(name))
} | {"sept": 9}

_Y, _M, _D = r"([12]\d{3})", r"(0?[1-9]|1[0-2])", r"(0?[1-9]|[12]\d|3[01])"
_DAY_OF_WEEK = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_WEEKDAY = pattern(rf"^{_DAY_OF_WEEK}(?: the|,)? |(?<=\d|日),? ?\(?{_DAY_OF_WEEK}\)?$")
_ERA = pattern(r"^(?:ad|a\. ?d\.|ce) (?=\d)|(?<=\d) (?:ad|a\. ?d\.?|ce|c\. ?e\.?)$")
_BEFORE = r"b\.? ?c\.?(?: ?e\.?)?"  # BC, B.C., BCE
_LONG_AGO = r"(\d{1,5}|\d{1,3},\d{3})"
_BEFORE_CHRIST = pattern(rf"{_LONG_AGO} ?{_BEFORE}|{_BEFORE} ?{_LONG_AGO}")
_OF_AN_ERA = pattern(r"(\d{1,4})")
_MIDNIGHT = pattern(r" 00:00(?::00)?$")  # which a spreadsheet adds to a day
_YEAR = pattern(_Y)
_MONTH_FIRST = pattern(rf"{_M}[-/]{_Y}")
_MONTH_LAST = pattern(rf"{_Y}[-/]{_M}")
_DAY_LAST = pattern(rf"{_Y}([-/.]){_M}\2{_D}")
_YEAR_LAST = pattern(rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2{_Y}")
_DAY_AND_MONTH = pattern(r"(\d{1,2})[-/.](\d{1,2})")
_CHINESE = pattern(rf"(?:{_Y} ?年)?(?: ?{_M} ?月(?: ?{_D} ?[日号])?)?")
_CHINESE_ENDS = frozenset("年月日号")
_QUARTERS = {
    each: number
    for number, names in enumerate(("first 1st i", "second 2nd ii", "third 3rd iii", "fourth 4th iv"), 1)
    for each in names.split()
}
_A_QUARTER = (
    rf"(?:[qt]([1-4])|quarter ([1-4])|([1-4])(?:[qt]|\. ?quarter)|({'|'.join(_QUARTERS)})\.? ?quarter)"
)
_QUARTER = pattern(rf"(?:the )?{_A_QUARTER}(?:(?:,| of| in|/| ?-)? ?{_Y})?")
_QUARTER_LAST = pattern(rf"{_Y}(?:年|[ /-]| ?- ?|, ?)?{_A_QUARTER}")
_THREE_MONTHS = pattern(
    rf"({'|'.join(MONTHS)})\.?(?: ?[-–] ?| to | until | through )({'|'.join(MONTHS)})\b\.?"
    rf"(?:(?:,| of| in)? {_Y})?"
)
_ROMAN_MONTH = pattern(r"(\d{1,2})(?: ?[./-] ?| )(i{1,3}|i?v|vi{1,3}|ix|xi{0,2})(?: ?[./-] ?| )([12]\d{3})")
_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_A_MONTH = pattern(_MONTH + "(?![a-z])")  # so that the five below are compiled where a month is named
_NAMED_YEAR, _NAMED_DAY = f"(?P<year>{_Y})", rf"(?P<day>{_D})(?:st|nd|rd|th|\.)?"
_NAMED = (
    pattern(rf"(?:the )?{_NAMED_DAY}(?: of |[ -]?){_MONTH}(?:(?:,? ?|-| in ){_NAMED_YEAR})?"),
    pattern(rf"{_MONTH}(?: the )?[ -]?{_NAMED_DAY}(?:(?:, ?| |-){_NAMED_YEAR})?"),
    pattern(rf"{_MONTH}(?: of |,? ?|-){_NAMED_YEAR}"),
    pattern(rf"{_NAMED_YEAR}[ ,-]{{1,2}}{_MONTH}(?:[ -]{_NAMED_DAY})?"),
    pattern(_MONTH),
)


_MONTH_AND_POINT = pattern(rf"{_M}\.{_Y}")
_SHORT_YEAR_LAST = pattern(r"(\d{1,2})([-/.])(\d{1,2})\2'?(\d{2})")
_NAMED_SHORT_YEAR = pattern(rf"(?:{_NAMED_DAY}[ -]?)?{_MONTH}(?:[ -]|, ?)?'?(?P<short>\d{{2}})")


class Moment(msgspec.Struct, frozen=True, order=True):
    """A point in time, as exactly as it was said; 0 where a part was not."""

    year: int = 0
    month: int = 0
    day: int = 0
    quarter: int = 0

    @property
    def said(self) -> tuple[bool, ...]:
        """Which of year, month, day and quarter are known: moments compare when these agree."""
        return tuple(bool(part) for part in (self.year, self.month, self.day, self.quarter))

    def agrees(self, asked: Moment) -> bool:
        """Whether every part that *asked* has is the same here; what is said beyond it does no harm.

        A month also tells its quarter.
        """
        quarter = self.quarter or (self.month + 2) // 3
        return (
            asked.year in (0, self.year)
            and asked.month in (0, self.month)
            and asked.day in (0, self.day)
            and asked.quarter in (0, quarter)
        )


def read_moment(folded: str) -> Moment | None:
    """The moment that the whole of a folded text names, else None."""
    text = _WEEKDAY.sub("", folded, count=1) if "day" in folded else folded
    text = _MIDNIGHT.sub("", text)
    if match := _YEAR.fullmatch(text):
        return _checked(match[1])
    if era := _of_an_era(text):
        return era
    if match := _DAY_LAST.fullmatch(text):
        return _checked(match[1], match[3], match[4])
    if text[-1:] in _CHINESE_ENDS and (match := _CHINESE.fullmatch(text)):
        return _checked(match[1], match[2], match[3])
    if match := _MONTH_LAST.fullmatch(text):
        return _checked(match[1], match[2])
    if match := _MONTH_FIRST.fullmatch(text):
        return _checked(match[2], match[1])
    if match := _YEAR_LAST.fullmatch(text):
        readings = _readings(match)
        return readings.pop() if len(readings) == 1 else None
    if match := _ROMAN_MONTH.fullmatch(text):
        return _checked(match[3], read_roman(match[2]), match[1])
    return _quarter(text) or _named(text) or _in_words(text)


def _of_an_era(text: str) -> Moment | None:
    """A year before Christ, whose number is below zero, or one that AD marks as a year."""
    if match := _BEFORE_CHRIST.fullmatch(text):
        year = int((match[1] or match[2]).replace(",", ""))
        return Moment(-year) if year else None
    bare = _ERA.sub("", text)
    match = _OF_AN_ERA.fullmatch(bare) if bare != text else None
    return Moment(int(match[1])) if match and 0 < int(match[1]) <= LAST_YEAR else None


def readings_of(folded: str) -> set[Moment]:
    """The two readings of a numeric date like 3/4/2010; none of another text."""
    match = _YEAR_LAST.fullmatch(folded)
    found = _readings(match) if match else set()
    return found if len(found) == 2 else set()


def is_ambiguous(folded: str) -> bool:
    """Whether the text is a numeric date with two readings, like 3/4/2010."""
    return bool(readings_of(folded))


def read_days(folded: str) -> set[Moment]:
    """The days that the whole of a folded text may mean, when it is a day and month in digits, as 25/12.

    None but who asks for a day may read it so: elsewhere it is a fraction.
    """
    match = _DAY_AND_MONTH.fullmatch(folded)
    if match is None:
        return set()
    both = (_checked(None, month, day) for day, month in (match.groups(), match.groups()[::-1]))
    return {moment for moment in both if moment}


def read_beside(folded: str, asked: Moment) -> set[Moment]:
    """What the whole of a folded text may mean where a moment like *asked* is wanted.

    A year of two digits is of the century asked for, and 8.2004 is a month, which elsewhere is a number.
    """
    if asked.day and not asked.year:
        return read_days(folded)
    if asked.month and not asked.day and (match := _MONTH_AND_POINT.fullmatch(folded)):
        found = _checked(match[2], match[1])
        return {found} if found else set()
    if not asked.month or asked.year < FIRST_YEAR:
        return set()
    century = asked.year // 100
    if match := _SHORT_YEAR_LAST.fullmatch(folded):
        return _readings_of(match[1], match[2], match[3], f"{century}{match[4]}")
    if match := _NAMED_SHORT_YEAR.fullmatch(folded):
        if bool(match["day"]) != bool(asked.day):
            return set()
        found = _checked(f"{century}{match['short']}", MONTHS[match["month"]], match["day"])
        return {found} if found else set()
    return set()


def _readings(match: re.Match[str]) -> set[Moment]:
    return _readings_of(*match.groups())


def _readings_of(first: str, sign: str, second: str, year: str) -> set[Moment]:
    both = [_checked(year, month, day) for day, month in ((first, second), (second, first))]
    if sign == "." and both[0]:
        both = both[:1]  # where points part a date, the day comes first
    return {moment for moment in both if moment and moment.month and moment.day}


def _quarter(text: str) -> Moment | None:
    if match := _QUARTER_LAST.fullmatch(text):
        year, *said = match.groups()
    elif match := _QUARTER.fullmatch(text):
        *said, year = match.groups()
    elif match := _THREE_MONTHS.fullmatch(text):
        first, last = MONTHS[match[1]], MONTHS[match[2]]
        return _checked(match[3], quarter=last // 3) if last == first + 2 and last % 3 == 0 else None
    else:
        return None
    number = next(filter(None, said))
    return _checked(year, quarter=_QUARTERS.get(number) or int(number))


def _named(text: str) -> Moment | None:
    if not _A_MONTH.search(text):
        return None
    text = _spelt_day().sub(lambda day: str(read_ordinal(day[1])), text)
    for order in _NAMED:
        if match := order.fullmatch(text):
            parts = match.groupdict()
            return _checked(parts.get("year"), MONTHS[parts["month"]], parts.get("day"))
    return None


@cache
def _spelt_day() -> re.Pattern[str]:
    """A day as a word beside its month: the Fourth of July."""
    days = "|".join(in_order(day) for day in range(31, 0, -1))
    return re.compile(rf"\b({days})\b")


def _in_words(text: str) -> Moment | None:
    year = read_year(text)
    return _checked(str(year)) if year else None


def _checked(
    year: str | None, month: str | int | None = 0, day: str | None = None, quarter: int = 0
) -> Moment | None:
    """The moment, unless the calendar has no such year, month or day."""
    moment = Moment(int(year or 0), int(month or 0), int(day or 0), quarter)
    if moment.month > 12 or (moment.year and not FIRST_YEAR <= moment.year <= LAST_YEAR):
        return None
    if moment.day and (not moment.month or moment.day > _days(moment)):
        return None
    return moment


def _days(moment: Moment) -> int:
    """In the moment's month; of a February without its year, 29."""
    import calendar  # with locale, 1 ms that only a date needs

    return calendar.monthrange(moment.year or 2000, moment.month)[1]
