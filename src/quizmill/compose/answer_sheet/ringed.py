"""What rings an exercise has on an answer sheet, before anything has a place: its lines, and their labels."""

from __future__ import annotations

from typing import assert_never

import msgspec

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
from quizmill.compose.answer_sheet.digits import in_digits
from quizmill.compose.exercise import Exercise, letter
from quizmill.compose.paper import Paper
from quizmill.words import Words, words_in

MOST = 20  # rings side by side
_FEWEST_PLACES, _MOST_PLACES = 5, 10  # of a number
MINUS, DIGITS = "-", tuple("0123456789")


class Ringed(msgspec.Struct, frozen=True):
    """The lines of one question: rows of rings, or the columns of a number."""

    number: int
    lines: tuple[tuple[str, ...], ...]  # the labels in each
    several: bool = False
    down: bool = False  # whether they are columns
    named: bool = False  # whether each line has a label of its own at its left
    unit: str = ""


def ringed(paper: Paper, words: Words) -> tuple[Ringed, ...]:
    """The questions of a form that have rings, in its order; the decimal sign is that of the bank's language.

    All numbers have as many places, so that none betrays how long its answer is.
    """
    numbers = {
        each.id: found
        for each in paper.exercises
        if isinstance(each.question, Numerical) and (found := in_digits(each.question, paper.language))
    }
    long = [len(each.digits) for each in numbers.values() if len(each.digits) <= _MOST_PLACES]
    places = max([_FEWEST_PLACES, *long])
    usual = (words_in(paper.language)("number.decimal"), *DIGITS)
    columns = ((MINUS, *usual), *[usual] * (places - 1))
    made = []
    for number, exercise in enumerate(paper.exercises, 1):
        found = numbers.get(exercise.id)
        if found and len(found.digits) <= places:
            made.append(Ringed(number, columns, down=True, unit=found.unit))
        elif (rows := _rows(number, exercise, words)) and len(rows.lines[0]) <= MOST:
            made.append(rows)
    return tuple(made)


def _rows(number: int, exercise: Exercise, words: Words) -> Ringed | None:
    """The rows of a question that is answered by what it offers."""
    match exercise.question:
        case MultipleChoice() | TrueFalse():
            return Ringed(number, (labels(exercise, words),))
        case MultipleResponse():
            return Ringed(number, (labels(exercise, words),), several=True)
        case Matching():
            return Ringed(number, (labels(exercise, words),) * len(exercise.key), named=True)
        case Ordering():
            ranks = tuple(str(place + 1) for place in range(len(exercise.options)))
            return Ringed(number, (ranks,) * len(ranks), named=True)
        case Numerical() | ShortAnswer() | Cloze() | Essay():
            return None
        case _:
            assert_never(exercise.question)


def labels(exercise: Exercise, words: Words) -> tuple[str, ...]:
    """What the options are called: by letters, true and false by what their words begin with."""
    if isinstance(exercise.question, TrueFalse):
        return tuple(words(f"sheet.{each}")[0].upper() for each in ("true", "false"))
    return tuple(letter(place).upper() for place in range(len(exercise.options)))
