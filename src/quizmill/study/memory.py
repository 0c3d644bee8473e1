"""The one door to FSRS: what an answer does to a schedule, and how likely a question is still known.

FSRS counts whole days here. There are no learning steps within a day and no fuzz: the same answers on the
same days always give the same schedule. The parameters are py-fsrs's own defaults.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import cast

from fsrs import Card, Scheduler, State
from fsrs import Rating as FsrsRating

from quizmill.study.schedule import RETENTION, Rating, Schedule


def after(before: Schedule | None, rating: Rating, day: int, retention: float = RETENTION) -> Schedule:
    """The schedule once a question was answered on *day*; *before* is None for the first time ever.

    *retention*, between 0.7 and 0.99, decides how soon it is due. Raises ValueError for a day that is
    not behind the last one: only the first answer of a day counts.
    """
    if before is not None and day <= before.last:
        raise ValueError("only the first answer of a day schedules")
    card, _ = _scheduler(retention).review_card(_card(before), FsrsRating(rating), _midnight(day))
    return Schedule(cast(float, card.stability), cast(float, card.difficulty), _day(card.due), day)


def recall(schedule: Schedule, day: int) -> float:
    """The chance, from 0 to 1, that the question is still known on *day*."""
    return float(_scheduler(RETENTION).get_card_retrievability(_card(schedule), _midnight(day)))


@lru_cache(maxsize=4)
def _scheduler(retention: float) -> Scheduler:
    return Scheduler(
        desired_retention=retention, learning_steps=(), relearning_steps=(), enable_fuzzing=False
    )


def _card(schedule: Schedule | None) -> Card:
    """A card with an id of its own choosing would wait a millisecond for it."""
    if schedule is None:
        return Card(card_id=0)
    return Card(
        card_id=0,
        state=State.Review,
        stability=schedule.stability,
        difficulty=schedule.difficulty,
        due=_midnight(schedule.due),
        last_review=_midnight(schedule.last),
    )


def _midnight(day: int) -> datetime:
    """Days become midnights of UTC, where none is longer than another."""
    return datetime.min.replace(tzinfo=UTC) + timedelta(days=day - 1)


def _day(midnight: datetime) -> int:
    return midnight.date().toordinal()
