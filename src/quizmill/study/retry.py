"""A second try at what was missed."""

from __future__ import annotations

import msgspec

from quizmill.compose.paper import Paper
from quizmill.grade import Verdict
from quizmill.study.results import Outcome, outcomes
from quizmill.study.sitting import Sitting


def missed(sitting: Sitting) -> Paper | None:
    """The exercises that were reached and not fully right, in the same order; None when there are none.

    What was missed and was right when it came back needs no other try.
    """
    found = tuple(
        outcome.exercise for outcome in outcomes(sitting) if outcome.missed and not _mended(sitting, outcome)
    )
    return msgspec.structs.replace(sitting.paper, exercises=found) if found else None


def _mended(sitting: Sitting, outcome: Outcome) -> bool:
    latest = sitting.answers.get(outcome.exercise.id)
    return latest is not None and latest.mark.verdict is Verdict.RIGHT
