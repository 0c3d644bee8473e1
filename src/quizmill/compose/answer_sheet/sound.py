"""Whether a layout can be that of a paper: what a file says that somebody may have changed or cut off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from quizmill.bank.model import (
    Cloze,
    Essay,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numerical,
    Ordering,
    ShortAnswer,
    TrueFalse,
)
from quizmill.compose.answer_sheet.layout import MARKERS, VERSION, FormSheet, Layout, Line
from quizmill.compose.exercise import Exercise
from quizmill.compose.paper import Paper


def refuse_unsound(layout: Layout, papers: Sequence[Paper]) -> None:
    """Raise ValueError, saying what is wrong, when the layout is not one of *papers*."""
    if layout.version != VERSION:
        raise ValueError(
            f"its answer sheets have version {layout.version}; this quizmill reads version {VERSION}"
        )
    if len(layout.markers) != MARKERS:
        raise ValueError(f"its answer sheets have {len(layout.markers)} markers, not {MARKERS}")
    sheets = {sheet.form: sheet for sheet in layout.sheets}
    if list(sheets) != [paper.form for paper in papers]:
        raise ValueError("its answer sheets are not those of its forms")
    for paper in papers:
        for fault in _faults(layout, sheets[paper.form], paper):
            raise ValueError(f"on its answer sheet {fault}")


def _faults(layout: Layout, sheet: FormSheet, paper: Paper) -> Iterator[str]:
    for line in sheet.lines:
        last = line.centre(len(line.labels) - 1)
        inside = all(0 < at.x < layout.width and 0 < at.y < layout.height for at in (line.first, last))
        if not (inside and 1 <= line.page <= sheet.pages):
            yield f"question {line.number} stands on no page"
    for number, exercise in enumerate(paper.exercises, 1):
        lines = [line for line in sheet.lines if line.number == number]
        if (number in sheet.typed) == bool(lines):
            yield f"question {number} has to have rings or none"
        elif lines and not _fit(exercise, lines):
            yield f"question {number} has other rings than answers"
    if {line.number for line in sheet.lines} - set(range(1, len(paper.exercises) + 1)):
        yield "there is a question that the paper has not"


def _fit(exercise: Exercise, lines: Sequence[Line]) -> bool:
    """Whether there are as many lines and rings as it takes, and several marked where they may be."""
    told = [(line.part, len(line.labels), line.several) for line in lines]
    options = len(exercise.options)
    match exercise.question:
        case MultipleChoice() | TrueFalse():
            return told == [(0, options, False)]
        case MultipleResponse():
            return told == [(0, options, True)]
        case Matching():
            return told == [(part, options, False) for part in range(len(exercise.key))]
        case Ordering():
            return told == [(part, options, False) for part in range(options)]
        case Numerical():
            return told == [(part, len(line.labels), False) for part, line in enumerate(lines)]
        case ShortAnswer() | Cloze() | Essay():
            return False
        case _:
            assert_never(exercise.question)
