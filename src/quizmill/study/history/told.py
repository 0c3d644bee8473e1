"""What a deed says of a question: pure, and the same whoever keeps it."""

from __future__ import annotations

import msgspec

from quizmill.compose.exercise import Exercise
from quizmill.study.session import Deed
from quizmill.study.sitting import Answer, Appeal, Assess, Give, Mode, Sitting, Undo


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """The question a deed is about, and the answer to it that stands from here on."""

    exercise: Exercise
    answer: Answer | None  # None: it was taken back
    hinted: bool
    further: bool  # an answer of its own; else it takes the place of the one before


def told(deed: Deed) -> Told | None:
    """What *deed* says of a question; None when it is about none.

    Who answers again in practice has seen the right answer: that is a further answer, and the first one
    stands. In an exam nothing was shown, and the second takes the place of the first.
    """
    id = _question(deed)
    exercise = next((each for each in deed.before.paper.exercises if each.id == id), None)
    if exercise is None:
        return None
    practice = deed.before.mode is Mode.PRACTICE
    back = practice and isinstance(deed.action, Undo)
    return Told(
        exercise=exercise,
        answer=None if back else deed.after.answers.get(exercise.id),
        hinted=exercise.id in deed.after.hinted,
        further=practice and isinstance(deed.action, Give),
    )


def is_done(sitting: Sitting) -> bool:
    """Whether nothing is left to go on with; a practice that was left can go on, an exam handed in cannot."""
    return sitting.stopped if sitting.mode is Mode.EXAM else sitting.current is None


def _question(deed: Deed) -> str | None:
    match deed.action:
        case Give():
            return deed.before.current.id if deed.before.current else None
        case Assess(question) | Appeal(question):
            return question
        case Undo():
            return deed.before.trail.question if deed.before.trail else None
        case _:
            return None
