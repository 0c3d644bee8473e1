"""Where everything stands on the answer sheets of a class set, in millimetres from the paper's top left.

It is kept with the set, so that a sheet that is printed again reads the same, whatever has changed in
quizmill since. Whoever prints a sheet and whoever reads one knows of it nothing but what stands here.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from quizmill.compose.paper import Paper

VERSION = 1
CORNERS = 4  # markers 0 to 3 stand there, clockwise from the top left; the others at the sides, left first
MARKERS = CORNERS + 2

# The inner 4 x 4 cells of the markers 0 to 5, row by row, 1 for white: those of OpenCV's DICT_4X4_50.
PATTERNS = (
    "1011010100110010",
    "0000111110011010",
    "0011001100101101",
    "1001100101000110",
    "0101010010011110",
    "0111100111001101",
)


class Point(msgspec.Struct, frozen=True, array_like=True):
    """A place on the paper."""

    x: float
    y: float


class Box(msgspec.Struct, frozen=True, array_like=True):
    """A part of the paper: its top left corner, width and height."""

    x: float
    y: float
    width: float
    height: float


class Line(msgspec.Struct, frozen=True, array_like=True):
    """Rings in a row or a column, of which a pupil marks one, or with *several* as many as are right.

    A choice is one line. A matching has a line for each left side, an ordering one for each step, a number
    one for each place of it, downwards. *part* counts the lines of a question from 0.
    """

    number: int  # of the question on its form, from 1
    part: int
    page: int  # from 1
    first: Point  # the centre of the first ring
    step: Point  # from one centre to the next
    labels: tuple[str, ...]  # what stands in the rings
    several: bool = False

    def centre(self, ring: int) -> Point:
        """Of the ring with that index."""
        return Point(self.first.x + ring * self.step.x, self.first.y + ring * self.step.y)


class FormSheet(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The answer sheet of one form; *typed* are the numbers of questions without rings."""

    form: str
    pages: int
    lines: tuple[Line, ...]
    typed: tuple[int, ...] = ()
    units: dict[int, str] = {}  # what stands beside the rings of a number and belongs to the answer


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """The answer sheets of all forms of a set."""

    version: int = VERSION
    size: Literal["a4", "letter"]
    width: float
    height: float
    ring: float  # the radius
    marker: float  # the side of a marker
    markers: tuple[Point, ...]  # the top left corner of each, by its number
    code: Box  # the QR code, without its quiet zone
    name: Box  # what is to be seen to know whose sheet it is
    sheets: tuple[FormSheet, ...]

    def sheet(self, form: str) -> FormSheet:
        """That of the form; raises KeyError when there is none."""
        return {each.form: each for each in self.sheets}[form]


def answered_on(layout: Layout, paper: Paper) -> dict[str, str]:
    """As `plan.with_rings`, of a layout that is kept; raises KeyError as `sheet`."""
    sheet = layout.sheet(paper.form)
    numbered = enumerate(paper.exercises, 1)
    return {each.id: sheet.units.get(n, "") for n, each in numbered if n not in sheet.typed}


def kept_layout(layout: Layout) -> dict[str, Any]:
    """The layout as JSON holds it."""
    kept: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(layout))
    return kept


def restored_layout(kept: dict[str, Any]) -> Layout:
    """The layout from `kept_layout`; raises msgspec.ValidationError for anything else."""
    return msgspec.convert(kept, Layout, str_keys=True)
