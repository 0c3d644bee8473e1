"""Is it the same time of the day? 14:30, 2:30 pm, 14.30 and "14 h 30" are one."""

from __future__ import annotations

from quizmill.bank.fold import fold
from quizmill.pattern import pattern

_ANSWER = pattern(r"([01]?\d|2[0-4]):([0-5]\d)(?: ?([ap])\.?m\.?)?")
_TIME = pattern(
    r"(?:at |um |a las |alle |às )?([01]?\d|2[0-4])(?: ?[:.h] ?([0-5]\d))?"
    r"(?: ?(?:([ap])\.? ?m\.?|uhr|h|hrs|hours|o'clock))?(?: ([0-5]\d))?"
)
_NOON = 12


def minutes_asked(form: str) -> int | None:
    """The minutes since midnight of a form that is a time of the day, as 14:30 is; None for another."""
    match = _ANSWER.fullmatch(fold(form))
    return _minutes(match[1], match[2], match[3]) if match else None


def minutes_given(text: str) -> int | None:
    """Those of a typed text, where a time of the day is asked for."""
    match = _TIME.fullmatch(fold(text).rstrip(". "))
    if match is None or (match[2] and match[4]):
        return None
    return _minutes(match[1], match[2] or match[4] or "0", match[3])


def _minutes(hour: str, minute: str, half: str | None) -> int:
    hours = int(hour)
    if half:
        hours = hours % _NOON + (_NOON if half == "p" else 0)
    return hours * 60 + int(minute)
