"""Bars and calendars, sign by sign."""

from __future__ import annotations

import datetime

import pytest

from quizmill.faces.plain.charts import Plotter
from quizmill.words import words_in

SUNDAY = datetime.date(2026, 11, 22)


def plotter(width: int = 80, encoding: str = "utf-8") -> Plotter:
    return Plotter(width, words=False, encoding=encoding)


@pytest.mark.parametrize(
    ("share", "bar"),
    [(0, "··········"), (0.001, "█·········"), (0.5, "█████·····"), (0.999, "█████████·"), (1, "██████████")],
)
def test_only_nothing_looks_empty_and_only_all_looks_full(share, bar):
    assert plotter().bar(share, 10) == bar


def test_names_stand_beside_their_bars_where_there_is_room():
    items = [("tea", 1.0, "9"), ("茶", 0.5, "10")]

    assert plotter(30).rows(items) == ["  tea  ███████████████████   9", "  茶   ██████████·········  10"]
    assert plotter(18).rows([("long name", 0.5, "7")]) == ["  long name", "    ██████·····  7"]


def test_where_blocks_cannot_be_shown_ascii_draws():
    assert plotter(encoding="cp1252").bar(0.5, 4) == "##.."
    assert plotter(encoding="cp437").bar(0.5, 4) == "██··"


def test_a_calendar_ends_with_today_and_shades_by_the_busiest_day():
    counts = {SUNDAY: 8, SUNDAY - datetime.timedelta(days=1): 2, SUNDAY - datetime.timedelta(days=6): 5}

    assert plotter(16).calendar(counts, SUNDAY, words_in("en")) == [
        "        Nov",
        "  Mon · · · · ▓",
        "  Tue · · · · ·",
        "  Wed · · · · ·",
        "  Thu · · · · ·",
        "  Fri · · · · ·",
        "  Sat · · · · ░",
        "  Sun · · · · █",
    ]


def test_days_to_come_are_left_blank():
    monday = SUNDAY + datetime.timedelta(days=1)

    assert plotter(10).calendar({monday: 1}, monday, words_in("en"))[1:3] == ["  Mon · █", "  Tue ·"]
