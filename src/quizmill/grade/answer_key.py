"""What a typed answer is held against: the forms that count as right, and the question they answer."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from quizmill.bank.fold import fold
from quizmill.bank.values import Tolerance, units
from quizmill.grade import prompt
from quizmill.grade.normalise import tokens

_AUXILIARIES = frozenset(("do", "does", "did"))
_SHORTEST_VERB = 4  # letters


class AnswerKey(msgspec.Struct, frozen=True, kw_only=True):
    """The forms that count as right (plain text, the key first), and what the question says beside them."""

    forms: tuple[str, ...]
    asked: str = ""  # the question, folded
    tokens: frozenset[str] = frozenset()  # of the question
    unit: str = ""  # shown beside the line for the answer
    tolerance: Tolerance = Tolerance()


def answer_key(
    forms: Iterable[str], question: str = "", *, unit: str = "", tolerance: Tolerance | None = None
) -> AnswerKey:
    """The key to a question in plain text."""
    asked = fold(f"{question} {unit}")
    return AnswerKey(
        forms=tuple(prompt.in_terms(form, asked) for form in forms),
        asked=asked,
        tokens=_with_forms(tokens(asked)) - prompt.years_aside(question),
        unit=unit,
        tolerance=tolerance or Tolerance(),
    )


def _with_forms(asked: tuple[str, ...]) -> frozenset[str]:
    """The tokens of a question; of one with "did discover" also "discovered", which the answer may repeat."""
    if _AUXILIARIES.isdisjoint(asked):
        return frozenset(asked)
    verbs = [word for word in asked if len(word) >= _SHORTEST_VERB and not units.is_measure(units.unit(word))]
    return frozenset((*asked, *(verb + ending for verb in verbs for ending in ("s", "d", "ed"))))
