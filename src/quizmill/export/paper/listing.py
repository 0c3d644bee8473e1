"""A listing on paper: its lines as they are, in letters of one width, beside a fine bar.

A listing too wide for its column is set smaller; a line that is still too wide then goes on in the next
row behind an arrow that is drawn, not written, and what is copied of it is one line. Spaces are spaces, so
that what is copied runs.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from quizmill.bank.markup import Listing
from quizmill.export.fonts import Face, advances
from quizmill.export.paper.elements import Element, GoesOn, Rule
from quizmill.export.paper.line_breaking import Line, Verbatim
from quizmill.export.paper.look import PALE, Look
from quizmill.export.paper.rows import Cell, Row, Stack
from quizmill.export.paper.runs import code_runs
from quizmill.export.paper.text import Text
from quizmill.export.paper.wrapped_line import CodeRow, WrappedLine

_SHARE, _LEAST = 0.9, 0.68  # of the size of the text around it: its own, and the smallest
_READABLE = 6.0  # points
_BAR = 0.6  # of the size of the text around it, from the bar to the code
_HANGING = 2  # letters, where the rest of a line begins


def listing(made: Listing, look: Look, width: float) -> Element:
    """The lines of the listing in a text set in *look*, *width* points wide."""
    passage = _passage(made)
    bar = look.size * _BAR
    room = width - bar
    own = _look(passage, look, room)
    letter = advances(Face.CODE)[" "] * own.size / 1000
    rule = Rule(0.0, own.leading, PALE)
    rows: list[Row] = []
    for lines in _sources(passage, room * 1000 / own.size):
        if len(lines) == 1:
            rows.append(Row([(0.0, rule), *_cells(passage, lines[0], own, bar, width)]))
            continue
        indent, parts = _broken(passage, lines, own, letter)
        line = WrappedLine(indent, parts, room, own.leading)
        rows.append(Row([(0.0, Rule(0.0, line.height, PALE)), (bar, line)]))
    return Stack(rows)


def _sources(passage: Verbatim, room: float) -> Iterator[list[Line]]:
    """The lines of the code, each with those in which it goes on."""
    lines: list[Line] = []
    for line in passage.lines(room):
        if lines and not passage.goes_on(line):
            yield lines
            lines = []
        lines.append(line)
    yield lines


def _cells(passage: Verbatim, line: Line, look: Look, left: float, width: float) -> list[Cell]:
    return [(left, Text(passage, [line], look, width - left))] if line.end > line.start else []


def _broken(
    passage: Verbatim, lines: list[Line], look: Look, letter: float
) -> tuple[list[Cell], list[CodeRow]]:
    """What a line begins with in spaces, and its rows, all but the first behind an arrow."""
    first, *further = lines
    spaces = passage.indent(first)
    begun = first.start + spaces
    width = first.width - spaces * letter * 1000 / look.size
    indent = _cells(passage, first._replace(end=begun), look, 0.0, first.width)
    cells = _cells(passage, Line(begun, first.end, 0, width), look, spaces * letter, first.width)
    rows = [CodeRow(passage.text(first)[spaces:], cells)]
    for line in further:
        left = _HANGING * letter
        shown = [(0.0, GoesOn(left, look)), *_cells(passage, line, look, left, first.width)]
        rows.append(CodeRow(passage.text(line), shown))
    return indent, rows


def natural(made: Listing, look: Look) -> float:
    """The width in points in which it needs no smaller letters."""
    return look.size * _BAR + _passage(made).widest * look.size * _SHARE / 1000


def _passage(made: Listing) -> Verbatim:
    return Verbatim(code_runs(made.code, made.language), _HANGING * advances(Face.CODE)[" "])


def _look(passage: Verbatim, look: Look, room: float) -> Look:
    """As large as lets the longest line be one."""
    fitting = room * 1000 / max(passage.widest, 1)
    least = min(max(look.size * _LEAST, _READABLE, look.least), look.size)
    size = min(max(fitting, least), max(look.size * _SHARE, least))
    return replace(look, size=size, leading=size * look.leading / look.size, weight="light", align="left")
