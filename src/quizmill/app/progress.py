"""How a learner is getting on, from the history on the disk."""

from __future__ import annotations

import contextlib
from pathlib import Path

from quizmill.app.history import local_now
from quizmill.bank.model import Bank
from quizmill.study import memory
from quizmill.study.day import day_of
from quizmill.study.history import past
from quizmill.study.history.store import open_for_reading, told_of
from quizmill.study.progress import Past, Progress, progress


def progress_in(history: Path | None, bank: Bank) -> Progress:
    """How things stand today; raises HistoryLost when the history cannot be read."""
    return progress(bank, _past(history, bank.namespace), day_of(local_now()), memory.recall)


def _past(history: Path | None, namespace: str) -> Past:
    if history is None:
        return Past()
    with told_of(history):
        db = open_for_reading(history)
        if db is None:
            return Past()
        with contextlib.closing(db):
            return Past(
                records=past.records(db, namespace),
                days=past.days(db, namespace),
                schedules=past.schedules(db, namespace),
                retained=past.retained(db, namespace),
            )
