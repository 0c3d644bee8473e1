"""Cells that only guess what was answered: a question mark before what it probably is."""

from __future__ import annotations

from quizmill.bank.model import Cloze, Essay, ShortAnswer
from quizmill.compose.exercise import Exercise
from quizmill.grade.hurried import says_nothing

NO_ANSWER = "none"
_SIGN = "?"


def doubtful(guess: str) -> str:
    """The cell for that guess; without the sign it says what was guessed, which may be the number 0."""
    return f"{_SIGN}{NO_ANSWER if not guess or (says_nothing(guess) and guess != '0') else guess}"


def is_guess(text: str) -> bool:
    """Whether a cell still has the sign before it; one that is nothing else says that there is no answer."""
    return text.strip().startswith(_SIGN) and not says_nothing(text)


def guess_in(exercise: Exercise, text: str) -> str:
    """What the cell guesses; "" where it does not. Of an answer in words nothing is ever guessed."""
    text = text.strip()
    in_words = isinstance(exercise.question, ShortAnswer | Cloze | Essay)
    return text.removeprefix(_SIGN) if is_guess(text) and not in_words else ""
