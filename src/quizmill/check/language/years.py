"""When a claim holds: whether a text names a year."""

from __future__ import annotations

import re

from quizmill.bank.fold import fold

# Neither part of a longer figure nor a sum of money: 2,010 and $2000 are no years.
_YEAR = re.compile(r"(?<![\d$¥€£])(?<!\d[.,])(?:1[5-9]|2[01])\d\d(?!\d|[.,]\d)")


def years_in(text: str) -> frozenset[str]:
    """The years from 1500 to 2199 that a text names."""
    return frozenset(_YEAR.findall(fold(text)))
