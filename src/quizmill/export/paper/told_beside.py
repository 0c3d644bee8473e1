"""What a worksheet says at a question where its answers are marked on an answer sheet."""

from __future__ import annotations

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
from quizmill.compose.exercise import Exercise
from quizmill.export.paper.answer_space import about_letters
from quizmill.words import Words


def told_beside(exercise: Exercise, unit: str, words: Words) -> str:
    """What to do on the answer sheet, where a number has that *unit*; empty if the prompt shows it."""
    match exercise.question:
        case MultipleResponse():
            return words("sheet.mark_every")
        case Matching(pairs=pairs):
            told = (words("answer_sheet.letters"), *about_letters(pairs, exercise.options, words))
            return words("sheet.between").join(told)
        case Ordering(sequence=sequence):
            return words("answer_sheet.places", count=len(sequence))
        case Numerical():
            return words("answer_sheet.digits_in", unit=unit) if unit else words("answer_sheet.digits")
        case MultipleChoice() | TrueFalse() | ShortAnswer() | Cloze() | Essay():
            return ""
        case _:
            assert_never(exercise.question)
