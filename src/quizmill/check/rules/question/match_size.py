"""A matching or an ordering has more parts than are kept in mind, or too few to be one.

Three to seven.

Why: with eight and more the reader searches instead of remembering; with two there is one thing to know.

Source: Miller 1956 on the span of memory; Wozniak, Twenty rules of formulating knowledge, rule 9: avoid sets.

Bad:
    sequence: [Mercury, Venus, Earth, Mars, Jupiter, Saturn, Uranus, Neptune]

Good:
    sequence: [Mercury, Venus, Earth, Mars]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from quizmill.bank.model import (
    Cloze,
    Essay,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numerical,
    Ordering,
    Question,
    ShortAnswer,
    TrueFalse,
)
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.errors import Severity

ID = "match-size"
SEVERITY = Severity.WARNING

_LEAST, _MOST = 3, 7


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """One finding where there are too few or too many."""
    match question:
        case Matching():
            field, noun, count = "pairs", "pairs", len(question.pairs)
        case Ordering():
            field, noun, count = "sequence", "steps", len(question.sequence)
        case (
            MultipleChoice()
            | MultipleResponse()
            | TrueFalse()
            | ShortAnswer()
            | Numerical()
            | Cloze()
            | Essay()
        ):
            return
        case _:
            assert_never(question)
    if count > _MOST:
        message = f"{count} {noun}, more than {_MOST}"
        yield Finding(path=(field,), message=message, help="make two questions of it")
    elif count < _LEAST:
        message = f"{count} {noun}, fewer than {_LEAST}"
        yield Finding(path=(field,), message=message, help=f"add {noun}, or ask it as a choice")
