"""What an event enters into the history about a question: pure, and the same whoever keeps it."""

from __future__ import annotations

from typing import assert_never

import msgspec

from quizmill.compose.exercise import Exercise
from quizmill.study.session import Event
from quizmill.study.sitting import (
    Answer,
    Appeal,
    Assess,
    Back,
    Flag,
    Give,
    GoTo,
    Mode,
    Sitting,
    Skip,
    Stop,
    Suspend,
    TakeHint,
    Undo,
)


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """The question an event is about, and the answer to it that stands from here on."""

    exercise: Exercise
    answer: Answer | None  # None: it was taken back
    hinted: bool
    further: bool  # an answer of its own; else it takes the place of the one before


def entry_of(event: Event) -> Entry | None:
    """What *event* enters about a question; None when it is about none.

    Who answers again in practice has seen the right answer: that is a further answer, and the first one
    stands. In an exam nothing was shown, and the second takes the place of the first.
    """
    id = _question(event)
    exercise = next((each for each in event.before.paper.exercises if each.id == id), None)
    if exercise is None:
        return None
    practice = event.before.mode is Mode.PRACTICE
    back = practice and isinstance(event.action, Undo)
    return Entry(
        exercise=exercise,
        answer=None if back else event.after.answers.get(exercise.id),
        hinted=exercise.id in event.after.hinted,
        further=practice and isinstance(event.action, Give),
    )


class Said(msgspec.Struct, frozen=True):
    """What an event says of a question itself, to last."""

    question: str
    flagged: bool | None = None  # from now on; None where nothing is said of it
    suspended: bool | None = None


def said_of(event: Event) -> Said | None:
    """What *event* says of a question itself; None when it says nothing."""
    before, after = event.before, event.after
    for question in before.flagged ^ after.flagged:
        return Said(question, flagged=question in after.flagged)
    for question in before.suspended ^ after.suspended:
        return Said(question, suspended=question in after.suspended)
    return None


def is_done(sitting: Sitting) -> bool:
    """Whether nothing is left to go on with; a practice that was left can go on, an exam handed in cannot."""
    return sitting.stopped if sitting.mode is Mode.EXAM else sitting.current is None


def _question(event: Event) -> str | None:
    match event.action:
        case Give():
            return event.before.current.id if event.before.current else None
        case Assess(question) | Appeal(question):
            return question
        case Undo():
            return event.before.trail.question if event.before.trail else None
        case Skip() | TakeHint() | Back() | GoTo() | Flag() | Suspend() | Stop():
            return None
        case _:
            assert_never(event.action)
