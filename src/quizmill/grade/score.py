"""Marks and shares of them as people read them."""

from __future__ import annotations


def tidy(marks: float) -> float:
    """Thirds to four decimals, whole marks as whole numbers."""
    rounded = round(float(marks), 4)
    return int(rounded) if rounded.is_integer() else rounded


def percent(part: float, whole: float) -> float | None:
    """To one decimal; None when there is no whole."""
    return round(100 * part / whole, 1) if whole else None
