"""The learner's day: it turns at 4 in the morning by the clock on the wall, so a late evening is one day."""

from __future__ import annotations

import datetime

TURNS_AT = 4  # o'clock, as Anki has it


def day_of(moment: datetime.datetime) -> int:
    """The day that *moment* belongs to, as `date.toordinal()` counts; it is read as local time.

    Only the clock on the wall counts, so an hour put forward or back moves no other day.
    """
    day = moment.date().toordinal()
    return day if moment.hour >= TURNS_AT else day - 1
