"""An essay names fewer than two points to look for.

Why: without points two markers give two marks, and learners cannot mark themselves.

Source: our own.

Bad:
    points: [{point: A good answer}]

Good:
    points:
      - {point: The tax fell on the poor, facts: [salt/tax]}
      - {point: The law forbade making salt, facts: [salt/law]}
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.model import Essay, Question
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.errors import Severity

ID = "discuss-no-rubric"
SEVERITY = Severity.WARNING

_LEAST = 2


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """One finding for too few points."""
    if isinstance(question, Essay) and len(question.points) < _LEAST:
        message = f"{len(question.points)} point to look for, fewer than {_LEAST}"
        yield Finding(path=("points",), message=message, help="add the points that a full answer names")
