"""Where the pupil answers: boxes, lines and blanks, as each kind of question needs them."""

from __future__ import annotations

from itertools import count, zip_longest
from typing import assert_never

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
from quizmill.export.paper.language import Words
from quizmill.export.paper.look import Looks
from quizmill.export.paper.pieces import Labelled, Line, Piece, Ruled, Target
from quizmill.export.paper.stack import Cell, Row
from quizmill.export.paper.typeset import Typesetter

GAP = "_" * 18  # every blank is this wide, whatever belongs in it
_MARK, _LETTER = 16.0, 22.0  # points for a circle or square, and for the "A)" after it
_GUTTER = 14.0
_BOX = 30.0  # points for a box to write in
_BETWEEN = 3.0  # points between options
_WRITING = 10.0  # points above a line, so that a hand can write on it


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


def shown(exercise: Exercise, words: Words) -> tuple[str, ...]:
    """The options as they stand on the sheet, True and False in its language."""
    return (words.true, words.false) if exercise.kind == "true_false" else exercise.options


def cue(exercise: Exercise, words: Words) -> str:
    """What to do, where the prompt alone does not show it."""
    match exercise.question:
        case MultipleResponse():
            return words.mark_every
        case Matching(pairs=pairs):
            return " ".join((words.write_letters, *_about_letters(pairs, exercise.options, words)))
        case Ordering(sequence=sequence):
            return words.number_boxes.format(count=len(sequence))
        case MultipleChoice() | TrueFalse() | ShortAnswer() | Numerical() | Cloze() | Essay():
            return ""
        case _:
            assert_never(exercise.question)


def _about_letters(pairs: tuple[tuple[str, str], ...], options: tuple[str, ...], words: Words) -> list[str]:
    used = {right for _, right in pairs}
    spare = len(options) - len(used)
    notes = [words.letter_again] if len(used) < len(pairs) else []
    if spare:
        notes.append(words.one_left_over if spare == 1 else words.left_over.format(count=spare))
    return notes


class AnswerSpace:
    """Sets the room for an answer in a width that begins *left* of the number's; lengths in points."""

    def __init__(self, left: float, width: float, looks: Looks, words: Words) -> None:
        self._left = left
        self._width = width
        self._looks = looks
        self._words = words
        scale = looks.scale
        self._mark, self._letter, self._box = _MARK * scale, _LETTER * scale, _BOX * scale
        self._gutter, self._between = _GUTTER * scale, _BETWEEN * scale

    def rows(self, exercise: Exercise, room: float, setter: Typesetter) -> list[Row]:
        """What stands below the prompt, where *room* points are left of a page."""
        match exercise.question:
            case MultipleChoice() | TrueFalse():
                return self._choices(exercise, "circle", setter)
            case MultipleResponse():
                return self._choices(exercise, "square", setter)
            case ShortAnswer():
                return [self._line(0.7 if self._width > 300 else 1.0, "", setter)]
            case Numerical(unit=unit):
                return [self._line(0.3 if self._width > 300 else 0.5, unit, setter)]
            case Cloze():
                return []  # its blanks stand in the text
            case Matching(pairs=pairs):
                return self._matching([left for left, _ in pairs], exercise.options, setter)
            case Ordering():
                return [self._boxed("", self._left, self._width, step, setter) for step in exercise.options]
            case Essay(lines=lines, points=points):
                return [self._ruled(lines or 4 + 3 * len(points), room, setter)]
            case _:
                assert_never(exercise.question)

    def _choices(self, exercise: Exercise, shape: str, setter: Typesetter) -> list[Row]:
        options = shown(exercise, self._words)
        lettered = exercise.kind != "true_false"
        before = self._mark + (self._letter if lettered else 4)
        gutter = self._gutter if lettered else self._gutter * 2
        widest = max(setter.width(option, self._looks.body) for option in options) + before + gutter
        columns = _columns(len(options), widest, self._width)
        step = self._width / columns if lettered else widest
        room = step - before - (gutter if columns > 1 else 0)
        cells = [
            (
                (self._left + step * (index % columns), self._target(shape, index, lettered, setter)),
                (self._left + step * (index % columns) + before, setter.set(option, self._looks.body, room)),
            )
            for index, option in enumerate(options)
        ]
        rows = [cells[start : start + columns] for start in range(0, len(cells), columns)]
        return [Row(tuple(cell for pair in row for cell in pair), after=self._between) for row in rows]

    def _target(self, shape: str, index: int, lettered: bool, setter: Typesetter) -> Piece:
        target = setter.make(Target, shape, self._looks.body)
        if not lettered:
            return target
        label = setter.set(f"{letter(index).upper()})", self._looks.body, self._letter)
        return setter.make(Labelled, target, label, self._mark)

    def _line(self, share: float, unit: str, setter: Typesetter) -> Row:
        line = setter.make(Line, self._width * share, self._looks.body)
        cells: list[Cell] = [(self._left, line)]
        if unit:
            start = line.width + 6
            cells.append((self._left + start, setter.set(unit, self._looks.body, self._width - start)))
        return Row(tuple(cells), before=_WRITING * self._looks.scale)

    def _ruled(self, lines: int, room: float, setter: Typesetter) -> Row:
        fitting = max(int(room // self._looks.ruling), 1)
        ruled = setter.make(Ruled, min(lines, fitting), self._width, self._looks.ruling)
        return Row(((self._left, ruled),))

    def _matching(self, lefts: list[str], rights: tuple[str, ...], setter: Typesetter) -> list[Row]:
        half = self._left_share(lefts, rights, setter) * (self._width - self._gutter)
        start = self._left + half + self._gutter
        room = self._width - half - self._gutter - self._letter
        rows: list[Row] = []
        for index, (left, right) in enumerate(zip_longest(lefts, rights)):
            cells: list[Cell] = []
            if left is not None:
                cells += self._boxed(f"{index + 1}.", self._left, half, left, setter).cells
            if right is not None:
                label = setter.set(f"{letter(index).upper()})", self._looks.body, self._letter)
                cells.append((start, label))
                cells.append((start + self._letter, setter.set(right, self._looks.body, room)))
            rows.append(Row(tuple(cells), after=self._between * 2))
        return rows

    def _boxed(self, label: str, left: float, width: float, text: str, setter: Typesetter) -> Row:
        """A box to write in, a label if there is one, and a text."""
        cells: list[Cell] = [(left, setter.make(Target, "box", self._looks.body))]
        before = self._box
        if label:
            cells.append((left + before, setter.set(label, self._looks.body, self._letter)))
            before += self._letter
        cells.append((left + before, setter.set(text, self._looks.body, width - before)))
        return Row(tuple(cells), after=self._between * 2)

    def _left_share(self, lefts: list[str], rights: tuple[str, ...], setter: Typesetter) -> float:
        """The part of the width for the lefts, by their length; never less than a third, nor the rights."""
        body = self._looks.body
        left = self._box + self._letter + max(min(setter.width(text, body), 1000) for text in lefts)
        right = self._letter + max(min(setter.width(text, body), 1000) for text in rights)
        return min(max(left / (left + right), 0.35), 0.65)


def _columns(count: int, widest: float, width: float) -> int:
    """As many columns as the widest option allows, and rows as even as can be."""
    wanted = [count] if count <= 4 else [4] if count == 8 else [3] if count in (6, 9) else []
    return next((columns for columns in (*wanted, 2) if columns * widest <= width), 1)
