"""What a question says beyond what a learner is shown: in words, for its curator, where it is there."""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.markup import plain, shown
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
from quizmill.bank.pictures import pictures
from quizmill.compose.exercise import Exercise, letter, measured

Line = tuple[str, str]  # a label, and plain text


def of_the_answer(exercise: Exercise) -> Iterator[Line]:
    """The unit that is understood, what goes with nothing."""
    match exercise.question:
        case Numerical():
            yield from _unit(exercise.question)
        case Matching():
            spare = (i for i in range(len(exercise.options)) if i not in exercise.key)
            for i in spare:
                yield "Goes with none: ", f"{letter(i)}. {shown(exercise.options[i])}"
        case (
            MultipleChoice()
            | MultipleResponse()
            | TrueFalse()
            | ShortAnswer()
            | Cloze()
            | Ordering()
            | Essay()
        ):
            pass  # the key, and what is right beside it, say it all


def of_the_question(exercise: Exercise) -> Iterator[Line]:
    """Its facts by their names, how it is laid out, the files it shows and plays, findings accepted in it."""
    question = exercise.question
    if question.facts:
        yield "Facts: ", ", ".join(question.facts)
    yield from _layout(exercise)
    for image in dict.fromkeys(pictures(question)):
        yield "Picture: ", f"{image.file} ({image.alt})"
        if image.credit:
            yield "Credit: ", image.credit
    if question.audio:
        yield "Sound: ", question.audio.file
    for rule, reason in question.allow.items():
        yield "Finding accepted: ", f"{rule}: {reason}"


def _layout(exercise: Exercise) -> Iterator[Line]:
    match exercise.question:
        case Essay(points=points, lines=lines):
            for number, point in enumerate(points, 1):
                if point.facts:
                    yield f"Facts of point {number}: ", ", ".join(point.facts)
            if lines:
                yield "Lines on paper: ", str(lines)
        case MultipleChoice(shuffle=shuffle, pin_last=pin_last):
            if not shuffle:
                yield "Options: ", "they keep the order in which they are written"
            if pin_last:
                yield "Options: ", "the one written last stays last"
        case (
            MultipleResponse() | TrueFalse() | ShortAnswer() | Numerical() | Cloze() | Matching() | Ordering()
        ):
            pass  # laid out in one way alone


def _unit(question: Numerical) -> Iterator[Line]:
    if not plain(measured(question)).endswith(plain(question.unit)):
        yield "Unit: ", plain(question.unit)
