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
from quizmill.grade import HINT_KEEPS, Blanks, Mark, Reason, Response, Text, Verdict, because, mark


class Mode(StrEnum):
    """When the learner hears how an answer did: at once, or when the paper is handed in."""

    PRACTICE = "practice"
    EXAM = "exam"


class Answer(msgspec.Struct, frozen=True):
    """What the learner gave, letter for letter, what it means, and what it earned."""

    text: str
    response: Response
    mark: Mark
    appealed: bool = False  # the learner said "I was right"


class Give(msgspec.Struct, frozen=True, tag=True):
    """Answer the question. *text* is what was typed, *response* what it means."""

    text: str
    response: Response


class Assess(msgspec.Struct, frozen=True, tag=True):
    """Mark an answer given before in a new light: an essay, once its points have been gone through."""

    question: str
    response: Response


class Appeal(msgspec.Struct, frozen=True, tag=True):
    """Say of a typed answer "I was right": from here on it counts so, and is known to have been appealed."""

    question: str


class Skip(msgspec.Struct, frozen=True, tag=True):
    """Go on. An answer given before stays."""


class TakeHint(msgspec.Struct, frozen=True, tag=True):
    """See the hint; from here on the question earns half its marks."""


class Back(msgspec.Struct, frozen=True, tag=True):
    """Return to the question before; its answer stays until another is given."""


class GoTo(msgspec.Struct, frozen=True, tag=True):
    """Go to a question by its number, counted from 1."""

    number: int


class Flag(msgspec.Struct, frozen=True, tag=True, omit_defaults=True):
    """Put a flag on a question of the paper, by default the one in front of the learner, or take it off."""

    question: str | None = None


class Undo(msgspec.Struct, frozen=True, tag=True):
    """Take the last answer back and return to its question."""


class Stop(msgspec.Struct, frozen=True, tag=True):
    """Hand in, or leave: nothing more will be answered."""


Action = Give | Assess | Appeal | Skip | TakeHint | Back | GoTo | Flag | Undo | Stop


class Trail(msgspec.Struct, frozen=True):
    """The way back from an answer: where it was given, and what stood there before."""

    position: int
    question: str
    answer: Answer | None
    earlier: Trail | None


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
    trail: Trail | None = None  # the way back from the last answer

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
        case Appeal():
            return _appealed(sitting, action)
        case Skip() | Back() | GoTo():
            return _moved(sitting, _aim(sitting, action))
        case TakeHint():
            hinted = exercise is not None and bool(exercise.question.hint)
            return _with(sitting, hinted=sitting.hinted | {exercise.id}) if exercise and hinted else sitting
        case Flag():
            return _flagged(sitting, action.question or (exercise.id if exercise else ""))
        case Undo():
            return _undone(sitting)
        case Stop():
            return _with(sitting, stopped=True)
        case _:
            assert_never(action)


def _give(sitting: Sitting, exercise: Exercise, given: Give) -> Sitting:
    answer = _marked(sitting, exercise, given.text, given.response)
    trail = Trail(sitting.position, exercise.id, sitting.answers.get(exercise.id), sitting.trail)
    return _moved(_with(_answered(sitting, exercise.id, answer), trail=trail), sitting.position + 1)


def _assessed(sitting: Sitting, assessed: Assess) -> Sitting:
    exercise = next((each for each in sitting.paper.exercises if each.id == assessed.question), None)
    if exercise is None or exercise.id not in sitting.answers:
        return sitting
    text = sitting.answers[exercise.id].text
    return _answered(sitting, exercise.id, _marked(sitting, exercise, text, assessed.response))


def _appealed(sitting: Sitting, appeal: Appeal) -> Sitting:
    answer = sitting.answers.get(appeal.question)
    if answer is None or not can_appeal(answer):
        return sitting
    keeps = HINT_KEEPS if appeal.question in sitting.hinted else 1.0
    mark = msgspec.structs.replace(
        answer.mark,
        verdict=Verdict.RIGHT,
        earned=answer.mark.possible * keeps,
        reasons=(because(Reason.APPEALED), *answer.mark.slips),
        parts=tuple(True for _ in answer.mark.parts),
        near=False,
    )
    return _answered(sitting, appeal.question, msgspec.structs.replace(answer, mark=mark, appealed=True))


def can_appeal(answer: Answer) -> bool:
    """Whether "I was right" may be said: of typed words and numbers that did not earn all their marks."""
    typed = isinstance(answer.response, Text | Blanks)
    return typed and answer.mark.verdict in (Verdict.WRONG, Verdict.PARTIAL)


def _flagged(sitting: Sitting, question: str) -> Sitting:
    if all(each.id != question for each in sitting.paper.exercises):
        return sitting
    return _with(sitting, flagged=sitting.flagged ^ {question})


def _marked(sitting: Sitting, exercise: Exercise, text: str, response: Response) -> Answer:
    earned = mark(
        exercise,
        response,
        sitting.names,
        hinted=exercise.id in sitting.hinted,
        language=sitting.paper.language,
    )
    return Answer(text, response, earned)


def _answered(sitting: Sitting, question: str, answer: Answer) -> Sitting:
    return _with(sitting, answers={**sitting.answers, question: answer})


def _undone(sitting: Sitting) -> Sitting:
    """An answer can be taken back; that a hint was read, or a question was passed, cannot."""
    trail = sitting.trail
    if trail is None:
        return sitting
    answers = {id: answer for id, answer in sitting.answers.items() if id != trail.question}
    if trail.answer is not None:
        answers[trail.question] = trail.answer
    return _with(sitting, answers=answers, position=trail.position, trail=trail.earlier, stopped=False)


def _aim(sitting: Sitting, action: Skip | Back | GoTo) -> int:
    if isinstance(action, GoTo):
        return action.number - 1
    return sitting.position + (1 if isinstance(action, Skip) else -1)


def _moved(sitting: Sitting, position: int) -> Sitting:
    position = max(0, min(position, len(sitting.paper.exercises)))
    left = {sitting.current.id} if sitting.current and position != sitting.position else set()
    return _with(sitting, position=position, passed=sitting.passed | left)


def _with(sitting: Sitting, **changes: object) -> Sitting:
    return msgspec.structs.replace(sitting, **changes)
