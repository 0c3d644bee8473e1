"""Figures in words: shares in whole percent, all else to two places."""

from __future__ import annotations

import datetime

from quizmill.analysis.intervals import Interval

_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


def percent(share: float) -> str:
    """`57 %`."""
    return f"{share * 100:.0f}\u00a0%"


def percents(interval: Interval) -> str:
    """`47 to 67 %`."""
    return f"{interval.low * 100:.0f} to {percent(interval.high)}"


def signed(value: float, places: int = 2) -> str:
    """`0.31`, `−0.12` with a true minus, and no zero below zero."""
    return f"{value:.{places}f}".replace("-", "\u2212") if round(value, places) else f"{0:.{places}f}"


def span(interval: Interval) -> str:
    """`−0.17 to 0.52`."""
    return f"{signed(interval.low)} to {signed(interval.high)}"


def time(seconds: float) -> str:
    """`23 s`, `2 min 5 s`."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}\u00a0min {rest}\u00a0s" if minutes else f"{rest}\u00a0s"


def days(first: int, last: int) -> str:
    """The days from one moment to another, in ms since 1970 (UTC); nothing where none is known."""
    begin, end = _day(first), _day(last)
    return "" if not first else f"on {begin}" if begin == end else f"from {begin} to {end}"


def _day(moment: int) -> str:
    return (_EPOCH + datetime.timedelta(milliseconds=moment)).date().isoformat()
