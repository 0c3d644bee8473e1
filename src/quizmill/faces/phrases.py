"""The words both faces say: verdicts, marks and scores, the right answer, and where it stands."""

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
from quizmill.compose.exercise import Evidence, Exercise, key_of, letter, measured
from quizmill.grade import Mark, Misread, Verdict, feedback
from quizmill.study.results import Tally
from quizmill.words import words_in


def verdict_word(verdict: Verdict) -> str:
    """The verdict alone: `Partly right`."""
    return words_in()(f"verdict.{verdict}")


def verdict(mark: Mark) -> str:
    """The verdict in words, with what was earned: `Partly right: 0.5 of 1 mark.`"""
    word = verdict_word(mark.verdict)
    if mark.verdict is Verdict.UNMARKED:
        return sentence(word)
    return words_in()("face.earned", verdict=word, earned=mark.earned, n=mark.possible)


def comment(mark: Mark) -> str:
    """What the marker has to say, as a sentence; often nothing."""
    return sentence(feedback(mark.reasons, words_in()))


def remark(exercise: Exercise, mark: Mark) -> str:
    """What the marker has to say beyond the right answer, as a sentence; often nothing."""
    told = any(feedback(mark.reasons, words_in()) in line for line in answer_lines(exercise))
    return "" if told else comment(mark)


def misread(line: Misread) -> str:
    """Why a line cannot be an answer, and what one looks like, as a sentence."""
    english = words_in()
    return sentence(f"{english.say(line.reason)}: {english.say(line.help)}")


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


def source(evidence: Evidence) -> str:
    """Where a fact stands, what it says, and how far it is to be believed."""
    words = words_in()
    where = words("face.source", name=evidence.name, number=evidence.paragraph, says=plain(evidence.says))
    time = words("face.as_of", time=evidence.as_of) if evidence.as_of else ""
    doubt = words("face.in_doubt", doubt=plain(evidence.doubt)) if evidence.doubt else ""
    return " ".join(part for part in (where, time, doubt) if part)


def score(total: Tally) -> str:
    """`3 of 4 marks (75 %)`."""
    if total.percent is None:
        return words_in()("face.nothing_to_mark")
    return words_in()("face.score", earned=total.earned, n=total.possible, percent=total.percent)


def sentence(text: str) -> str:
    """A clause as a sentence: it begins with a capital and ends with a full stop."""
    return text[:1].upper() + text[1:] + ("" if text[-1:] in ".!?…" else ".") if text else ""


def count(number: int, noun: str) -> str:
    """`1 question`, `2 questions`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def marks(number: float) -> str:
    """`1 mark`, `2 marks`, `0.5 marks`: at most two decimals."""
    return words_in()("face.marks", n=number)
