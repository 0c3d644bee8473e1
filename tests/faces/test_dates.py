"""Dates in words."""

from __future__ import annotations

import datetime

from quizmill.faces.dates import short_date, short_weekdays, whole_date
from quizmill.words import words_in

ENGLISH = words_in("en")
DAYS = [datetime.date(2026, month, 3 + month) for month in range(1, 13)]


def test_a_date_is_named_whole_or_in_short():
    day = datetime.date(2026, 11, 3)

    assert whole_date(day, ENGLISH) == "Tuesday, 3 November 2026"
    assert short_date(day, ENGLISH) == "3 Nov"


def test_every_month_and_weekday_has_its_name():
    assert [whole_date(day, ENGLISH) for day in DAYS] == [f"{day:%A}, {day.day} {day:%B %Y}" for day in DAYS]
    assert [short_date(day, ENGLISH) for day in DAYS] == [f"{day.day} {day:%b}" for day in DAYS]
    assert short_weekdays(ENGLISH) == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
