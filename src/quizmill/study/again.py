"""A second try at what was missed."""

from __future__ import annotations

import msgspec

from quizmill.compose.paper import Paper
from quizmill.grade import Verdict
from quizmill.study.results import outcomes
from quizmill.study.sitting import Sitting

_FINE = (Verdict.RIGHT, Verdict.UNMARKED)


def missed(sitting: Sitting) -> Paper | None:
    """The exercises that were reached and not fully right, in the same order; None when there are none."""
    found = tuple(
        outcome.exercise
        for outcome in outcomes(sitting)
        if outcome.reached and outcome.mark.verdict not in _FINE
    )
    return msgspec.structs.replace(sitting.paper, exercises=found) if found else None
