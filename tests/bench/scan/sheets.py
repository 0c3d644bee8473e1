"""Answer sheets to mark: papers of many lengths and kinds, as pages at 300 dpi with their layout."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from drawn_sheets import PAPER, drawn
from quizmill.compose.answer_sheet.code import SheetCode
from quizmill.compose.answer_sheet.layout import Box, FormSheet, Layout, Line, Point

from .pixels import DPI, Grey

_SIZES = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}


class Page(NamedTuple):
    """A page as the printer's software hands it on."""

    image: Grey
    layout: Layout
    form: str
    code: SheetCode


def page(rng: np.random.Generator) -> Page:
    """Any sheet."""
    layout = _layout("a4" if rng.random() < 0.7 else "letter", rng)
    code = SheetCode(PAPER, int(rng.integers(1, 400)), 1)
    return Page(drawn(layout, code, dpi=DPI), layout, "A", code)


def _layout(size: str, rng: np.random.Generator) -> Layout:
    width, height = _SIZES[size]
    side = 9.0
    left, right, top, bottom = 12.0, width - 12 - side, 12.0, height - 12 - side
    places = [(left, top), (right, top), (right, bottom), (left, bottom)]
    places += [(left, (height - side) / 2), (right, (height - side) / 2)]
    rows, lines = int((height - 100) / 9.2), []
    wanted = int(rng.integers(20, 3 * rows + 1))
    labels = "ABCDE"[: int(rng.choice([3, 4, 5], p=[0.15, 0.45, 0.4]))]
    for k in range(wanted):
        first = Point(34 + k // rows * 52, 80 + k % rows * 9.2)
        u = rng.random()
        kind = tuple("TF") if u < 0.12 else tuple("abcde") if u < 0.25 else tuple(labels)
        lines.append(Line(k + 1, 0, 1, first, Point(7, 0), kind, bool(u > 0.9)))
    return Layout(
        size=size,
        width=width,
        height=height,
        ring=2.1,
        marker=side,
        markers=tuple(Point(*each) for each in places),
        code=Box(95, 12, 20, 20),
        name=Box(34, 38, 100, 10),
        sheets=(FormSheet(form="A", pages=1, lines=tuple(lines)),),
    )
