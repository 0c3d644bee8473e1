"""Cells that only guess what was answered: a question mark before what it probably is."""

from __future__ import annotations

from quizmill.bank.model import Cloze, Essay, ShortAnswer
from quizmill.compose.exercise import Exercise
from quizmill.grade.hurried import says_nothing

_SIGN, _NO_ANSWER = "?", "none"


def doubtful(guess: str) -> str:
    """The cell for that guess; without the sign it says what was guessed."""
    return f"{_SIGN}{_NO_ANSWER if not guess or says_nothing(guess) else guess}"


def guess_in(exercise: Exercise, text: str) -> str:
    """What the cell guesses; "" where it does not. Of an answer in words nothing is ever guessed."""
    text = text.strip()
    in_words = isinstance(exercise.question, ShortAnswer | Cloze | Essay)
    return "" if in_words or not text.startswith(_SIGN) or says_nothing(text) else text.removeprefix(_SIGN)
