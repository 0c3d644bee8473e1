"""The day that a file says it was published, as files write days."""

from __future__ import annotations

import datetime
import re

_ISO = re.compile(r"\s*(?:D:)?(\d{4})(?:([-/.]?)(\d{1,2})\2(\d{1,2}))(?!\d{4})")
_NAMED = re.compile(
    r"(?:(\d{1,2})\.? ([a-z]{3})[a-z]*\.?|([a-z]{3})[a-z]*\.? (\d{1,2})),? (\d{4})", re.IGNORECASE
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def day(written: str) -> datetime.date | None:
    """The day in `2024-05-01T09:00`, `20240501`, `D:20240501`, `1 May 2024` or `May 1, 2024`; else None.

    A year or a month alone is no day.
    """
    if found := _ISO.match(written):
        return _day(int(found[1]), int(found[3]), int(found[4]))
    if (named := _NAMED.search(written)) and (month := (named[2] or named[3]).lower()) in _MONTHS:
        return _day(int(named[5]), _MONTHS.index(month) + 1, int(named[1] or named[4]))
    return None


def _day(year: int, month: int, number: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, number)
    except ValueError:
        return None
