"""Bars and calendars of plain text: block characters where they can be shown, else ASCII."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Mapping

from quizmill.faces.dates import short_month, short_weekdays
from quizmill.faces.text import cells
from quizmill.words import Words

_WIDEST_BAR = 40
_BLOCKS, _ASCII = "·░▒▓█", ".-+*#"  # from nothing to much


class Plotter:
    """Draws for a screen of so many columns; with *words* nothing is drawn."""

    def __init__(self, width: int, *, words: bool, encoding: str | None = "utf-8") -> None:
        self.words = words
        self.width = width
        self._shades = _BLOCKS if _shows(_BLOCKS, encoding) else _ASCII

    def bar(self, share: float, room: int) -> str:
        """A bar of *room* columns, filled from the left by *share*, 0 to 1; only those two look like it."""
        full = round(share * room) if share in (0, 1) else max(1, min(room - 1, round(share * room)))
        return self._shades[-1] * full + self._shades[0] * (room - full)

    def rows(self, items: list[tuple[str, float, str]]) -> list[str]:
        """Each item's name, bar and figure; names stand on a line of their own where the room is small."""
        figures = max(cells(figure) for _, _, figure in items)
        names = max(cells(name) for name, _, _ in items)
        items = [(name, share, figure.rjust(figures)) for name, share, figure in items]
        beside = self.width - figures - names - 6
        if beside >= 10:
            room = min(beside, _WIDEST_BAR)
            return [
                f"  {name}{' ' * (names - cells(name))}  {self.bar(share, room)}  {figure}"
                for name, share, figure in items
            ]
        room = max(4, min(_WIDEST_BAR, self.width - figures - 6))
        return [
            line
            for name, share, figure in items
            for line in (f"  {name}", f"    {self.bar(share, room)}  {figure}")
        ]

    def calendar(self, counts: Mapping[datetime.date, int], today: datetime.date, words: Words) -> list[str]:
        """Weeks side by side, weekdays below each other: the more answers, the darker."""
        names = short_weekdays(words)
        widest = max(map(cells, names))
        weeks = min(26, (self.width - widest - 3) // 2)
        monday = today - datetime.timedelta(days=today.weekday() + 7 * (weeks - 1))
        most = max(counts.values(), default=1)
        lines = [_months(monday, weeks, widest + 3, words)]
        for weekday, name in enumerate(names):
            days = [monday + datetime.timedelta(days=7 * week + weekday) for week in range(weeks)]
            cells_ = (" " if day > today else self._shade(counts.get(day, 0), most) for day in days)
            lines.append(f"  {name}{' ' * (widest - cells(name))} " + " ".join(cells_).rstrip())
        return lines

    def legend(self, most: int, words: Words) -> str:
        """What the signs of a calendar mean."""
        none, few, many = self._shades[0], self._shades[1], self._shades[-1]
        return words("progress.legend", none=none, few=few, many=many, most=most)

    def _shade(self, count: int, most: int) -> str:
        """One of five, by quarters of the busiest day."""
        return self._shades[-(-4 * count // max(1, most))]


def words_only() -> bool:
    """Whether standard output is no terminal that could show a drawing."""
    return not sys.stdout.isatty() or os.environ.get("TERM") == "dumb"


def _months(monday: datetime.date, weeks: int, margin: int, words: Words) -> str:
    """The names of the months above the weeks in which they begin, where there is room."""
    line = ""
    for week in range(weeks):
        day = monday + datetime.timedelta(days=7 * week + 6)  # a month begins in the week that holds its 1st
        name, at = short_month(day, words), margin + 2 * week
        if day.day <= 7 and cells(line) < at and at + cells(name) <= margin + 2 * weeks:
            line += " " * (at - cells(line)) + name
    return line


def _shows(text: str, encoding: str | None) -> bool:
    try:
        text.encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
