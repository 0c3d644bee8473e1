"""What the history knows of a bank's questions, read in a few passes over its index.

Each raises HistoryLost or HistoryUnwritable, as the history it is given does.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from quizmill.study.history.naming import OF_NAMES, Naming, Written, json_list
from quizmill.study.history.row import Count, Difficulty, Id, Marks, Ordinal, Stability
from quizmill.study.history.store import History
from quizmill.study.progress import DayCount, Record, Retained
from quizmill.study.results import Tally
from quizmill.study.schedule import Schedule

Row = TypeVar("Row")
_IDS = 1 << 33  # more than any history has rows; a day times that and an id are one number

# The rows of `event` or `marked` that are a bank's, as `mine`, each with what its question is called now.
_UNDER_ONE_NAME = """
WITH mine AS NOT MATERIALIZED (SELECT * FROM {rows} WHERE namespace = :namespace)
"""
_UNDER_SEVERAL = """
WITH former AS MATERIALIZED (
  SELECT json_extract(value, '$[0][0]') AS namespace, json_extract(value, '$[0][1]') AS question,
    json_extract(value, '$[1]') AS now
  FROM json_each(:former)
), named AS MATERIALIZED ( -- each name once, whose rows are then found by their index
  SELECT namespace, question, now FROM former
  UNION ALL
  SELECT namespace, question, question FROM (
    SELECT DISTINCT namespace, question FROM event WHERE namespace = :namespace AND question IS NOT NULL
  ) WHERE (namespace, question) NOT IN (SELECT namespace, question FROM former)
), mine AS NOT MATERIALIZED (
  SELECT now AS question, id, sitting, day, verdict, earned, possible, rating
  FROM named CROSS JOIN {rows} USING (namespace, question)
)
"""


def schedules(history: History, naming: Naming, day: int) -> dict[str, Schedule]:
    """The schedule on *day* of every question that has one: what the last event about a question tells.

    That is the last by the learner's days, so what a clock wrote that was slow is not taken for the newest.
    What one wrote that was fast tells a schedule of the future, until the question is answered again.
    """
    rows = _select(
        history,
        tuple[Id, Stability, Difficulty, Ordinal, Ordinal, Id],
        "SELECT question, stability, difficulty, due, last, namespace FROM event WHERE stability IS NOT NULL "
        "AND id IN (SELECT CASE max(id) WHEN max(CASE WHEN day > :day THEN id END) THEN max(id) "
        "ELSE max(CASE WHEN day <= :day THEN day * :ids + id END) % :ids END "
        "FROM mine WHERE question IS NOT NULL GROUP BY question)",
        naming,
        of="event",
        day=day,
        ids=_IDS,
    )
    return {
        naming.now(namespace, question): Schedule(stability, difficulty, due, last)
        for question, stability, difficulty, due, last, namespace in rows
    }


_TOLD_OF = """
SELECT id, day, stability, difficulty, due, last FROM event
WHERE {of_names} AND (:before IS NULL OR id < :before) ORDER BY id
"""


def latest_schedule(
    history: History, names: Iterable[Written], day: int, *, before: int | None = None, past: bool = False
) -> Schedule | None:
    """The schedule on *day* of the question that has those *names*, as `schedules` has it.

    Only what was written *before* an event is looked at; with *past* only what is not of the future.
    """
    rows = history.select(
        _Telling,
        _TOLD_OF.format(of_names=OF_NAMES),
        {"names": json_list(names), "before": before},
    )
    telling = [row for row in rows if row.day <= day and not (past and (row.last or 0) > day)]
    latest = max(telling, key=lambda row: (row.day, row.id), default=None)
    if rows and rows[-1].day > day and not past:
        latest = rows[-1]
    return latest.schedule if latest else None


class _Telling(NamedTuple):
    """What an event tells of a question's schedule."""

    id: int
    day: Ordinal
    stability: Stability | None
    difficulty: Difficulty | None
    due: Ordinal | None
    last: Ordinal | None

    @property
    def schedule(self) -> Schedule | None:
        if self.stability is None or self.difficulty is None or self.due is None or self.last is None:
            return None
        return Schedule(self.stability, self.difficulty, self.due, self.last)


def records(history: History, naming: Naming) -> dict[str, Record]:
    """Every question ever answered, and how."""
    rows = _select(
        history,
        tuple[Id, Count, Count, Marks, Marks],
        "SELECT question, count(*), sum(verdict = 'right'), sum(earned), sum(possible) FROM mine "
        "GROUP BY question",
        naming,
    )
    return {
        question: Record(answers=answers, right=right, earned=earned, possible=possible)
        for question, answers, right, earned, possible in rows
    }


def days(history: History, naming: Naming) -> dict[int, DayCount]:
    """Every day on which something was answered."""
    rows = _select(
        history,
        tuple[Ordinal, Count, Count],
        "SELECT day, count(*), sum(verdict = 'right') FROM mine GROUP BY day",
        naming,
    )
    return {day: DayCount(answers=answers, right=right) for day, answers, right in rows}


def answered_on(history: History, naming: Naming, day: int) -> frozenset[str]:
    """The questions answered on that day."""
    rows = _select(history, tuple[Id], "SELECT DISTINCT question FROM mine WHERE day = :day", naming, day=day)
    return frozenset(question for (question,) in rows)


def missed_since(history: History, naming: Naming, day: int) -> frozenset[str]:
    """The questions of which an answer was not right on that day or later."""
    rows = _select(
        history,
        tuple[Id],
        "SELECT DISTINCT question FROM mine WHERE day >= :day AND verdict != 'right'",
        naming,
        day=day,
    )
    return frozenset(question for (question,) in rows)


def first_tries(history: History, naming: Naming, day: int) -> DayCount:
    """The questions answered on that day, and how many were right at the first try."""
    ((answers, right),) = _select(
        history,
        tuple[Count, Count],
        "SELECT count(*), coalesce(sum(first = 'right'), 0) FROM "
        "(SELECT verdict AS first, min(id) FROM mine WHERE day = :day GROUP BY question)",
        naming,
        day=day,
    )
    return DayCount(answers=answers, right=right)


def scheduled_on(history: History, naming: Naming, day: int) -> int:
    """How many questions were scheduled by an answer on that day."""
    ((count,),) = _select(
        history,
        tuple[Count],
        "SELECT count(DISTINCT question) FROM mine WHERE day = :day AND rating IS NOT NULL",
        naming,
        day=day,
    )
    return count


def last_time(
    history: History, naming: Naming, questions: Iterable[str], sitting: int | None
) -> dict[str, Tally]:
    """What each of *questions* earned when it was answered last, *sitting* left out."""
    rows = _select(
        history,
        tuple[Id, Marks, Marks, int],
        "SELECT question, earned, possible, max(day * :ids + id) FROM mine WHERE sitting IS NOT :sitting "
        "AND question IN (SELECT value FROM json_each(:questions)) GROUP BY question",
        naming,
        ids=_IDS,
        sitting=sitting,
        questions=json_list(questions),
    )
    return {question: Tally(earned, possible) for question, earned, possible, _ in rows}


def introduced_on(history: History, naming: Naming, day: int) -> frozenset[str]:
    """The questions that were scheduled for the first time on that day."""
    rows = _select(
        history,
        tuple[Id],
        "SELECT question FROM mine WHERE rating IS NOT NULL GROUP BY question HAVING min(day) = :day",
        naming,
        day=day,
    )
    return frozenset(question for (question,) in rows)


def retained(history: History, naming: Naming) -> Retained:
    """Of the answers that scheduled, all but each question's first: how many there are, and were right."""
    ((reviews, known),) = _select(
        history,
        tuple[Count, Count],
        "SELECT coalesce(sum(times - 1), 0), coalesce(sum(known - (first = 'right')), 0) FROM "
        "(SELECT count(*) AS times, sum(verdict = 'right') AS known, min(day), verdict AS first FROM mine "
        "WHERE rating IS NOT NULL GROUP BY question)",
        naming,
    )
    return Retained(reviews=reviews, known=known)


def _select(
    history: History, row: type[Row], sql: str, naming: Naming, *, of: str = "marked", **parameters: object
) -> list[Row]:
    """What *sql* finds in `mine`, the bank's rows *of* that table; without former names nothing is joined."""
    mine = _UNDER_SEVERAL if naming.former else _UNDER_ONE_NAME
    parameters |= {"namespace": naming.namespace, "former": json_list(naming.former.items())}
    return history.select(row, mine.format(rows=of) + sql, parameters)
