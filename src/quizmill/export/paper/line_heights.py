"""How much higher than others the lines are in which drawn formulas stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quizmill.export.paper.line_breaking import Line, Passage
from quizmill.export.paper.look import Look

_CLEAR = 0.06  # of the type size, between a formula and the next line's room


class Growth(NamedTuple):
    """Points that a line has more than its leading, above its text and below it."""

    above: float
    below: float


def growths(passage: Passage, lines: Sequence[Line], look: Look) -> list[Growth]:
    """Of each line; nothing at all where no formula is drawn."""
    return [_growth(passage, line, look) for line in lines] if passage.widest_box else []


def _growth(passage: Passage, line: Line, look: Look) -> Growth:
    boxes = passage.boxes(line)
    above = max([box.ascent for box in boxes], default=0.0) * look.size / 1000
    below = max([box.descent for box in boxes], default=0.0) * look.size / 1000
    clear = look.size * _CLEAR
    return Growth(max(above + clear - look.size, 0.0), max(below + clear - (look.leading - look.size), 0.0))
