"""The answers of an exercise in words: letters on the sheet, the texts behind them, how they are marked."""

from __future__ import annotations

from typing import assert_never

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
from quizmill.compose.exercise import Exercise, key_of, letter, measured, options_in
from quizmill.export.paper.composed import together
from quizmill.words import Words


def brief(exercise: Exercise, words: Words) -> str:
    """The answer as it stands on a well-filled sheet, on one line, as markup."""
    match exercise.question:
        case MultipleChoice() | MultipleResponse():
            return ", ".join(letter(index).upper() for index in exercise.key)
        case TrueFalse():
            return options_in(exercise, words)[exercise.key[0]]
        case ShortAnswer(answer=answer):
            return answer
        case Numerical():
            return measured(exercise.question)
        case Cloze():
            return words("list.between").join(blank.answer for blank in exercise.blanks)
        case Matching():
            return " ".join(f"{i}{letter(right).upper()}" for i, right in enumerate(exercise.key, 1))
        case Ordering():
            return " ".join(str(place) for place in places(exercise))
        case Essay():
            return words("sheet.see_guide")
        case _:
            assert_never(exercise.question)


def places(exercise: Exercise) -> tuple[int, ...]:
    """For each step of an ordering as shown, its place in the right order, from 1."""
    return tuple(exercise.key.index(step) + 1 for step in range(len(exercise.options)))


def answer_lines(exercise: Exercise, words: Words) -> tuple[str, ...]:
    """The answer in full, as markup lines: letters with their texts, blanks, pairs, steps, points."""
    match exercise.question:
        case MultipleChoice() | MultipleResponse():
            return tuple(
                together(f"{letter(index).upper()})", exercise.options[index]) for index in exercise.key
            )
        case Matching(pairs=pairs):
            rights = [
                together(f"{letter(right).upper()})", exercise.options[right]) for right in exercise.key
            ]
            return tuple(together(f"{i}.", left, "–", rights[i - 1]) for i, (left, _) in enumerate(pairs, 1))
        case TrueFalse() | ShortAnswer() | Numerical() | Cloze() | Ordering() | Essay():
            return unlettered(exercise, words)
        case _:
            assert_never(exercise.question)


def is_placed(exercise: Exercise) -> bool:
    """Whether its answer, in brief, tells places on the sheet, which are others in another form."""
    match exercise.question:
        case MultipleChoice() | MultipleResponse() | Matching() | Ordering():
            return True
        case TrueFalse() | ShortAnswer() | Numerical() | Cloze() | Essay():
            return False
        case _:
            assert_never(exercise.question)


def unlettered(exercise: Exercise, words: Words) -> tuple[str, ...]:
    """The answer in full for every form: without the letters, which differ between them."""
    match exercise.question:
        case MultipleChoice() | MultipleResponse():
            return tuple(exercise.options[index] for index in exercise.key)
        case TrueFalse(correction=correction):
            answer = options_in(exercise, words)[exercise.key[0]]
            return (
                words("list.clause_and_sentence", first=answer, second=correction) if correction else answer,
            )
        case ShortAnswer():
            return key_of(exercise.question)
        case Numerical():
            return (measured(exercise.question),)
        case Cloze():
            several = len(exercise.blanks) > 1
            texts = key_of(exercise.question)
            return tuple(f"({i}) {text}" if several else text for i, text in enumerate(texts, 1))
        case Matching(pairs=pairs):
            return tuple(together(left, "–", right) for left, right in pairs)
        case Ordering():
            return tuple(together(f"{i}.", exercise.options[step]) for i, step in enumerate(exercise.key, 1))
        case Essay():
            return tuple(f"• {point}" for point in key_of(exercise.question))
        case _:
            assert_never(exercise.question)


def said(exercise: Exercise, words: Words) -> tuple[str, str]:
    """A label that names the sound, and what is heard in it as markup; both empty where there is none."""
    audio = exercise.question.audio
    return (words("sheet.transcript", file=audio.file), audio.transcript) if audio else ("", "")


def partial_credit(exercise: Exercise, words: Words) -> str:
    """How an answer that is partly right is marked; empty when it earns all or nothing."""
    marks = exercise.question.marks

    def each(told: str, *, count: int) -> str:
        """In marks where they come out even, else as a share of them."""
        if marks % count == 0:
            return words("sheet.each_earns", n=marks // count)
        return words(told, count=count)

    match exercise.question:
        case MultipleResponse(answers=answers):
            return words("sheet.each_choice", n=len(answers))
        case Matching(pairs=pairs):
            return each("sheet.each_pair", count=len(pairs))
        case Cloze():
            return each("sheet.each_blank", count=len(exercise.blanks)) if len(exercise.blanks) > 1 else ""
        case Ordering(sequence=sequence):
            return words("sheet.longest_run", count=len(sequence) - 1) if len(sequence) > 2 else ""
        case Essay(points=points):
            return each("sheet.each_point", count=len(points)) if len(points) > 1 else ""
        case MultipleChoice() | TrueFalse() | ShortAnswer() | Numerical():
            return ""
        case _:
            assert_never(exercise.question)
