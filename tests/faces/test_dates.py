"""Dates in words."""

from __future__ import annotations

import datetime

import pytest

from quizmill.faces.dates import short_date, short_date_of_year, short_weekdays, whole_date
from quizmill.words import languages, words_in

ENGLISH = words_in("en")
DAYS = [datetime.date(2026, month, 3 + month) for month in range(1, 13)]


@pytest.mark.parametrize(
    ("code", "whole", "short", "of_year"),
    [
        ("en", "Tuesday, 3 November 2026", "3 Nov", "3 Nov 2026"),
        ("de", "Dienstag, 3. November 2026", "3. Nov.", "3. Nov. 2026"),
        ("es", "martes, 3 de noviembre de 2026", "3 nov", "3 nov 2026"),
        ("fr", "mardi 3 novembre 2026", "3 nov.", "3 nov. 2026"),
        ("zh", "2026年11月3日星期二", "11月3日", "2026年11月3日"),
    ],
)
def test_a_date_is_written_as_its_language_does(code, whole, short, of_year):
    day, words = datetime.date(2026, 11, 3), words_in(code)

    assert (whole_date(day, words), short_date(day, words)) == (whole, short)
    assert short_date_of_year(day, words) == of_year


def test_a_month_may_begin_with_a_word_of_its_own():
    day, french = datetime.date(2026, 12, 1), words_in("fr")

    assert (whole_date(day, french), short_date(day, french)) == ("mardi 1er décembre 2026", "1er déc.")
    assert short_date(datetime.date(2026, 12, 21), french) == "21 déc."


@pytest.mark.parametrize("code", languages())
def test_no_name_of_a_month_or_weekday_is_missing_or_there_twice(code):
    words = words_in(code)

    assert len({short_date(day.replace(day=1), words) for day in DAYS}) == 12
    assert len({whole_date(day.replace(day=1), words).replace("1", "") for day in DAYS}) == 12
    assert len(set(short_weekdays(words))) == 7
    assert len({whole_date(DAYS[0] + datetime.timedelta(n), words) for n in range(7)}) == 7


def test_every_month_and_weekday_has_its_name():
    assert [whole_date(day, ENGLISH) for day in DAYS] == [f"{day:%A}, {day.day} {day:%B %Y}" for day in DAYS]
    assert [short_date(day, ENGLISH) for day in DAYS] == [f"{day.day} {day:%b}" for day in DAYS]
    assert short_weekdays(ENGLISH) == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
