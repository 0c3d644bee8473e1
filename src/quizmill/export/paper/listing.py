"""A listing on paper: its lines as they are, in letters of one width, beside a fine bar.

A listing too wide for its column is set smaller, so that nothing copied from the page has a break where
the code has none; what is still too wide then goes on in the next line behind an arrow that is drawn, not
written. Spaces are spaces, so that what is copied runs.
"""

from __future__ import annotations

from msgspec.structs import replace

from quizmill.export.fonts import Face, advances
from quizmill.export.paper.elements import Element, GoesOn, Rule
from quizmill.export.paper.line_breaking import Verbatim
from quizmill.export.paper.look import PALE, Look
from quizmill.export.paper.rows import Cell, Row, Stack
from quizmill.export.paper.runs import code_runs
from quizmill.export.paper.text import Text

_SHARE, _LEAST = 0.9, 0.68  # of the size of the text around it: its own, and the smallest
_READABLE = 6.0  # points
_BAR = 0.6  # of the size of the text around it, from the bar to the code
_HANGING = 2  # letters, where the rest of a line begins


def listing(code: str, look: Look, width: float) -> Element:
    """The lines of *code* in a text set in *look*, *width* points wide."""
    passage = _passage(code)
    bar = look.size * _BAR
    room = width - bar
    own = _look(passage, look, room)
    letter = advances(Face.CODE)[" "] * own.size / 1000
    rule = Rule(0.0, own.leading, PALE)
    rows: list[Row] = []
    for line in passage.lines(room * 1000 / own.size):
        cells: list[Cell] = [(0.0, rule)]
        left = bar
        if passage.goes_on(line):
            cells.append((left, GoesOn(letter * _HANGING, own)))
            left += letter * _HANGING
        if line.end > line.start:
            cells.append((left, Text(passage, [line], own, width - left)))
        rows.append(Row(cells))
    return Stack(rows)


def natural(code: str, look: Look) -> float:
    """The width in points in which it needs no smaller letters."""
    return look.size * _BAR + _passage(code).widest * look.size * _SHARE / 1000


def _passage(code: str) -> Verbatim:
    return Verbatim(code_runs(code), _HANGING * advances(Face.CODE)[" "])


def _look(passage: Verbatim, look: Look, room: float) -> Look:
    """As large as lets the longest line be one."""
    fitting = room * 1000 / max(passage.widest, 1)
    least = min(max(look.size * _LEAST, _READABLE), look.size)
    size = min(max(fitting, least), max(look.size * _SHARE, least))
    return replace(look, size=size, leading=size * look.leading / look.size, weight="light", align="left")
