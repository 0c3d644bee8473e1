"""What is told of the questions of a sheet beside them: sections, pages that begin, word boxes, marks."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from quizmill.compose.paper import Paper
from quizmill.compose.word_boxes import WordBox, word_boxes
from quizmill.export.paper import sections
from quizmill.export.paper.blanks import blank_width
from quizmill.export.paper.worksheet_options import WorksheetOptions


class SheetPlan(msgspec.Struct, frozen=True):
    """All by the place of an exercise on its paper, from 0."""

    opens: Mapping[int, int]  # a section; its marks
    pages: frozenset[int]  # a page
    boxes: Mapping[int, WordBox]
    blanks: Mapping[int, float]  # points in ordinary print, where a box makes them wider than they need be
    alike: tuple[bool, ...]  # whether what an exercise is worth is said elsewhere
    highest: int  # what an exercise is worth at most where that is said beside it, else 0


def sheet_plan(paper: Paper, options: WorksheetOptions) -> SheetPlan:
    """The plan of one paper."""
    exercises, by = paper.exercises, options.sections
    opens, alike = sections.openings(exercises, by), sections.alike(exercises, by)
    boxes = word_boxes(paper, opens) if options.word_bank else {}
    said = [each.question.marks for each, told in zip(exercises, alike, strict=True) if not told]
    return SheetPlan(
        opens=opens,
        pages=frozenset(sections.page_openings(exercises, options.break_before, by)),
        boxes=boxes,
        blanks={place: blank_width(box.exercises) for box in boxes.values() for place in box.places},
        alike=alike,
        highest=max(said, default=0),
    )
