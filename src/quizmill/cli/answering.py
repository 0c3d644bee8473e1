"""What is said about an answer: how it did, what is right and why, and where that stands."""

from __future__ import annotations

from typing import assert_never

from quizmill.bank import cloze
from quizmill.bank.markup import plain
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
from quizmill.cli.posing import marks, sentence
from quizmill.cli.terminal import Screen, Tone
from quizmill.compose.exercise import Evidence, Exercise, key_of, letter, measured
from quizmill.grade import Mark, Verdict

VERDICTS = {
    Verdict.RIGHT: ("Right", Tone.GOOD),
    Verdict.PARTIAL: ("Partly right", Tone.PARTLY),
    Verdict.WRONG: ("Wrong", Tone.BAD),
    Verdict.SKIPPED: ("No answer", Tone.QUIET),
    Verdict.UNMARKED: ("Not marked", Tone.QUIET),
}


def verdict(screen: Screen, exercise: Exercise, mark: Mark) -> None:
    """The verdict in words, what it earned, and what the marker has to say beyond the right answer."""
    word, tone = VERDICTS[mark.verdict]
    earned = (
        "" if mark.verdict is Verdict.UNMARKED else f": {round(mark.earned, 2):g} of {marks(mark.possible)}"
    )
    screen.say(f"{word}{earned}.", tone=tone)
    if mark.feedback and not any(mark.feedback in line for line in answer_lines(exercise)):
        screen.say(sentence(mark.feedback))


def reasons(screen: Screen, exercise: Exercise) -> None:
    """The right answer, the explanation, and the sources."""
    right_answer(screen, exercise)
    if exercise.question.explanation:
        screen.say(plain(exercise.question.explanation), label="Why: ")
    sources(screen, exercise)


def right_answer(screen: Screen, exercise: Exercise) -> None:
    """The right answer, with the letters and numbers under which it was shown."""
    first, *rest = answer_lines(exercise)
    screen.say(first, label="Answer: ")
    for line in rest:
        screen.say(line, indent=len("Answer: "))


def answer_lines(exercise: Exercise) -> list[str]:
    """The right answer as plain text, one part a line."""
    question = exercise.question
    match question:
        case MultipleChoice() | MultipleResponse():
            return [f"{letter(i)}. {plain(exercise.options[i])}" for i in exercise.key]
        case TrueFalse():
            return [f"{key_of(question)[0]}. {plain(question.correction)}".removesuffix(" ")]
        case ShortAnswer():
            return [plain(question.answer)]
        case Numerical():
            return [plain(measured(question))]
        case Cloze():
            parts = cloze.segments(question.text)
            return [plain("".join(p.answer if isinstance(p, cloze.Blank) else p for p in parts))]
        case Matching():
            lefts = [plain(left) for left, _ in question.pairs]
            shown = [f"{letter(i)}. {plain(exercise.options[i])}" for i in exercise.key]
            return [
                f"{n}. {left} = {right}" for n, (left, right) in enumerate(zip(lefts, shown, strict=True), 1)
            ]
        case Ordering():
            return [f"{i + 1}. {plain(exercise.options[i])}" for i in exercise.key]
        case Essay():
            return [f"- {plain(point.point)}" for point in question.points]
        case _:
            assert_never(question)


def sources(screen: Screen, exercise: Exercise) -> None:
    """Where each fact stands, what it says, and how far it is to be believed."""
    for evidence in exercise.evidence:
        screen.say(_source(evidence), label="Source: ")


def _source(evidence: Evidence) -> str:
    said = f"{evidence.name}, paragraph {evidence.paragraph}: {plain(evidence.says)}"
    if evidence.as_of:
        said += f" (As of {evidence.as_of}.)"
    if evidence.doubt:
        said += f" (In doubt: {plain(evidence.doubt)})"
    return said
