"""Where the pupil answers: boxes, lines and blanks, as each kind of question needs them."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil
from typing import assert_never

from msgspec.structs import replace

from quizmill.bank.markup import pictured
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
from quizmill.compose.answer_sheet.ringed import labels
from quizmill.compose.exercise import Exercise, letter, measured, options_in
from quizmill.export.paper.blanks import writing_width
from quizmill.export.paper.composed import option as set_option
from quizmill.export.paper.composed import option_width
from quizmill.export.paper.elements import Element, Labelled, Ruled, Target, WritingLine
from quizmill.export.paper.figure import thanks
from quizmill.export.paper.look import Looks
from quizmill.export.paper.option_texts import option_texts
from quizmill.export.paper.rows import Cell, Row
from quizmill.export.paper.typeset import Typesetter
from quizmill.words import Words

_MARK, _LETTER = 16.0, 22.0  # points for a circle or square, and for the "A)" after it
_GUTTER = 14.0
_BOX = 30.0  # points for a box to write in
_BETWEEN = 3.0  # points between options
_PICTURED = 2.5  # times as many between rows of options with pictures
_NARROW = 300.0  # points, in ordinary print, of a column too small for two texts side by side
_WRITING = 10.0  # points above a line, so that a hand can write on it
_LINE = 0.7  # of the width, of a line for a short answer
_MOST_LINES = 3  # of them


def cue(exercise: Exercise, words: Words) -> str:
    """What to do, where the prompt alone does not show it."""
    match exercise.question:
        case MultipleResponse():
            return words("sheet.mark_every")
        case Matching(pairs=pairs):
            told = (words("sheet.write_letters"), *about_letters(pairs, exercise.options, words))
            return words("sheet.between").join(told)
        case Ordering(sequence=sequence):
            return words("sheet.number_boxes", count=len(sequence))
        case MultipleChoice() | TrueFalse() | ShortAnswer() | Numerical() | Cloze() | Essay():
            return ""
        case _:
            assert_never(exercise.question)


def about_letters(pairs: tuple[tuple[str, str], ...], options: tuple[str, ...], words: Words) -> list[str]:
    """Whether a letter of a matching may serve more than once, and how many are left over."""
    used = {right for _, right in pairs}
    spare = len(options) - len(used)
    notes = [words("sheet.letter_again")] if len(used) < len(pairs) else []
    if spare:
        notes.append(words("sheet.left_over", n=spare))
    return notes


class AnswerSpace:
    """Sets the room for an answer in a width that begins *left* of the number's; lengths in points."""

    def __init__(
        self, left: float, width: float, looks: Looks, words: Words, *, elsewhere: bool = False
    ) -> None:
        """Answers are given *elsewhere* when what is offered is listed without anything to mark."""
        self._left = left
        self._width = width
        self._looks = looks
        self._words = words
        scale = looks.scale
        self._narrow = width / scale < _NARROW
        self._letter = _LETTER * scale
        self._mark, self._box = (0.0, 0.0) if elsewhere else (_MARK * scale, _BOX * scale)
        self._elsewhere = elsewhere
        self._gutter, self._between = _GUTTER * scale, _BETWEEN * scale

    def rows(self, exercise: Exercise, room: float, setter: Typesetter) -> list[Row]:
        """What stands below the prompt, where *room* points are left of a page."""
        texts = option_texts(exercise, setter.images)
        bare = replace(exercise, options=texts.options)
        rows = self._answered(bare, texts.lefts, room, setter)
        if texts.credit:
            rows.append(Row([(self._left, thanks(texts.credit, self._looks.body, self._width, setter))]))
        return rows

    def _answered(
        self, exercise: Exercise, lefts: tuple[str, ...], room: float, setter: Typesetter
    ) -> list[Row]:
        match exercise.question:
            case MultipleChoice() | TrueFalse():
                return self._choices(exercise, "circle", setter)
            case MultipleResponse():
                return self._choices(exercise, "square", setter)
            case ShortAnswer(answer=answer, accept=accept):
                return self._lines(writing_width(answer, accept), setter)
            case Numerical(answer=answer, unit=unit):
                written = writing_width(answer if unit else measured(exercise.question))
                return [] if self._elsewhere else [self._line(self._measured(written), unit, setter)]
            case Cloze():
                return []  # its blanks stand in the text
            case Matching():
                return self._matching(lefts, exercise.options, setter)
            case Ordering():
                return [
                    self._boxed(self._step(place), self._left, self._width, step, setter)
                    for place, step in enumerate(exercise.options)
                ]
            case Essay(lines=lines, points=points):
                return [self._ruled(lines or 4 + 3 * len(points), room, setter)]
            case _:
                assert_never(exercise.question)

    def _choices(self, exercise: Exercise, shape: str, setter: Typesetter) -> list[Row]:
        options = options_in(exercise, self._words)
        letters, told = self._letters(exercise), labels(exercise, self._words)
        before = self._mark + (letters or 4)
        gutter = self._gutter if letters else self._gutter * 2
        widest = max(option_width(option, self._looks.body, setter) for option in options) + before + gutter
        columns = _columns(len(options), widest, self._width)
        step = self._width / columns if letters else widest
        room = step - before - (gutter if columns > 1 else 0)
        cells = [
            (
                (self._left + step * (index % columns), self._target(shape, told[index], letters, setter)),
                (
                    self._left + step * (index % columns) + before,
                    set_option(option, self._looks.body, room, setter),
                ),
            )
            for index, option in enumerate(options)
        ]
        rows = [cells[start : start + columns] for start in range(0, len(cells), columns)]
        below = self._between * (_PICTURED if any(map(pictured, options)) else 1)
        return [Row(tuple(cell for pair in row for cell in pair), after=below) for row in rows]

    def _letters(self, exercise: Exercise) -> float:
        """The room for a letter and its bracket; AA needs more than A. True and False have none here."""
        if isinstance(exercise.question, TrueFalse) and not self._elsewhere:
            return 0
        return self._letter * (1 if len(exercise.options) <= 26 else 1.5)

    def _target(self, shape: str, told: str, letters: float, setter: Typesetter) -> Element:
        label = setter.set(f"{told})", self._looks.body, letters) if letters else None
        if label and self._elsewhere:
            return label
        target = setter.make(Target, shape, self._looks.body)
        return setter.make(Labelled, target, label, self._mark) if label else target

    def _step(self, place: int) -> str:
        """The letter of a step, where its place is told elsewhere."""
        return f"{letter(place).upper()})" if self._elsewhere else ""

    def _lines(self, written: float, setter: Typesetter) -> list[Row]:
        """As many lines, of one length, as an answer takes that is *written* so wide in ordinary print."""
        usual = self._width * (1.0 if self._narrow else _LINE)
        needed = written * self._looks.scale
        if needed <= usual:
            return [self._line(usual, "", setter)]
        return [self._line(self._width, "", setter)] * min(ceil(needed / self._width), _MOST_LINES)

    def _measured(self, written: float) -> float:
        """The line for a number, whose unit stands beside it."""
        usual = self._width * (0.5 if self._narrow else 0.3)
        return min(max(usual, written * self._looks.scale), self._width * _LINE)

    def _line(self, width: float, unit: str, setter: Typesetter) -> Row:
        line = setter.make(WritingLine, width, self._looks.body)
        cells: list[Cell] = [(self._left, line)]
        if unit:
            start = line.width + 6
            cells.append((self._left + start, setter.set(unit, self._looks.body, self._width - start)))
        return Row(tuple(cells), before=_WRITING * self._looks.scale)

    def _ruled(self, lines: int, room: float, setter: Typesetter) -> Row:
        fitting = max(int(room // self._looks.ruling), 1)
        ruled = setter.make(Ruled, min(lines, fitting), self._width, self._looks.ruling)
        return Row(((self._left, ruled),))

    def _matching(self, lefts: tuple[str, ...], rights: tuple[str, ...], setter: Typesetter) -> list[Row]:
        """Lefts with a box beside lettered rights; in a narrow column one below the other."""
        left = self._box + self._letter + max(self._wide(text, setter) for text in lefts)
        right = self._letter + max(self._wide(text, setter) for text in rights)
        room = self._width - self._gutter
        if self._narrow and left + right > room:
            given = [self._left_of(i, text, self._width, setter) for i, text in enumerate(lefts)]
            rows = [Row(cells, after=self._between * 2) for cells in given]
            listed = [self._right_of(i, text, 0, setter) for i, text in enumerate(rights)]
            below = [Row(cells, after=self._between) for cells in listed]
            return [*rows, Row([*below[0].cells], before=self._between * 2, after=self._between), *below[1:]]
        half = self._share(left, right, lefts, rights, setter) * room
        return [
            Row(
                (self._left_of(i, lefts[i], half, setter) if i < len(lefts) else [])
                + (self._right_of(i, rights[i], half + self._gutter, setter) if i < len(rights) else []),
                after=self._between * 2,
            )
            for i in range(max(len(lefts), len(rights)))
        ]

    def _left_of(self, index: int, text: str, width: float, setter: Typesetter) -> list[Cell]:
        return list(self._boxed(f"{index + 1}.", self._left, width, text, setter).cells)

    def _right_of(self, index: int, text: str, start: float, setter: Typesetter) -> list[Cell]:
        label = setter.set(f"{letter(index).upper()})", self._looks.body, self._letter)
        room = self._width - start - self._letter
        return [
            (self._left + start, label),
            (self._left + start + self._letter, set_option(text, self._looks.body, room, setter)),
        ]

    def _wide(self, text: str, setter: Typesetter) -> float:
        return min(option_width(text, self._looks.body, setter), 1000)

    def _share(
        self, left: float, right: float, lefts: tuple[str, ...], rights: tuple[str, ...], setter: Typesetter
    ) -> float:
        """The part of the width for the lefts, by their length; neither side gets much less than a third.

        No word is broken if that can be helped.
        """
        room = self._width - self._gutter
        least = (self._box + self._letter + self._longest(lefts, setter)) / room
        most = 1 - (self._letter + self._longest(rights, setter)) / room
        return max(min(max(left / (left + right), 0.35, least), 0.65, most), min(least, 0.5))

    def _longest(self, texts: Iterable[str], setter: Typesetter) -> float:
        """The width of the longest word; of a text without spaces, as in Chinese, none is needed."""
        words = (word for text in texts if " " in text for word in text.split())
        return max((self._wide(word, setter) for word in words), default=0)

    def _boxed(self, label: str, left: float, width: float, text: str, setter: Typesetter) -> Row:
        """A box to write in unless that is elsewhere, a label if there is one, and a text."""
        cells: list[Cell] = [] if self._elsewhere else [(left, setter.make(Target, "box", self._looks.body))]
        before = self._box
        if label:
            cells.append((left + before, setter.set(label, self._looks.body, self._letter)))
            before += self._letter
        cells.append((left + before, set_option(text, self._looks.body, width - before, setter)))
        return Row(tuple(cells), after=self._between * 2)


def _columns(count: int, widest: float, width: float) -> int:
    """As many columns as the widest option allows, and rows as even as can be."""
    wanted = [count] if count <= 4 else [4] if count == 8 else [3] if count in (6, 9) else []
    return next((columns for columns in (*wanted, 2) if columns * widest <= width), 1)
