"""What a sitting came to, question by question, and the JSON that says so."""

from __future__ import annotations

import msgspec

from quizmill.compose.exercise import Exercise
from quizmill.grade import Mark, Reason, Skipped, Verdict, because, feedback, mark
from quizmill.grade.score import percent, tidy
from quizmill.study.sitting import Answer, Sitting
from quizmill.words import Words, words_in


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """How one question of the paper went."""

    number: int  # on the paper, from 1
    exercise: Exercise
    answer: Answer | None  # what the learner gave, at first where it came back; None when nothing
    mark: Mark
    reached: bool  # answered or left behind; not the question on which the quiz was stopped
    flagged: bool

    @property
    def missed(self) -> bool:
        """Whether it was reached and, as far as it was marked, not fully right."""
        return self.reached and self.mark.verdict not in (Verdict.RIGHT, Verdict.UNMARKED)


class Tally(msgspec.Struct, frozen=True):
    """Marks earned, of those there were to earn."""

    earned: float
    possible: float

    @property
    def percent(self) -> float | None:
        """To one decimal; None when there was nothing to earn."""
        return percent(self.earned, self.possible)


def outcomes(sitting: Sitting) -> tuple[Outcome, ...]:
    """Every question of the paper, in its order; one without an answer counts as skipped."""
    return tuple(_outcome(sitting, i, exercise) for i, exercise in enumerate(sitting.paper.exercises, 1))


def tally(found: tuple[Outcome, ...]) -> Tally:
    """The marks of these questions together."""
    earned = sum(outcome.mark.earned for outcome in found)
    return Tally(tidy(earned), tidy(sum(outcome.mark.possible for outcome in found)))


def as_json(sitting: Sitting) -> bytes:
    """The results file: every question of the paper, so that the percentage is of all that was asked for.

    A question never reached, or left open when the quiz stopped, is `skipped` with the feedback "not
    reached": it earns nothing, and its marks count among the possible ones.
    """
    found = outcomes(sitting)
    total = tally(found)
    words = words_in(sitting.paper.language)
    record = {
        "seed": sitting.paper.seed,
        "questions": [_entry(outcome, words) for outcome in found],
        "earned": total.earned,
        "possible": total.possible,
        "percent": total.percent,
    }
    return msgspec.json.format(msgspec.json.encode(record), indent=2) + b"\n"


def _outcome(sitting: Sitting, number: int, exercise: Exercise) -> Outcome:
    answer = sitting.first.get(exercise.id) or sitting.answers.get(exercise.id)
    reached = exercise.id in sitting.passed
    missing = mark(exercise, Skipped(), sitting.names)
    if not reached:
        missing = msgspec.structs.replace(missing, reasons=(because(Reason.NOT_REACHED),))
    return Outcome(
        number=number,
        exercise=exercise,
        answer=answer,
        mark=answer.mark if answer else missing,
        reached=reached,
        flagged=exercise.id in sitting.flagged,
    )


def _entry(outcome: Outcome, words: Words) -> dict[str, object]:
    return {
        "id": outcome.exercise.id,
        "type": outcome.exercise.kind,
        "response": outcome.answer.text if outcome.answer else None,
        "verdict": outcome.mark.verdict,
        "earned": tidy(outcome.mark.earned),
        "possible": tidy(outcome.mark.possible),
        "feedback": feedback(outcome.mark.reasons, words),
    }
