"""What a learner would type who knows the answer, and who does not."""

from __future__ import annotations

from typing import assert_never

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
from quizmill.compose.exercise import Exercise, letter

_WORDS, _NONSENSE = "In my own words.", "zzz"


def as_typed(exercise: Exercise) -> str:
    """The right answer as a learner would type it."""
    match exercise.question:
        case MultipleChoice() | MultipleResponse():
            return ",".join(map(letter, exercise.key))
        case TrueFalse():
            return "tf"[exercise.key[0]]
        case Matching():
            return _paired(exercise.key)
        case Ordering():
            return _stepped(exercise.key)
        case Cloze():
            return " | ".join(plain(blank.answer) for blank in exercise.blanks)
        case ShortAnswer(answer=answer) | Numerical(answer=answer):
            return plain(answer)
        case Essay():
            return _WORDS
        case _:
            assert_never(exercise.question)


def missed(exercise: Exercise) -> str:
    """An answer that is wrong, or right in so small a part as chance would have it."""
    match exercise.question:
        case MultipleChoice() | MultipleResponse():
            return next((letter(i) for i in range(len(exercise.options)) if i not in exercise.key), "a")
        case TrueFalse():
            return "ft"[exercise.key[0]]
        case Matching():  # one pair is right
            first, *others = exercise.key
            return _paired((first, *others[1:], *others[:1]))
        case Ordering():
            return _stepped(exercise.key[::-1])
        case Cloze():
            return " | ".join(_NONSENSE for _ in exercise.blanks)
        case Numerical():
            return "8"
        case ShortAnswer() | Essay():
            return _NONSENSE
        case _:
            assert_never(exercise.question)


def _paired(rights: tuple[int, ...]) -> str:
    return " ".join(f"{number}{letter(i)}" for number, i in enumerate(rights, 1))


def _stepped(steps: tuple[int, ...]) -> str:
    return " ".join(str(i + 1) for i in steps)
