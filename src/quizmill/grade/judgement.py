"""What is wanted of a written answer, and what was found."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from quizmill.bank.fold import fold
from quizmill.bank.values import Tolerance, units
from quizmill.grade import expected
from quizmill.grade.normalise import words
from quizmill.grade.reasons import Reason, because
from quizmill.words import Message, Value

__all__ = ["RIGHT", "WRONG", "Judgement", "Wanted", "best", "miss", "near_miss", "wanted"]

_AUXILIARIES = frozenset(("do", "does", "did"))
_SHORTEST_VERB = 4  # letters


class Judgement(msgspec.Struct, frozen=True):
    """Right or not, and why; *near* is a miss for which a face may offer "I was right"."""

    right: bool
    reason: Message | None = None
    near: bool = False


RIGHT = Judgement(True)
WRONG = Judgement(False)


def miss(reason: Reason, **values: Value) -> Judgement:
    """A wrong answer, and why; the values are those of the reason's text."""
    return Judgement(False, because(reason, **values))


def near_miss(reason: Reason, **values: Value) -> Judgement:
    """A wrong answer that may mean the right thing, and why."""
    return Judgement(False, because(reason, **values), near=True)


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
    asked = fold(f"{question} {unit}")
    return Wanted(
        forms=tuple(expected.in_terms(form, asked) for form in forms),
        asked=asked,
        words=_with_forms(words(asked)) - expected.years_aside(question),
        unit=unit,
        tolerance=tolerance or Tolerance(),
    )


def _with_forms(asked: tuple[str, ...]) -> frozenset[str]:
    """The words of a question; of one with "did discover" also "discovered", which the answer may repeat."""
    if _AUXILIARIES.isdisjoint(asked):
        return frozenset(asked)
    verbs = [word for word in asked if len(word) >= _SHORTEST_VERB and not units.is_measure(units.unit(word))]
    return frozenset((*asked, *(verb + ending for verb in verbs for ending in ("s", "d", "ed"))))


def best(judgements: Iterable[Judgement]) -> Judgement:
    """The most favourable: right, then near, then one that says why; the first of equals."""
    return max(judgements, key=lambda each: (each.right, each.near, each.reason is not None), default=WRONG)
