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
from quizmill.compose.exercise import Exercise, also_right, letter, measured

Line = tuple[str, str]  # a label, and plain text


def of_the_answer(exercise: Exercise) -> Iterator[Line]:
    """What else is right, the blanks one by one, the unit that is understood, what goes with nothing."""
    match exercise.question:
        case ShortAnswer():
            yield from _also(exercise)
        case Numerical():
            yield from _also(exercise)
            yield from _unit(exercise.question)
        case Cloze():
            yield from _blanks(exercise)
        case Matching():
            spare = (i for i in range(len(exercise.options)) if i not in exercise.key)
            for i in spare:
                yield "Goes with none: ", f"{letter(i)}. {shown(exercise.options[i])}"
        case MultipleChoice() | MultipleResponse() | TrueFalse() | Ordering() | Essay():
            pass  # the key says it all


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


def _also(exercise: Exercise) -> Iterator[Line]:
    for also in filter(None, also_right(exercise.question)):
        forms = "; ".join(map(plain, also.forms))
        yield "Also right: ", f"anything within {also.within} of it" if also.within else forms


def _unit(question: Numerical) -> Iterator[Line]:
    if not plain(measured(question)).endswith(plain(question.unit)):
        yield "Unit: ", plain(question.unit)


def _blanks(exercise: Exercise) -> Iterator[Line]:
    several = len(exercise.blanks) > 1
    for number, blank in enumerate(exercise.blanks, 1):
        also = f"; also right: {'; '.join(map(plain, blank.accept))}" if blank.accept else ""
        yield f"Blank {number}: " if several else "Blank: ", plain(blank.answer) + also
