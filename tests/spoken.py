"""What marks and misread lines say in English."""

from __future__ import annotations

from quizmill.grade import Mark, Misread, feedback
from quizmill.words import words_in


def told(mark: Mark) -> str:
    """What the marker has to say; empty when nothing."""
    return feedback(mark.reasons, words_in("en"))


def refused(misread: Misread) -> tuple[str, str]:
    """Why a line can be no answer, and what one looks like."""
    english = words_in("en")
    return english.say(misread.reason), english.say(misread.help)
