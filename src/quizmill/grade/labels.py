"""The labels of options: their letters, and what is typed for one."""

from __future__ import annotations

from quizmill.bank.fold import fold
from quizmill.compose.exercise import Exercise, letter

_LONGEST = 40  # characters of a typed text that are said again


def letters_of(exercise: Exercise) -> dict[str, int]:
    """Where the option of each letter stands."""
    return {letter(i): i for i in range(len(exercise.options))}


def last_letter(exercise: Exercise) -> str:
    """The letter of the last option."""
    return letter(len(exercise.options) - 1)


def bare(text: str) -> str:
    """A label without the marks around it: `(B).` is b."""
    return fold(text).strip("().:[] ")


def clipped(text: str) -> str:
    """A typed text as far as a message has room for it."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
