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
from quizmill.grade import HINT_KEEPS, Blanks, Mark, Reason, Response, Text, Verdict, Written, because, mark


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


class Suspend(msgspec.Struct, frozen=True, tag=True, omit_defaults=True):
    """Set a question of the paper aside, by default the one in front of the learner, or take it up again."""

    question: str | None = None


class Undo(msgspec.Struct, frozen=True, tag=True):
    """Take the last answer back and return to its question."""


class Stop(msgspec.Struct, frozen=True, tag=True):
    """Hand in, or leave: nothing more will be answered."""


Action = Give | Assess | Appeal | Skip | TakeHint | Back | GoTo | Flag | Suspend | Undo | Stop


class Trail(msgspec.Struct, frozen=True):
    """The way back from an answer: where it was given, and what stood before it."""

    position: int
    question: str
    answer: Answer | None
    again: tuple[str, ...]
    first: dict[str, Answer]
    earlier: Trail | None


class Sitting(msgspec.Struct, frozen=True, kw_only=True):
    """Where a learner is in a paper. Made by :func:`begin`, changed only by :func:`step`."""

    paper: Paper
    names: tuple[Name, ...] = ()  # for marking: who and what else is called how
    mode: Mode = Mode.PRACTICE
    repeats: bool = False  # in practice, what is missed comes back behind the last question until it is right
    position: int = 0  # of the question in front of the learner, from 0; behind the last at the end
    answers: dict[str, Answer] = {}  # by question id; replaced, never changed
    again: tuple[str, ...] = ()  # questions that are to come back, the next one first
    first: dict[str, Answer] = {}  # of those that came back, the answer that counts; replaced, never changed
    passed: frozenset[str] = frozenset()  # questions the learner has answered or skipped
    hinted: frozenset[str] = frozenset()
    flagged: frozenset[str] = frozenset()
    suspended: frozenset[str] = frozenset()  # set aside: no review asks them
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

    @property
    def answer_so_far(self) -> Answer | None:
        """The answer to the question in front of the learner, unless that is asked once more."""
        if self.current is None or (self.is_repeat and self.current.id in self.again):
            return None
        return self.answers.get(self.current.id)

    @property
    def is_repeat(self) -> bool:
        """Whether the question in front of the learner has come back, since it was missed."""
        return self.current is not None and self.current.id in self.first


def begin(
    paper: Paper, names: tuple[Name, ...] = (), mode: Mode = Mode.PRACTICE, *, repeats: bool = False
) -> Sitting:
    """A sitting before the first question."""
    return Sitting(paper=paper, names=names, mode=mode, repeats=repeats)


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
        case Skip():
            return _skipped(sitting)
        case Back() | GoTo():
            return _moved(sitting, action.number - 1 if isinstance(action, GoTo) else sitting.position - 1)
        case TakeHint():
            hinted = exercise is not None and bool(exercise.question.hint)
            return _with(sitting, hinted=sitting.hinted | {exercise.id}) if exercise and hinted else sitting
        case Flag() | Suspend():
            return _said(sitting, action, action.question or (exercise.id if exercise else ""))
        case Undo():
            return _undone(sitting)
        case Stop():
            return _with(sitting, stopped=True)
        case _:
            assert_never(action)


def _give(sitting: Sitting, exercise: Exercise, given: Give) -> Sitting:
    answer = _marked(sitting, exercise, given.text, given.response)
    before = sitting.answers.get(exercise.id)
    trail = Trail(sitting.position, exercise.id, before, sitting.again, sitting.first, sitting.trail)
    return _onward(_with(_answered(sitting, exercise.id, answer), trail=trail))


def _onward(sitting: Sitting) -> Sitting:
    """Behind the question in front of the learner; behind the last, and from there on, to what comes back."""
    if sitting.current is None:
        return sitting
    passed = sitting.passed | {sitting.current.id}
    count = len(sitting.paper.exercises)
    at_the_end = count in (sitting.position + 1, len(passed))
    moved = _moved(_with(sitting, passed=passed), sitting.position + 1)
    return _come_back(moved) if sitting.repeats and at_the_end else moved


def _come_back(sitting: Sitting) -> Sitting:
    """At the next question that is to come back, else at the end."""
    ids = [exercise.id for exercise in sitting.paper.exercises]
    if not sitting.again:
        return _moved(sitting, len(ids))
    question = sitting.again[0]
    first = {question: sitting.answers[question]} | sitting.first
    return _with(sitting, first=first, position=ids.index(question))


def _skipped(sitting: Sitting) -> Sitting:
    """Behind the question; one that has come back will not again."""
    id = sitting.current.id if sitting.current and sitting.is_repeat else ""
    return _onward(_with(sitting, again=tuple(each for each in sitting.again if each != id)))


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


def _said(sitting: Sitting, action: Flag | Suspend, question: str) -> Sitting:
    """A flag put on or taken off, a question set aside or taken up again."""
    if all(each.id != question for each in sitting.paper.exercises):
        return sitting
    if isinstance(action, Flag):
        return _with(sitting, flagged=sitting.flagged ^ {question})
    again, answer = tuple(id for id in sitting.again if id != question), sitting.answers.get(question)
    if sitting.repeats and question in sitting.suspended and answer and _comes_back(answer):
        again = (*again, question)
    return _with(sitting, suspended=sitting.suspended ^ {question}, again=again)


def _marked(sitting: Sitting, exercise: Exercise, text: str, response: Response) -> Answer:
    hinted, language = exercise.id in sitting.hinted, sitting.paper.language
    return Answer(text, response, mark(exercise, response, sitting.names, hinted=hinted, language=language))


def _answered(sitting: Sitting, question: str, answer: Answer) -> Sitting:
    again = tuple(id for id in sitting.again if id != question)
    if sitting.repeats and _comes_back(answer):
        again = (*again, question)
    return _with(sitting, answers={**sitting.answers, question: answer}, again=again)


def _comes_back(answer: Answer) -> bool:
    """Whether it was missed; whoever has read what an essay should name is not to write it once more."""
    missed = answer.mark.verdict in (Verdict.WRONG, Verdict.PARTIAL)
    return missed and not isinstance(answer.response, Written)


def _undone(sitting: Sitting) -> Sitting:
    """An answer can be taken back; that a hint was read, or a question was passed, cannot."""
    trail = sitting.trail
    if trail is None:
        return sitting
    answers = {id: answer for id, answer in sitting.answers.items() if id != trail.question}
    if trail.answer is not None:
        answers[trail.question] = trail.answer
    before = _with(sitting, again=trail.again, first=trail.first, trail=trail.earlier, stopped=False)
    return _with(before, answers=answers, position=trail.position)


def _moved(sitting: Sitting, position: int) -> Sitting:
    return _with(sitting, position=max(0, min(position, len(sitting.paper.exercises))))


def _with(sitting: Sitting, **changes: object) -> Sitting:
    return msgspec.structs.replace(sitting, **changes)
