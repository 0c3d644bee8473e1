"""A second try at what was missed."""

from __future__ import annotations

import msgspec

from quizmill.compose.paper import Paper
from quizmill.study.results import outcomes
from quizmill.study.sitting import Sitting


def missed(sitting: Sitting) -> Paper | None:
    """The exercises that were reached and not fully right, in the same order; None when there are none."""
    found = tuple(outcome.exercise for outcome in outcomes(sitting) if outcome.missed)
    return msgspec.structs.replace(sitting.paper, exercises=found) if found else None
