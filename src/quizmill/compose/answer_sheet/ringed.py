"""What rings an exercise has on an answer sheet, before anything has a place: its lines, and their labels."""

from __future__ import annotations

from collections.abc import Sequence
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
from quizmill.words import Words

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


def ringed(exercises: Sequence[Exercise], words: Words, decimal: str) -> tuple[Ringed, ...]:
    """Those of a form that have rings, in its order; *decimal* is the sign in numbers.

    All numbers have as many places, so that none betrays how long its answer is.
    """
    numbers = [in_digits(each.question) for each in exercises if isinstance(each.question, Numerical)]
    long = [len(each.digits) for each in numbers if each and len(each.digits) <= _MOST_PLACES]
    places = max([_FEWEST_PLACES, *long])
    made = (_ringed(number, exercise, places, words, decimal) for number, exercise in enumerate(exercises, 1))
    return tuple(each for each in made if each and (each.down or len(each.lines[0]) <= MOST))


def _ringed(number: int, exercise: Exercise, places: int, words: Words, decimal: str) -> Ringed | None:
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
        case Numerical():
            return _number(number, exercise.question, places, decimal)
        case ShortAnswer() | Cloze() | Essay():
            return None
        case _:
            assert_never(exercise.question)


def labels(exercise: Exercise, words: Words) -> tuple[str, ...]:
    """What the options are called: by letters, true and false by what their words begin with."""
    if isinstance(exercise.question, TrueFalse):
        return tuple(words(f"sheet.{each}")[0].upper() for each in ("true", "false"))
    return tuple(letter(place).upper() for place in range(len(exercise.options)))


def _number(number: int, question: Numerical, places: int, decimal: str) -> Ringed | None:
    found = in_digits(question)
    if not found or len(found.digits) > places:
        return None
    usual = (decimal, *DIGITS)
    return Ringed(number, ((MINUS, *usual), *[usual] * (places - 1)), down=True, unit=found.unit)
