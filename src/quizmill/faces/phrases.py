"""The words both faces say: verdicts, marks and scores, the right answer, and where it stands."""

from __future__ import annotations

from collections.abc import Sized
from typing import NamedTuple, assert_never

from quizmill.bank import cloze
from quizmill.bank.markup import escape, pictured, plain, shown, whole
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
from quizmill.compose.exercise import Evidence, Exercise, letter, measured, options_in
from quizmill.grade import BY_AUTHOR, ENDS, Mark, Misread, Verdict, feedback
from quizmill.study.results import Tally
from quizmill.study.sitting import Sitting
from quizmill.words import Words


def also_right(exercise: Exercise, sitting: Sitting, words: Words) -> str:
    """What is right beside the answer, as one line of markup; empty when nothing else is."""
    from quizmill.grade import also_right  # after an answer; the first question does not wait for it

    return also_right.told(
        also_right.also_right(exercise.question, sitting.names, sitting.paper.language), words
    )


def verdict_word(verdict: Verdict, words: Words) -> str:
    """The verdict alone: `Partly right`."""
    return words(f"verdict.{verdict}")


def verdict(mark: Mark, words: Words) -> str:
    """The verdict in words, with what was earned: `Partly right: 0.5 of 1 mark.`"""
    word = verdict_word(mark.verdict, words)
    if mark.verdict is Verdict.UNMARKED:
        return sentence(word, words)
    return words("face.earned", verdict=word, earned=mark.earned, n=mark.possible)


def comment(mark: Mark, words: Words) -> str:
    """What the marker has to say, as a sentence; often nothing."""
    said = feedback(mark.reasons, words)
    if mark.reasons and mark.reasons[0].key in BY_AUTHOR:
        return ended(said, words)  # it may begin with a name in a program, which is another with a capital
    return sentence(said, words)


def remark(exercise: Exercise, mark: Mark, words: Words) -> str:
    """What the marker has to say beyond the right answer, as a sentence; often nothing."""
    told = any(feedback(mark.reasons, words) in line for line in answer_lines(exercise, words))
    return "" if told else comment(mark, words)


def spelling(mark: Mark, words: Words) -> str:
    """How it is spelt, where a slip was forgiven, as a sentence."""
    return sentence(feedback(mark.slips, words), words)


def misread(line: Misread, words: Words) -> str:
    """Why a line cannot be an answer, and what one looks like, as a sentence."""
    return sentence(words("list.explained", first=line.reason, second=line.help), words)


class AnswerPart(NamedTuple):
    """A part of the right answer: the letter or number it was shown under, and its text as markup."""

    label: str
    text: str
    has_blocks: bool = False  # else the text is inline, or a block as a whole


def answer_lines(exercise: Exercise, words: Words) -> list[str]:
    """The right answer as plain text, one part a line."""
    return [(part.label + shown(part.text)).removesuffix(" ") for part in answer_parts(exercise, words)]


def answer_parts(exercise: Exercise, words: Words) -> list[AnswerPart]:
    """The right answer, part by part."""
    question = exercise.question
    match question:
        case MultipleChoice() | MultipleResponse():
            return [AnswerPart(f"{letter(i)}. ", exercise.options[i]) for i in exercise.key]
        case TrueFalse():
            truth = options_in(exercise, words)[exercise.key[0]]
            return [
                AnswerPart(words("list.clause_and_sentence", first=truth, second=""), question.correction)
            ]
        case ShortAnswer():
            return [AnswerPart("", question.answer)]
        case Numerical():
            return [AnswerPart("", measured(question))]
        case Cloze():
            return [AnswerPart("", cloze.filled(question.text), has_blocks=True)]
        case Matching():
            return [
                part for number in range(len(question.pairs)) for part in _pair(exercise, question, number)
            ]
        case Ordering():
            return [AnswerPart(f"{i + 1}. ", exercise.options[i]) for i in exercise.key]
        case Essay():
            return [AnswerPart("- ", point.point) for point in question.points]
        case _:
            assert_never(question)


def _pair(exercise: Exercise, question: Matching, number: int) -> list[AnswerPart]:
    """A left and its right, on one line where neither is a block."""
    key = exercise.key[number]
    left, right = question.pairs[number][0], exercise.options[key]
    if whole(left) or whole(right) or pictured(left) or pictured(right):
        return [AnswerPart(f"{number + 1}. ", left), AnswerPart(f"= {letter(key)}. ", right)]
    return [AnswerPart(f"{number + 1}. ", escape(f"{shown(left)} = {letter(key)}. {shown(right)}"))]


def source(evidence: Evidence, words: Words) -> str:
    """Where a fact stands, what it says, and how far it is to be believed."""
    where = words("face.source", name=evidence.name, number=evidence.paragraph, says=plain(evidence.says))
    time = words("face.as_of", time=evidence.as_of) if evidence.as_of else ""
    doubt = words("face.in_doubt", doubt=plain(evidence.doubt)) if evidence.doubt else ""
    return words("sheet.between").join(part for part in (where, time, doubt) if part)


def score(total: Tally, words: Words) -> str:
    """`3 of 4 marks (75 %)`."""
    if total.percent is None:
        return words("face.nothing_to_mark")
    return words("face.score", earned=total.earned, n=total.possible, percent=total.percent)


def sentence(text: str, words: Words) -> str:
    """A clause as a sentence: it begins with a capital and ends with a full stop."""
    return ended(text[:1].upper() + text[1:], words)


def ended(text: str, words: Words) -> str:
    """The text with a full stop where nothing ends it; of nothing, nothing."""
    return text if not text or text.endswith(ENDS) else words("list.sentence", clause=text)


def marks(number: float, words: Words) -> str:
    """`1 mark`, `2 marks`, `0.5 marks`: at most two decimals."""
    return words("face.marks", n=number)


def letters_of(number: int, answers: Sized, words: Words) -> str:
    """The label of where the letters of one of the *answers* differ from the right ones."""
    if len(answers) == 1:
        return words("face.letter_by_letter")
    return words("face.letter_by_letter_in", number=number)
