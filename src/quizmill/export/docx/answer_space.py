"""Where a pupil answers: options to mark, lines and boxes, as each kind of question needs them."""

from __future__ import annotations

from math import ceil
from typing import assert_never

from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Pt
from msgspec.structs import replace

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
from quizmill.compose.exercise import Exercise, letter, measured, options_in
from quizmill.export.docx.runs import add_box, add_text
from quizmill.export.docx.template import Measures
from quizmill.export.docx.writer import Writer
from quizmill.export.paper.blanks import writing_width
from quizmill.export.paper.option_texts import option_texts
from quizmill.words import Words

_ONE, _MANY = "○", "□"  # to mark one answer, or several
_SHORT, _NUMBER = 0.7, 0.3  # of the width, for words and for a number
_MOST_LINES = 3  # for words
_PICTURE = 90 / 11  # of the type size, the height of a picture that is an option
_FURTHER = {"Option": "Option Text", "Left Side": "Cell", "Right Side": "Cell"}  # after the first paragraph
_LEFTS = 0.5  # of the width of a matching


def add_answer_space(writer: Writer, exercise: Exercise, measures: Measures, words: Words) -> None:
    """What stands below the prompt."""
    texts = option_texts(exercise, writer.images)
    _Space(writer, measures, words).add(replace(exercise, options=texts.options), texts.lefts)
    if texts.credit:
        writer.paragraph("Credit", texts.credit)


class _Space:
    def __init__(self, writer: Writer, measures: Measures, words: Words) -> None:
        self._writer, self._measures, self._words = writer, measures, words
        self._room = measures.column - measures.hang
        self._tallest = measures.looks.body.size * _PICTURE

    def add(self, exercise: Exercise, lefts: tuple[str, ...]) -> None:
        """The space of one exercise."""
        match exercise.question:
            case MultipleChoice():
                self._choices(exercise, _ONE)
            case MultipleResponse():
                self._choices(exercise, _MANY)
            case TrueFalse():
                told = "\t".join(f"{_ONE} {option}" for option in options_in(exercise, self._words))
                self._writer.paragraph("Option", told)
            case Matching():
                self._matching(lefts, exercise.options)
            case Ordering():
                self._steps(exercise.options)
            case ShortAnswer() | Numerical() | Cloze() | Essay():
                self._lines(exercise.question)
            case _:
                assert_never(exercise.question)

    def _lines(self, question: ShortAnswer | Numerical | Cloze | Essay) -> None:
        match question:
            case ShortAnswer(answer=answer, accept=accept):
                self._words_of(writing_width(answer, accept) * self._measures.looks.scale)
            case Numerical(answer=answer, unit=unit):
                needed = writing_width(answer if unit else measured(question)) * self._measures.looks.scale
                self._line(min(max(self._room * _NUMBER, needed), self._room * _SHORT), unit)
            case Essay(lines=lines, points=points):
                for _ in range(lines or 4 + 3 * len(points)):
                    self._line(self._room)
            case Cloze():
                pass  # its blanks stand in the text
            case _:
                assert_never(question)

    def _words_of(self, needed: float) -> None:
        """As many lines, of one length, as an answer takes that needs so many points in a child's hand."""
        short = self._room * _SHORT
        if needed <= short:
            self._line(short)
            return
        for _ in range(min(ceil(needed / self._room), _MOST_LINES)):
            self._line(self._room)

    def _steps(self, steps: tuple[str, ...]) -> None:
        for step in steps:
            self._boxed(self._writer, "\t", step)

    def _choices(self, exercise: Exercise, sign: str) -> None:
        for place, option in enumerate(exercise.options):
            self._labelled(self._writer, f"{sign} {letter(place).upper()})\t", option)

    def _line(self, length: float, unit: str = "") -> None:
        """A line so long in points to write on: what is typed there pushes it along."""
        paragraph = self._writer.paragraph("Answer Line", "\t")
        end = Pt(self._measures.hang + length)
        paragraph.paragraph_format.tab_stops.add_tab_stop(end, WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES)
        if unit:
            add_text(paragraph, f" {unit}")

    def _matching(self, lefts: tuple[str, ...], rights: tuple[str, ...]) -> None:
        """Lefts with a box, beside lettered rights."""
        half = self._room * _LEFTS
        widths = [half, self._room - half]
        table = self._writer.table(max(len(lefts), len(rights)), widths, indent=self._measures.hang)
        for place, row in enumerate(table.rows):
            left, right = (self._writer.within(cell, half) for cell in row.cells)
            if place < len(lefts):
                self._boxed(left, f" {place + 1}.\t", lefts[place], "Left Side")
            else:
                left.paragraph("Cell")
            if place < len(rights):
                self._labelled(right, f"{letter(place).upper()})\t", rights[place], "Right Side")
            else:
                right.paragraph("Cell")
        self._writer.paragraph("Spacer")

    def _labelled(self, writer: Writer, label: str, text: str, style: str = "Option") -> None:
        writer.beside(writer.paragraph(style, label), text, _FURTHER[style], self._tallest)

    def _boxed(self, writer: Writer, label: str, text: str, style: str = "Option") -> None:
        paragraph = writer.paragraph(style)
        add_box(paragraph)
        add_text(paragraph, label)
        writer.beside(paragraph, text, _FURTHER[style], self._tallest)
