"""The words both faces say: verdicts, marks and scores, the right answer, and where it stands."""

from __future__ import annotations

from collections.abc import Sized
from typing import NamedTuple, assert_never

from quizmill.bank.markup import escape, pictured, whole
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
from quizmill.compose.exercise import Exercise, letter, measured, options_in
from quizmill.faces.span_marks import spoken
from quizmill.grade import BY_AUTHOR, ENDS, Choice, Mark, Misread, Verdict, feedback
from quizmill.study.results import Tally
from quizmill.study.sitting import Answer, Sitting
from quizmill.words import Words

_FEW = 3  # forms beside the answer that are worth reading after a miss


def also_right(exercise: Exercise, sitting: Sitting, words: Words, *, in_full: bool) -> str:
    """What is right beside the answer, as one line of markup; empty when nothing else is."""
    from quizmill.grade import also_right  # after an answer; the first question does not wait for it

    found = also_right.also_right(exercise.question, sitting.names, sitting.paper.language)
    return also_right.told(found, words) if in_full else also_right.told(found, words, _FEW)


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
    """What the marker has to say, as a sentence; often nothing. A count that the marks repeat is left out."""
    counted = {"right": mark.earned, "n": mark.possible}
    reasons = tuple(reason for reason in mark.reasons if reason.values != counted)
    said = feedback(reasons, words)
    if reasons and reasons[0].key in BY_AUTHOR:
        return ended(said, words)  # it may begin with a name in a program, which is another with a capital
    return sentence(said, words)


def spelling(mark: Mark, words: Words) -> str:
    """How it is spelt, where a slip was forgiven, as a sentence."""
    return sentence(feedback(mark.slips, words), words)


def misread(line: Misread, words: Words) -> str:
    """Why a line cannot be an answer, and what one looks like, as a sentence."""
    return sentence(words("list.explained", first=line.reason, second=line.help), words)


def given(exercise: Exercise, answer: Answer, words: Words) -> str:
    """What was answered, for who does not see the question: what was chosen in words, the rest as typed."""
    options = options_in(exercise, words)
    if not isinstance(answer.response, Choice) or any(whole(each) or pictured(each) for each in options):
        return answer.text
    is_lettered = not isinstance(exercise.question, TrueFalse)
    labels = [f"{letter(i)}. " if is_lettered else "" for i in range(len(options))]
    chosen = (labels[pick] + spoken(options[pick], words) for pick in answer.response.picks)
    return words("list.between").join(chosen)


class AnswerPart(NamedTuple):
    """A part of the right answer: the letter or number it was shown under, and its text as markup."""

    label: str
    text: str  # inline, or a block as a whole


def answer_parts(exercise: Exercise, words: Words) -> list[AnswerPart]:
    """The right answer, part by part."""
    question = exercise.question
    match question:
        case MultipleChoice() | MultipleResponse():
            return [AnswerPart(f"{letter(i)}. ", exercise.options[i]) for i in exercise.key]
        case TrueFalse():
            truth = options_in(exercise, words)[exercise.key[0]]
            said = words("list.clause_and_sentence", first=truth, second=question.correction)
            return [AnswerPart("", said.strip())]
        case ShortAnswer():
            return [AnswerPart("", question.answer)]
        case Numerical():
            return [AnswerPart("", measured(question))]
        case Cloze():
            return _numbered([blank.answer for blank in exercise.blanks])
        case Matching():
            numbers = range(len(question.pairs))
            return [part for number in numbers for part in _pair(exercise, question, number, words)]
        case Ordering():
            return [AnswerPart(f"{i + 1}. ", exercise.options[i]) for i in exercise.key]
        case Essay():
            return [AnswerPart("- ", point.point) for point in question.points]
        case _:
            assert_never(question)


def _numbered(texts: list[str]) -> list[AnswerPart]:
    """One text a blank, with its number where there are several."""
    return [AnswerPart(f"{number}. " if len(texts) > 1 else "", text) for number, text in enumerate(texts, 1)]


def _pair(exercise: Exercise, question: Matching, number: int, words: Words) -> list[AnswerPart]:
    """A left and its right, on one line where neither is a block."""
    key = exercise.key[number]
    left, right = question.pairs[number][0], exercise.options[key]
    if whole(left) or whole(right) or pictured(left) or pictured(right):
        goes_with = words("face.goes_with")
        return [AnswerPart(f"{number + 1}. ", left), AnswerPart(f"{goes_with} {letter(key)}. ", right)]
    said = words("face.pair", left=spoken(left, words), letter=letter(key), right=spoken(right, words))
    return [AnswerPart(f"{number + 1}. ", escape(said))]


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
