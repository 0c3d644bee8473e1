"""Where the pupil answers: boxes, lines and blanks, as each kind of question needs them."""

from __future__ import annotations

from itertools import count, zip_longest
from typing import assert_never

import msgspec
from reportlab.platypus import Flowable

from quizmill.bank import cloze
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
from quizmill.compose.exercise import Exercise, letter
from quizmill.export.paper.blocks import Cell, Line, Row, Ruled, Target
from quizmill.export.paper.typeset import BODY, STRONG, Typesetter

_MARK, _LETTER = 16.0, 22.0  # points for a circle or square, and for the "A)" after it
_GUTTER = 14.0
_BOX = 30.0  # points for a box to write in
_BETWEEN = 3.0  # points between options
_WRITING = 10.0  # points above a line of text, so that a hand can write on it


GAP = "_" * 18  # every blank is this wide, whatever belongs in it


class Space(msgspec.Struct, frozen=True):
    """The room there is for an answer, in points."""

    left: float
    width: float
    height: float  # at most, prompt included: what is free on a page


def answer_space(exercise: Exercise, space: Space, typesetter: Typesetter) -> list[Flowable]:
    """What stands below the prompt."""
    match exercise.question:
        case MultipleChoice():
            return _choices(exercise, "circle", space, typesetter)
        case MultipleResponse():
            return _choices(exercise, "square", space, typesetter)
        case TrueFalse():
            return _true_or_false(exercise, space, typesetter)
        case ShortAnswer():
            return [Row([Cell(space.left, space.width * 0.7, Line())], before=_WRITING)]
        case Numerical(unit=unit):
            return [_number(unit, space, typesetter)]
        case Cloze():
            return []  # its blanks stand in the text
        case Matching(pairs=pairs):
            return _matching([left for left, _ in pairs], exercise.options, space, typesetter)
        case Ordering():
            return _ordering(exercise, space, typesetter)
        case Essay(lines=lines, points=points):
            fitting = int(space.height // Ruled.GAP) - 4
            return [Row([Cell(space.left, space.width, Ruled(min(lines or 4 + 3 * len(points), fitting)))])]
        case _:
            assert_never(exercise.question)


def asked(exercise: Exercise, gap: str) -> str:
    """What is asked; the blanks of a cloze are equal gaps and, when there are several, numbered."""
    question = exercise.question
    if not isinstance(question, Cloze):
        return exercise.prompt
    several = len(exercise.blanks) > 1
    number = count(1)
    return "".join(
        segment if isinstance(segment, str) else f"({next(number)})\u00a0{gap}" if several else gap
        for segment in cloze.segments(question.text)
    )


def cue(exercise: Exercise) -> str:
    """What to do, where the prompt alone does not show it."""
    match exercise.question:
        case MultipleResponse():
            return "Mark every right answer."
        case Matching(pairs=pairs):
            return " ".join(("Write a letter in each box.", *_about_letters(pairs, exercise.options)))
        case Ordering(sequence=sequence):
            return f"Number the boxes from 1, what comes first, to {len(sequence)}, what comes last."
        case MultipleChoice() | TrueFalse() | ShortAnswer() | Numerical() | Cloze() | Essay():
            return ""
        case _:
            assert_never(exercise.question)


def _about_letters(pairs: tuple[tuple[str, str], ...], options: tuple[str, ...]) -> list[str]:
    used = {right for _, right in pairs}
    spare = len(options) - len(used)
    notes = ["A letter may serve more than once."] if len(used) < len(pairs) else []
    if spare:
        notes.append("One letter is left over." if spare == 1 else f"{spare} letters are left over.")
    return notes


def _choices(exercise: Exercise, shape: str, space: Space, typesetter: Typesetter) -> list[Flowable]:
    widest = max(typesetter.width(option) for option in exercise.options)
    columns = _columns(len(exercise.options), widest + _MARK + _LETTER + _GUTTER, space.width)
    step = space.width / columns
    cells: list[list[Cell]] = []
    for index, option in enumerate(exercise.options):
        left = space.left + step * (index % columns)
        room = step - _MARK - _LETTER - (_GUTTER if columns > 1 else 0)
        cells.append(
            [
                Cell(left, _MARK, Target(shape, BODY)),
                Cell(left + _MARK, _LETTER, typesetter.set(f"{letter(index).upper()})")),
                Cell(left + _MARK + _LETTER, room, typesetter.set(option)),
            ]
        )
    rows = [cells[start : start + columns] for start in range(0, len(cells), columns)]
    return [Row([cell for cells in row for cell in cells], after=_BETWEEN) for row in rows]


def _columns(count: int, widest: float, width: float) -> int:
    """As many columns as the widest option allows, and rows as even as can be."""
    wanted = [count] if count <= 4 else [4] if count == 8 else [3] if count in (6, 9) else []
    return next((columns for columns in (*wanted, 2) if columns * widest <= width), 1)


def _true_or_false(exercise: Exercise, space: Space, typesetter: Typesetter) -> list[Flowable]:
    cells = [
        Cell(space.left + 90 * index, 90, typesetter.set(option, STRONG))
        for index, option in enumerate(exercise.options)
    ]
    return [Row(cells, before=2, after=_BETWEEN)]


def _number(unit: str, space: Space, typesetter: Typesetter) -> Row:
    line = space.width * 0.3
    cells = [Cell(space.left, line, Line())]
    if unit:
        cells.append(Cell(space.left + line + 6, space.width - line - 6, typesetter.set(unit)))
    return Row(cells, before=_WRITING)


def _matching(
    lefts: list[str], rights: tuple[str, ...], space: Space, typesetter: Typesetter
) -> list[Flowable]:
    half = _left_share(lefts, rights, typesetter) * (space.width - _GUTTER)
    rows: list[Flowable] = []
    for index, (left, right) in enumerate(zip_longest(lefts, rights)):
        cells: list[Cell] = []
        if left is not None:
            cells += _numbered(index, left, space.left, half, typesetter)
        if right is not None:
            start = space.left + half + _GUTTER
            cells.append(Cell(start, _LETTER, typesetter.set(f"{letter(index).upper()})")))
            room = space.width - half - _GUTTER - _LETTER
            cells.append(Cell(start + _LETTER, room, typesetter.set(right)))
        rows.append(Row(cells, after=_BETWEEN + 3))
    return rows


def _numbered(index: int, text: str, left: float, width: float, typesetter: Typesetter) -> list[Cell]:
    return [
        Cell(left, _BOX, Target("box", BODY)),
        Cell(left + _BOX, _LETTER, typesetter.set(f"{index + 1}.")),
        Cell(left + _BOX + _LETTER, width - _BOX - _LETTER, typesetter.set(text)),
    ]


def _left_share(lefts: list[str], rights: tuple[str, ...], typesetter: Typesetter) -> float:
    """The part of the width that the lefts get, by their length; never less than a third, nor the rights."""
    left = _BOX + _LETTER + max(min(typesetter.width(text), 1000) for text in lefts)
    right = _LETTER + max(min(typesetter.width(text), 1000) for text in rights)
    return min(max(left / (left + right), 0.35), 0.65)


def _ordering(exercise: Exercise, space: Space, typesetter: Typesetter) -> list[Flowable]:
    return [
        Row(
            [
                Cell(space.left, _BOX, Target("box", BODY)),
                Cell(space.left + _BOX, space.width - _BOX, typesetter.set(step)),
            ],
            after=_BETWEEN + 3,
        )
        for step in exercise.options
    ]
