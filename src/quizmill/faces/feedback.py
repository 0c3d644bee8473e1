"""What is said about an answer, in the order in which both faces say it: briefly, or in full.

Whoever was right goes on at once: the verdict and one line. Whoever was not reads why first. The sources are
places until they are asked for, and what the learner has before the eyes is not said again.
"""

from __future__ import annotations

from enum import Enum, StrEnum, auto

import msgspec

from quizmill.bank.fold import fold
from quizmill.bank.markup import plain
from quizmill.bank.model import Audio, Cloze, Essay, Matching, TrueFalse
from quizmill.compose import cited
from quizmill.compose.exercise import Exercise, key_of
from quizmill.faces import phrases
from quizmill.faces.phrases import AnswerPart
from quizmill.grade import Blanks, Mark, Reason, Response, Text, Verdict
from quizmill.grade.diff import Diff, diffs
from quizmill.study.sitting import Answer, Sitting
from quizmill.words import Words


class Detail(StrEnum):
    """How much is said at once."""

    BRIEF = "brief"
    FULL = "full"


class Beside(Enum):
    """What the learner has before the eyes."""

    MARKED = auto()  # the question, and in it what is right and what is wrong
    ASKED = auto()  # the question as it was asked
    PROMPT = auto()  # what it asked, among others, when all is over


class Feedback(msgspec.Struct, frozen=True, kw_only=True):
    """The parts of what is said, in their order; an empty one is not said."""

    verdict: str = ""  # with what was earned
    remark: str = ""  # what the marker or the author has to say of this answer
    points: tuple[tuple[bool, str], ...] = ()  # of an essay: whether it names each, as markup
    differences: tuple[Diff | None, ...] = ()  # of what was typed, blank by blank
    answer: tuple[AnswerPart, ...] = ()
    also: str = ""  # right beside the answer, as markup
    audio: Audio | None = None  # whose words are shown
    explanation: str = ""  # markup
    sources: tuple[str, ...] = ()  # where it stands
    doubts: tuple[str, ...] = ()

    def beyond(self, said: Feedback) -> Feedback:
        """What of this *said* has not said."""
        unsaid = {
            name: value
            for name in self.__struct_fields__
            if (value := getattr(self, name)) != getattr(said, name)
        }
        return Feedback(**unsaid)


def feedback_on(
    exercise: Exercise,
    answer: Answer | None,
    mark: Mark,
    sitting: Sitting,
    words: Words,
    *,
    detail: Detail,
    beside: Beside,
) -> Feedback:
    """What is said about an *answer*, or that there is none; *sitting* knows the names of the bank."""
    response = answer.response if answer else None
    is_right = mark.verdict is Verdict.RIGHT
    shown = _answer(exercise, response, mark, words, beside)
    remark = _remark(exercise, mark, words, is_answer_shown=bool(shown))
    audio = exercise.question.audio
    verdict = phrases.verdict(mark, words)
    if is_right and detail is Detail.BRIEF:
        return _one_line(exercise, Feedback(verdict=verdict, remark=remark, answer=shown, audio=audio), words)
    in_full = detail is Detail.FULL
    return Feedback(
        verdict=verdict,
        remark=remark,
        points=_points(exercise, mark) if beside is Beside.PROMPT else (),
        differences=diffs(exercise, response) if response and not is_right else (),
        answer=shown,
        also=phrases.also_right(exercise, sitting, words, in_full=in_full),
        audio=audio,
        explanation=exercise.question.explanation,
        sources=_sources(exercise, words, in_full=in_full),
        doubts=() if in_full else cited.doubts(exercise.evidence, words),
    )


def _one_line(exercise: Exercise, found: Feedback, words: Words) -> Feedback:
    """The verdict, and the first of what there is beside it; where the answer stands, if nothing else."""
    for name in ("audio", "remark", "answer"):
        if value := getattr(found, name):
            return Feedback(verdict=found.verdict, **{name: value})
    return Feedback(verdict=found.verdict, sources=_sources(exercise, words, in_full=False))


def _answer(
    exercise: Exercise, response: Response | None, mark: Mark, words: Words, beside: Beside
) -> tuple[AnswerPart, ...]:
    """The right answer, unless it is seen or was given; of several blanks or pairs those that were missed."""
    if isinstance(exercise.question, Essay) and mark.parts:
        return ()  # its points were gone through
    if beside is not Beside.PROMPT:
        is_seen = beside is Beside.MARKED and bool(exercise.options)
        if is_seen or (mark.verdict is Verdict.RIGHT and _is_as_written(exercise, response, mark)):
            return ()
    parts = tuple(phrases.answer_parts(exercise, words))
    is_by_part = isinstance(exercise.question, Cloze | Matching) and len(parts) == len(mark.parts)
    if beside is Beside.PROMPT or not is_by_part or all(mark.parts):
        return parts
    return tuple(part for part, right in zip(parts, mark.parts, strict=True) if not right)


def _is_as_written(exercise: Exercise, response: Response | None, mark: Mark) -> bool:
    """Whether a right answer is the key's own, or differs in a spelling that the mark tells anyway."""
    if mark.slips or not isinstance(response, Text | Blanks):
        return True
    typed = (response.text,) if isinstance(response, Text) else response.texts
    keys = map(plain, key_of(exercise.question))
    return all(fold(text) == fold(key) for text, key in zip(typed, keys, strict=False))


def _remark(exercise: Exercise, mark: Mark, words: Words, *, is_answer_shown: bool) -> str:
    """What there is to say of the answer; a correction stands with the right answer where that is shown."""
    question = exercise.question
    if isinstance(question, TrueFalse):
        own = [reason for reason in mark.reasons if reason.key != Reason.CORRECTION]
        said = phrases.comment(msgspec.structs.replace(mark, reasons=tuple(own)), words)
        return said or ("" if is_answer_shown else phrases.ended(plain(question.correction), words))
    return phrases.comment(mark, words)


def _points(exercise: Exercise, mark: Mark) -> tuple[tuple[bool, str], ...]:
    question = exercise.question
    if not isinstance(question, Essay) or not mark.parts:
        return ()
    return tuple((named, each.point) for named, each in zip(mark.parts, question.points, strict=True))


def _sources(exercise: Exercise, words: Words, *, in_full: bool) -> tuple[str, ...]:
    if in_full:
        return cited.sources(exercise.evidence, words)
    places = cited.places(exercise.evidence, words)
    return (places,) if places else ()
