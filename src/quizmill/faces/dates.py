"""Dates as learners read them: in words, in the order of their language."""

from __future__ import annotations

import datetime

from quizmill.words import Words


def whole_date(day: datetime.date, words: Words) -> str:
    """`Monday, 30 November 2026`."""
    weekday = words("date.weekdays").split(", ")[day.weekday()]
    month = words("date.months").split(", ")[day.month - 1]
    return words("date.whole", n=day.day, weekday=weekday, day=day.day, month=month, year=day.year)


def short_date(day: datetime.date, words: Words) -> str:
    """`30 Nov`."""
    return words("date.short", n=day.day, day=day.day, month=short_month(day, words))


def short_date_of_year(day: datetime.date, words: Words) -> str:
    """`30 Nov 2026`."""
    return words("date.short_of_year", n=day.day, day=day.day, month=short_month(day, words), year=day.year)


def short_month(day: datetime.date, words: Words) -> str:
    """`Nov`."""
    return words("date.short_months").split(", ")[day.month - 1]


def short_weekdays(words: Words) -> list[str]:
    """`Mon` to `Sun`."""
    return words("date.short_weekdays").split(", ")
