"""Where a learner answers: one module for each way of answering."""

from __future__ import annotations

from typing import assert_never

from quizmill.bank import model
from quizmill.compose.exercise import Exercise
from quizmill.faces.screen.answers.area import Area
from quizmill.faces.screen.prose import Pen

__all__ = ["Area", "area_for"]


def area_for(exercise: Exercise, pen: Pen) -> Area:
    """The area in which *exercise* is answered; its module is imported only now."""
    match exercise.question:
        case model.MultipleChoice() | model.TrueFalse():
            from quizmill.faces.screen.answers.choice import OneOf

            return OneOf(exercise, pen)
        case model.MultipleResponse():
            from quizmill.faces.screen.answers.several import SeveralOf

            return SeveralOf(exercise, pen)
        case model.ShortAnswer() | model.Numerical():
            from quizmill.faces.screen.answers.typed import Typed

            return Typed(exercise, pen)
        case model.Cloze() as cloze:
            from quizmill.faces.screen.answers.blanks import Gaps

            return Gaps(exercise, cloze, pen)
        case model.Matching() as matching:
            from quizmill.faces.screen.answers.pairs import Pairs

            return Pairs(exercise, matching, pen)
        case model.Ordering():
            from quizmill.faces.screen.answers.order import Steps

            return Steps(exercise, pen)
        case model.Essay():
            from quizmill.faces.screen.answers.essay import Writing

            return Writing(exercise, pen)
        case _:
            assert_never(exercise.question)
