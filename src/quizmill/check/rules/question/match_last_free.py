"""A matching has exactly one right for each left, so the last pair is free.

A right that serves two lefts, or a spare one, mends it.

Why: whoever knows all pairs but one gets the last without knowing it.

Source: our own.

Bad:
    pairs: [[France, Paris], [Spain, Madrid], [Peru, Lima]]

Good:
    pairs: [[France, Paris], [Spain, Madrid], [Peru, Lima]]
    extra: [Lisbon, Quito]
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.alike import identity
from quizmill.bank.model import Matching, Question
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.errors import Severity

ID = "match-last-free"
SEVERITY = Severity.ADVICE


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """One finding for such a matching."""
    if not isinstance(question, Matching) or question.extra:
        return
    lefts = len(question.pairs)
    if len({identity(right, question.compare) for _, right in question.pairs}) == lefts:
        message = f"{lefts} lefts and {lefts} rights: the last pair is free"
        yield Finding(path=("pairs",), message=message, help="add `extra: […]` with a right or two to spare")
