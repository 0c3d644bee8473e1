"""A sitting is a fold: a learner's actions, one after another, over a paper.

Every face (line by line, full screen) turns what the learner does into an :class:`Action` and calls
:func:`step`. Nothing here reads, prints, waits or knows the time.
"""

from __future__ import annotations

from enum import StrEnum
from typing import assert_never

import msgspec

from quizmill.bank.model import Name
from quizmill.compose.exercise import Exercise
from quizmill.compose.paper import Paper
from quizmill.grade import Mark, Response, mark


class Mode(StrEnum):
    """When the learner hears how an answer did: at once, or when the paper is handed in."""

    PRACTICE = "practice"
    EXAM = "exam"


class Answer(msgspec.Struct, frozen=True):
    """What the learner gave, letter for letter, and what it earned."""

    text: str
    mark: Mark


class Give(msgspec.Struct, frozen=True):
    """Answer the question. *text* is what was typed, *response* what it means."""

    text: str
    response: Response


class Assess(msgspec.Struct, frozen=True):
    """Mark an answer given before in a new light: an essay, once its points have been gone through."""

    question: str
    response: Response


class Skip(msgspec.Struct, frozen=True):
    """Go on. An answer given before stays."""


class TakeHint(msgspec.Struct, frozen=True):
    """See the hint; from here on the question earns half its marks."""


class Back(msgspec.Struct, frozen=True):
    """Return to the question before; its answer stays until another is given."""


class GoTo(msgspec.Struct, frozen=True):
    """Go to a question by its number, counted from 1."""

    number: int


class Flag(msgspec.Struct, frozen=True):
    """Put a flag on the question, or take it off."""


class Undo(msgspec.Struct, frozen=True):
    """Take the last answer back and return to its question."""


class Stop(msgspec.Struct, frozen=True):
    """Hand in, or leave: nothing more will be answered."""


Action = Give | Assess | Skip | TakeHint | Back | GoTo | Flag | Undo | Stop


class Sitting(msgspec.Struct, frozen=True, kw_only=True):
    """Where a learner is in a paper. Made by :func:`begin`, changed only by :func:`step`."""

    paper: Paper
    names: tuple[Name, ...] = ()  # for marking: who and what else is called how
    mode: Mode = Mode.PRACTICE
    position: int = 0  # of the question in front of the learner, from 0; behind the last at the end
    answers: dict[str, Answer] = {}  # by question id; replaced, never changed
    passed: frozenset[str] = frozenset()  # questions the learner has answered or left behind
    hinted: frozenset[str] = frozenset()
    flagged: frozenset[str] = frozenset()
    stopped: bool = False
    before: Sitting | None = None  # as it was before the last answer

    @property
    def current(self) -> Exercise | None:
        """The question in front of the learner; None behind the last one."""
        exercises = self.paper.exercises
        return exercises[self.position] if self.position < len(exercises) else None

    @property
    def over(self) -> bool:
        """Nothing is left to do. In exam mode a learner looks back until the paper is handed in."""
        return self.stopped or (self.mode is Mode.PRACTICE and self.current is None)


def begin(paper: Paper, names: tuple[Name, ...] = (), mode: Mode = Mode.PRACTICE) -> Sitting:
    """A sitting before the first question."""
    return Sitting(paper=paper, names=names, mode=mode)


def step(sitting: Sitting, action: Action) -> Sitting:
    """The sitting after *action*. What makes no sense where the learner is changes nothing."""
    exercise = sitting.current
    match action:
        case Give():
            return _give(sitting, exercise, action) if exercise else sitting
        case Assess():
            return _assessed(sitting, action)
        case Skip():
            return _moved(sitting, sitting.position + 1)
        case TakeHint():
            hinted = exercise is not None and bool(exercise.question.hint)
            return _with(sitting, hinted=sitting.hinted | {exercise.id}) if exercise and hinted else sitting
        case Back():
            return _moved(sitting, sitting.position - 1)
        case GoTo():
            return _moved(sitting, action.number - 1)
        case Flag():
            return _with(sitting, flagged=sitting.flagged ^ {exercise.id}) if exercise else sitting
        case Undo():
            return _undone(sitting)
        case Stop():
            return _with(sitting, stopped=True)
        case _:
            assert_never(action)


def _give(sitting: Sitting, exercise: Exercise, given: Give) -> Sitting:
    answers = {**sitting.answers, exercise.id: _marked(sitting, exercise, given.text, given.response)}
    return _moved(_with(sitting, answers=answers, before=sitting), sitting.position + 1)


def _assessed(sitting: Sitting, assessed: Assess) -> Sitting:
    exercise = next((each for each in sitting.paper.exercises if each.id == assessed.question), None)
    if exercise is None or exercise.id not in sitting.answers:
        return sitting
    answer = _marked(sitting, exercise, sitting.answers[exercise.id].text, assessed.response)
    return _with(sitting, answers={**sitting.answers, exercise.id: answer})


def _marked(sitting: Sitting, exercise: Exercise, text: str, response: Response) -> Answer:
    earned = mark(exercise, response, sitting.names, hinted=exercise.id in sitting.hinted)
    return Answer(text, earned)


def _undone(sitting: Sitting) -> Sitting:
    """An answer can be taken back; that a hint was read, or a question was passed, cannot."""
    if sitting.before is None:
        return sitting
    kept = {"passed": sitting.passed, "hinted": sitting.hinted, "flagged": sitting.flagged}
    return _with(sitting.before, **kept)


def _moved(sitting: Sitting, position: int) -> Sitting:
    position = max(0, min(position, len(sitting.paper.exercises)))
    left = {sitting.current.id} if sitting.current and position != sitting.position else set()
    return _with(sitting, position=position, passed=sitting.passed | left)


def _with(sitting: Sitting, **changes: object) -> Sitting:
    return msgspec.structs.replace(sitting, **changes)
