"""A question has no explanation.

Why: feedback that says why the key is right teaches more than the key alone, and shows the
curator's reasoning to whoever doubts it.

Source: our own.

Bad:
    answer: Amazon

Good:
    answer: Amazon
    explanation: Alibaba was only starting out as a shop then; Amazon wanted a way into China.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.model import Question
from quizmill.bank.reader.lacking import EXPLAIN, NO_EXPLANATION
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.errors import Severity

ID = "explanation-missing"
SEVERITY = Severity.WARNING


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """One finding where there is none."""
    if not question.explanation.strip():
        yield Finding(message=NO_EXPLANATION, help=EXPLAIN)
