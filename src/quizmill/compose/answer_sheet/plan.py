"""Where the rings of a paper go: one layout for all its forms.

Questions stand in the order of the form, column after column, five and five together. Where there is room the
rings stand apart; where there is little they draw together, as long as a pupil can mark one without touching
the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product, starmap
from typing import Literal

from quizmill.compose.answer_sheet.columns import Slot, Spacing, fill
from quizmill.compose.answer_sheet.layout import Box, FormSheet, Layout, Line, Point
from quizmill.compose.answer_sheet.ringed import Ringed, ringed
from quizmill.compose.paper import Paper
from quizmill.words import words_in

SIZES = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
MARGIN = 12.0  # of which nothing is nearer to the edge
RING, MARKER, CODE = 2.1, 9.0, 19.0
QUIET = 3.0  # beside a marker
INNER = MARGIN + MARKER + QUIET  # from the edge: what stands between the markers at the sides
TOP, BOTTOM = 62.0, 14.0  # above the first row of rings, and below the last
_ASIDE = 11.0  # between the QR code and the markers
_BESIDE_CODE = 4.0  # five of its squares
_NAME = (24.5, 13.0)  # from the top, and high

# From one ring to the next, and from one row to the next: the roomiest that fit are taken.
_ACROSS, _DOWN = (7.0, 6.8, 6.6, 6.4, 6.2), (9.2, 8.6, 8.2, 7.8, 7.4, 7.0, 6.8)
_SPACINGS = sorted(starmap(Spacing, product(_ACROSS, _DOWN)), key=lambda each: -each.across * each.down)


def answer_sheets(
    papers: Sequence[Paper], size: Literal["a4", "letter"] = "a4", language: str = ""
) -> Layout:
    """The layout of the answer sheets of all *papers*, on paper of that size.

    *language* is that of the sheet's own words; the bank's if nothing is said. A form none of whose questions
    has rings has no page.
    """
    words = words_in(language, papers[0].language)
    width, height = SIZES[size]
    found = [ringed(paper, words) for paper in papers]
    room = Box(INNER, TOP, width - 2 * INNER, height - TOP - BOTTOM)
    fewest = [_pages(fill(each, room, _SPACINGS[-1])) for each in found]
    spacing = next(
        each
        for each in _SPACINGS
        if all(_pages(fill(of, room, each)) == pages for of, pages in zip(found, fewest, strict=True))
    )
    code = Box(width - MARGIN - MARKER - _ASIDE - CODE, MARGIN, CODE, CODE)
    return Layout(
        size=size,
        width=width,
        height=height,
        ring=RING,
        marker=MARKER,
        markers=_markers(width, height),
        code=code,
        name=Box(INNER, _NAME[0], code.x - _BESIDE_CODE - INNER, _NAME[1]),
        sheets=tuple(
            _sheet(paper, of, fill(of, room, spacing), spacing)
            for paper, of in zip(papers, found, strict=True)
        ),
    )


def with_rings(paper: Paper) -> dict[str, str]:
    """The ids of the questions that have rings, the same in every form, and their units."""
    found = ringed(paper, words_in(paper.language))
    return {paper.exercises[each.number - 1].id: each.unit for each in found}


def _pages(slots: Sequence[Slot]) -> int:
    return max((slot.page for slot in slots), default=0)


def _markers(width: float, height: float) -> tuple[Point, ...]:
    right, low, middle = width - MARGIN - MARKER, height - MARGIN - MARKER, (height - MARKER) / 2
    corners = (Point(MARGIN, MARGIN), Point(right, MARGIN), Point(right, low), Point(MARGIN, low))
    return (*corners, Point(MARGIN, middle), Point(right, middle))


def _sheet(paper: Paper, found: Sequence[Ringed], slots: Sequence[Slot], spacing: Spacing) -> FormSheet:
    with_rings = {each.number for each in found}
    return FormSheet(
        form=paper.form,
        pages=_pages(slots),
        lines=tuple(
            line for each, slot in zip(found, slots, strict=True) for line in _lines(each, slot, spacing)
        ),
        typed=tuple(n for n in range(1, len(paper.exercises) + 1) if n not in with_rings),
        units={each.number: each.unit for each in found if each.unit},
    )


def _lines(each: Ringed, slot: Slot, spacing: Spacing) -> list[Line]:
    step = Point(0.0, spacing.digit) if each.down else Point(spacing.across, 0.0)
    return [
        Line(each.number, part, slot.page, spacing.first(each, part, slot), step, labels, each.several)
        for part, labels in enumerate(each.lines)
    ]
