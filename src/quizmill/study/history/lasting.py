"""What is said of a question itself and lasts from sitting to sitting: it has a flag, or is set aside.

Of what was said at different times the latest tells. What a clock told that ran ahead counts least.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from enum import StrEnum

from quizmill.study.history.entry import Said
from quizmill.study.history.naming import OF_NAMES, Naming, Written, json_list
from quizmill.study.history.row import Count, Id, Milliseconds
from quizmill.study.history.store import History

_SECOND = 1000  # milliseconds
LAPSES = 8  # after so many a question is set aside


class WhyAside(StrEnum):
    """Why a question was set aside, or taken up again; the words stand in histories."""

    LEARNER = "learner"  # they said so
    LEECH = "leech"  # it was missed too often, or one of these answers was taken back


def flagged(history: History, naming: Naming, now: datetime.datetime) -> frozenset[str]:
    """The questions of a bank that have a flag; raises as the history does."""
    return _said(history, naming, now, "flag", "flagged")


def suspended(history: History, naming: Naming, now: datetime.datetime) -> frozenset[str]:
    """The questions of a bank that are set aside; raises as the history does."""
    return _said(history, naming, now, "suspension", "suspended")


def keep_said(history: History, written: Written, at: datetime.datetime, said: Said) -> None:
    """Write what a learner *said* of the question, within `writing`; raises as the history does."""
    if said.flagged is not None:
        _keep(history, "flag", written, at, {"flagged": int(said.flagged)})
    if said.suspended is not None:
        keep_suspended(history, written, at, WhyAside.LEARNER, suspended=said.suspended)


def keep_suspended(
    history: History, written: Written, at: datetime.datetime, reason: WhyAside, *, suspended: bool
) -> None:
    """Write that the question is set aside, or taken up again, within `writing`; raises as the history."""
    _keep(history, "suspension", written, at, {"suspended": int(suspended), "reason": reason.value})


def heed_lapses(history: History, names: list[Written], at: datetime.datetime) -> bool:
    """Set the question with those *names* aside when it is a leech, within `writing`; whether that was done.

    A lapse is an answer that scheduled and was rated Again, the first ever left out. Whoever takes such a
    question up again begins to count anew. Once a lapse was taken back, it may be a leech no more.
    """
    latest = _latest(history, names, at)
    aside, reason = (bool(latest[1]), latest[2]) if latest else (False, WhyAside.LEECH)
    leech = _lapses(history, names, _taken_up(history, names)) >= LAPSES
    if leech == aside or (aside and reason == WhyAside.LEARNER):
        return False
    keep_suspended(history, names[0], at, WhyAside.LEECH, suspended=leech)
    return leech


_SAID = """
SELECT namespace, question, {column} FROM {table}
WHERE namespace IN (SELECT value FROM json_each(:namespaces)) ORDER BY at > :soon DESC, at, id
"""


def _said(
    history: History, naming: Naming, now: datetime.datetime, table: str, column: str
) -> frozenset[str]:
    rows = history.select(
        tuple[str, Id, int],
        _SAID.format(table=table, column=column),
        {"namespaces": json_list(sorted(naming.namespaces)), "soon": _soon(now)},
    )
    latest = {
        naming.now(namespace, question): value
        for namespace, question, value in rows
        if namespace == naming.namespace or (namespace, question) in naming.former
    }
    return frozenset(question for question, value in latest.items() if value)


_KEPT = """
INSERT INTO {table} (at, namespace, question, {columns})
SELECT coalesce(max(at) + 1, :at), :namespace, :question, {values} FROM {table}
WHERE namespace = :namespace AND question = :question AND at BETWEEN :at AND :at + :second
"""


def _keep(
    history: History, table: str, written: Written, at: datetime.datetime, said: dict[str, object]
) -> None:
    """A row of *table*, a millisecond behind one of the same time."""
    namespace, question = written
    columns, values = ", ".join(said), ", ".join(f":{name}" for name in said)
    history.insert(
        _KEPT.format(table=table, columns=columns, values=values),
        {"at": milliseconds(at), "namespace": namespace, "question": question, "second": _SECOND, **said},
    )


_LATEST = """
SELECT at, suspended, reason FROM suspension WHERE {of_names} ORDER BY at > :soon, at DESC, id DESC LIMIT 1
"""
_TAKEN_UP = """
SELECT max(at) FROM suspension WHERE {of_names} AND NOT suspended AND reason = 'learner'
"""
_LAPSES = """
SELECT coalesce(sum(rating = 1 AND number > 1 AND (:since IS NULL OR at > :since)), 0) FROM
  (SELECT rating, at, row_number() OVER (ORDER BY day, id) AS number FROM marked
   WHERE rating IS NOT NULL AND {of_names})
"""


def _latest(
    history: History, names: Iterable[Written], now: datetime.datetime
) -> tuple[int, int, str] | None:
    sql = _LATEST.format(of_names=OF_NAMES)
    parameters = {"names": json_list(names), "soon": _soon(now)}
    rows = history.select(tuple[Milliseconds, int, str], sql, parameters)
    return rows[0] if rows else None


def _taken_up(history: History, names: Iterable[Written]) -> int | None:
    """When the learner took the question up again for the last time, in milliseconds."""
    sql = _TAKEN_UP.format(of_names=OF_NAMES)
    ((at,),) = history.select(tuple[Milliseconds | None], sql, {"names": json_list(names)})
    return at


def _lapses(history: History, names: Iterable[Written], since: int | None) -> int:
    sql = _LAPSES.format(of_names=OF_NAMES)
    ((lapses,),) = history.select(tuple[Count], sql, {"names": json_list(names), "since": since})
    return lapses


def _soon(now: datetime.datetime) -> int:
    """What is later is of a clock that was fast; rows of one time are written a millisecond apart."""
    return milliseconds(now) + _SECOND


def milliseconds(moment: datetime.datetime) -> int:
    """Since 1970, as the history has them."""
    return round(moment.timestamp() * 1000)
