"""The blanks of a cloze on paper, and how much room an answer takes in a child's hand."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from math import ceil
from unicodedata import east_asian_width

from quizmill.bank import cloze
from quizmill.bank.markup import Listing, Style, Table, blocks, plain, spans
from quizmill.bank.model import Cloze
from quizmill.compose.exercise import Exercise
from quizmill.export.fonts import Face, advances
from quizmill.export.paper.look import Look
from quizmill.export.paper.page_layout import MM

_LETTER, _SMALL = 7 * MM, 4 * MM  # that a child needs for a letter, and at least
_HAN = 1.5  # letters, of a sign as wide as high
_STEP, _LEAST, _MOST = 20 * MM, 30 * MM, 110 * MM  # of the width of a blank
_BRAILLE = 0x2800  # from here on: signs that hardly a text holds
_FORMULA_GAP = r"\_" * 6


def asked(exercise: Exercise, gap: str) -> str:
    """What is asked; the blanks of a cloze are equal gaps and, when there are several, numbered."""
    question = exercise.question
    if not isinstance(question, Cloze):
        return exercise.prompt
    several = len(exercise.blanks) > 1
    styles = enumerate(_styles(question.text), 1)
    gaps = iter([_gap(gap, f"({place})" if several else "", style) for place, style in styles])
    return "".join(
        segment if isinstance(segment, str) else next(gaps) for segment in cloze.segments(question.text)
    )


def blank_width(exercises: Iterable[Exercise]) -> float:
    """The points that each blank of *exercises* gets in ordinary print: all the same, so that none tells.

    It is what the longest answer takes, in steps, so that it does not count letters; the longest of the other
    right forms can be written small.
    """
    blanks = [blank for each in exercises for blank in each.blanks]
    needed = max((writing_width(blank.answer, blank.accept) for blank in blanks), default=0.0)
    return min(_LEAST + _STEP * ceil(max(needed - _LEAST, 0) / _STEP), _MOST)


def gap(exercise: Exercise, width: float, look: Look) -> str:
    """A blank *width* points wide in a text set in *look*; small where a table or code has little room."""
    text = exercise.question.text if isinstance(exercise.question, Cloze) else ""
    crowded = [each for each in blocks(text) if isinstance(each, Table | Listing)] if "\n" in text else []
    face = Face.CODE if any(isinstance(each, Listing) for each in crowded) else Face.REGULAR
    width = min(width, _LEAST * look.size / 11) if crowded else width
    return "_" * round(width * 1000 / (advances(face)["_"] * look.size))


def writing_width(answer: str, others: Iterable[str] = ()) -> float:
    """The points that an answer takes in a child's hand in ordinary print; *others* are written small."""
    return max(_LETTER * _letters(answer), *(_SMALL * _letters(form) for form in others), 0.0)


def _letters(text: str) -> float:
    """How many letters a text is as wide as."""
    return sum(_HAN if east_asian_width(each) in "WF" else 1 for each in plain(text))


def _styles(text: str) -> list[Style]:
    """In which style each blank of a cloze stands."""
    if "\\" not in text:  # where no formula is, any will do
        return [Style.PLAIN] * len(cloze.blanks(text))
    sign = next(chr(code) for code in count(_BRAILLE) if chr(code) not in text)
    return [span.style for span in spans(cloze.with_gaps(text, sign)) for _ in range(span.text.count(sign))]


def _gap(gap: str, number: str, style: Style) -> str:
    """A gap in a stretch of that style, with its number if it has one."""
    if style is Style.MATHEMATICS:
        return f"{{{number}~{_FORMULA_GAP}}}" if number else f"{{{_FORMULA_GAP}}}"
    return f"{number}\u00a0{gap}" if number else gap
