"""How a learner is getting on, from the history on the disk."""

from __future__ import annotations

import datetime
from pathlib import Path

from quizmill.app.history import local_now
from quizmill.bank.model import Bank
from quizmill.study import memory
from quizmill.study.day import day_of
from quizmill.study.history import lasting, queries
from quizmill.study.history.naming import Naming, naming_of
from quizmill.study.history.store import open_for_reading
from quizmill.study.progress import HistorySummary, Progress, progress


def progress_in(history: Path | None, bank: Bank) -> Progress:
    """How things stand today; raises HistoryLost when the history cannot be read."""
    now = local_now()
    return progress(bank, _summary(history, naming_of(bank), now), day_of(now), memory.recall)


def _summary(path: Path | None, naming: Naming, now: datetime.datetime) -> HistorySummary:
    history = open_for_reading(path) if path else None
    if history is None:
        return HistorySummary()
    with history:
        return HistorySummary(
            records=queries.records(history, naming),
            days=queries.days(history, naming),
            schedules=queries.schedules(history, naming, day_of(now)),
            retained=queries.retained(history, naming),
            suspended=lasting.suspended(history, naming, now),
        )
