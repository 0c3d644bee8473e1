"""The rulings of a class set as keys and slips tell them, form by form."""

from __future__ import annotations

from quizmill.bank.markup import escape
from quizmill.bank.model import Matching
from quizmill.classroom.class_set import ClassSet, Ruling
from quizmill.classroom.rulings import keyed
from quizmill.compose.exercise import Exercise
from quizmill.export.paper import answer_texts
from quizmill.export.paper.decisions import Decided, Decisions
from quizmill.words import Words


def decisions(made: ClassSet, words: Words) -> Decisions:
    """What was decided of each question, on each form."""
    return Decisions(
        {
            (paper.form, exercise.id): _decided(made, exercise, ruling, words)
            for paper in made.papers
            for exercise in paper.exercises
            if (ruling := made.ruling(exercise.id)) != Ruling(id=exercise.id)
        }
    )


def _decided(made: ClassSet, exercise: Exercise, ruling: Ruling, words: Words) -> Decided:
    briefly, accepted = [], []
    for text in ruling.accept:
        other = keyed(made, exercise, text)
        briefly.append(answer_texts.brief(other, words) if other else escape(text))
        if other and not isinstance(other.question, Matching):
            accepted.append(words("list.between").join(answer_texts.unlettered(other, words)))
        else:
            accepted.append(briefly[-1])
    return Decided(void=ruling.void, briefly=tuple(briefly), accepted=tuple(accepted))
