"""What there is to choose from, put in order or matched, and whom to thank for its pictures."""

from __future__ import annotations

from collections.abc import Container

import msgspec

from quizmill.bank.markup import thanked_once
from quizmill.bank.model import Matching
from quizmill.compose.exercise import Exercise


class OptionTexts(msgspec.Struct, frozen=True):
    """The markup of what is offered, in shown order."""

    lefts: tuple[str, ...]  # of a matching
    options: tuple[str, ...]
    credit: str  # of all of the pictures in them, which then stands in none of these texts


def option_texts(exercise: Exercise, drawn: Container[str]) -> OptionTexts:
    """What *exercise* offers, where the pictures that are *drawn*, by file, are shown."""
    question = exercise.question
    lefts = tuple(left for left, _ in question.pairs) if isinstance(question, Matching) else ()
    texts, credit = thanked_once((*lefts, *exercise.options), drawn)
    return OptionTexts(texts[: len(lefts)], texts[len(lefts) :], credit)
