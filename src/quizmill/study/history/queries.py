"""What the history knows of a bank's questions, read in a few passes over its index.

Each raises HistoryLost or HistoryUnwritable, as the history it is given does.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from quizmill.study.history.row import Count, Difficulty, Id, Marks, Ordinal, Stability
from quizmill.study.history.store import History
from quizmill.study.progress import DayCount, Record, Retained
from quizmill.study.results import Tally
from quizmill.study.schedule import Schedule


def schedules(history: History, namespace: str) -> dict[str, Schedule]:
    """The schedule of every question that has one: the last event about a question tells it."""
    rows = history.select(
        tuple[Id, Stability, Difficulty, Ordinal, Ordinal],
        "SELECT question, stability, difficulty, due, last FROM event WHERE stability IS NOT NULL AND id IN "
        "(SELECT max(id) FROM event WHERE namespace = ? AND question IS NOT NULL GROUP BY question)",
        (namespace,),
    )
    return {
        question: Schedule(stability, difficulty, due, last)
        for question, stability, difficulty, due, last in rows
    }


def records(history: History, namespace: str) -> dict[str, Record]:
    """Every question ever answered, and how."""
    rows = history.select(
        tuple[Id, Count, Count, Marks, Marks],
        "SELECT question, count(*), sum(verdict = 'right'), sum(earned), sum(possible) FROM marked "
        "WHERE namespace = ? GROUP BY question",
        (namespace,),
    )
    return {
        question: Record(answers=answers, right=right, earned=earned, possible=possible)
        for question, answers, right, earned, possible in rows
    }


def days(history: History, namespace: str) -> dict[int, DayCount]:
    """Every day on which something was answered."""
    rows = history.select(
        tuple[Ordinal, Count, Count],
        "SELECT day, count(*), sum(verdict = 'right') FROM marked WHERE namespace = ? GROUP BY day",
        (namespace,),
    )
    return {day: DayCount(answers=answers, right=right) for day, answers, right in rows}


def answered_on(history: History, namespace: str, day: int) -> frozenset[str]:
    """The questions answered on that day."""
    rows = history.select(
        tuple[Id], "SELECT DISTINCT question FROM marked WHERE namespace = ? AND day = ?", (namespace, day)
    )
    return frozenset(question for (question,) in rows)


def last_time(
    history: History, namespace: str, questions: Iterable[str], sitting: int | None
) -> dict[str, Tally]:
    """What each of *questions* earned when it was answered last, *sitting* left out."""
    rows = history.select(
        tuple[Id, Marks, Marks, int],
        "SELECT question, earned, possible, max(id) FROM marked WHERE namespace = ? AND sitting IS NOT ? "
        "AND question IN (SELECT value FROM json_each(?)) GROUP BY question",
        (namespace, sitting, msgspec.json.encode(list(questions)).decode()),
    )
    return {question: Tally(earned, possible) for question, earned, possible, _ in rows}


def introduced_on(history: History, namespace: str, day: int) -> frozenset[str]:
    """The questions that were scheduled for the first time on that day."""
    rows = history.select(
        tuple[Id],
        "SELECT question FROM marked WHERE namespace = ? AND rating IS NOT NULL "
        "GROUP BY question HAVING min(day) = ?",
        (namespace, day),
    )
    return frozenset(question for (question,) in rows)


def retained(history: History, namespace: str) -> Retained:
    """True retention: of the answers that scheduled, all but each question's first, those not rated Again."""
    ((reviews, known),) = history.select(
        tuple[Count, Count],
        "SELECT coalesce(sum(times - 1), 0), coalesce(sum(known - (first > 1)), 0) FROM "
        "(SELECT count(*) AS times, sum(rating > 1) AS known, min(day), rating AS first FROM marked "
        "WHERE namespace = ? AND rating IS NOT NULL GROUP BY question)",
        (namespace,),
    )
    return Retained(reviews=reviews, known=known)
