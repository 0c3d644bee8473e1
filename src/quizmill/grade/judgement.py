"""What is wanted of a written answer, and what was found."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from quizmill.bank.fold import fold
from quizmill.bank.values import Tolerance
from quizmill.grade.normalise import words

__all__ = ["RIGHT", "WRONG", "Judgement", "Wanted", "best", "wanted"]


class Judgement(msgspec.Struct, frozen=True):
    """Right or not, and why; *near* is a miss for which a face may offer "I was right"."""

    right: bool
    feedback: str = ""
    near: bool = False


RIGHT = Judgement(True)
WRONG = Judgement(False)


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """The forms that count as right (plain text, the key first), and what the question says beside them."""

    forms: tuple[str, ...]
    asked: str = ""  # the question, folded
    words: frozenset[str] = frozenset()  # of the question
    unit: str = ""  # shown beside the line for the answer
    tolerance: Tolerance = Tolerance()


def wanted(
    forms: Iterable[str], question: str = "", *, unit: str = "", tolerance: Tolerance | None = None
) -> Wanted:
    """What a question (plain text) wants."""
    asked = f"{question} {unit}"
    return Wanted(
        forms=tuple(forms),
        asked=fold(asked),
        words=frozenset(words(asked)),
        unit=unit,
        tolerance=tolerance or Tolerance(),
    )


def best(judgements: Iterable[Judgement]) -> Judgement:
    """The most favourable: right, then near, then one that says why; the first of equals."""
    return max(judgements, key=lambda each: (each.right, each.near, bool(each.feedback)), default=WRONG)
