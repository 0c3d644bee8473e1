"""Another machine's history brought into this one: whole, once, and with schedules made anew.

An event is known by the sitting it began in, its number there, its time and what was done: so nothing is
brought twice, whichever way and however often histories are merged. Where a sitting went on in two copies,
the other's events go into a sitting of their own, whose key begins with that of the first.
"""

from __future__ import annotations

import datetime
import hashlib
import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from quizmill.grade import Mark, Verdict
from quizmill.study.day import day_of
from quizmill.study.history.lasting import milliseconds
from quizmill.study.history.log import SCHEDULING, Reschedule
from quizmill.study.history.naming import Written
from quizmill.study.history.row import (
    Difficulty,
    Id,
    Marks,
    Milliseconds,
    Number,
    Ordinal,
    Seconds,
    Stability,
)
from quizmill.study.history.store import History
from quizmill.study.schedule import Schedule, rating_of

PLACE = "merge"  # of the sitting whose events tell the schedules made anew; it stays in its file
_BRANCH = "+"  # between the key of a sitting and what tells its second course from its first
_AFTER_BRANCH = ","  # the character behind it: keys of branches lie between the two


class Merged(msgspec.Struct, frozen=True, kw_only=True):
    """What a merge has brought."""

    sittings: int  # new ones, and those that went on
    answers: int
    questions: int  # scheduled anew


def merge(history: History, other: History, *, now: datetime.datetime, reschedule: Reschedule) -> Merged:
    """Bring into *history* what *other* has and it has not: all of it, or nothing when that is interrupted.

    Raises HistoryUnwritable or HistoryLost, which name the file.
    """
    sittings = answers = 0
    touched: dict[Written, None] = {}
    ids: dict[int, int] = {}  # of events: the other's to ours
    with history.writing():
        for sitting in other.select(_Sitting, _SITTINGS, {"place": PLACE}):
            events = other.select(_Event, _EVENTS, (sitting.id,))
            brought = _brought(history, sitting, events, ids)
            sittings += bool(brought)
            answers += sum(event.verdict is not None and event.supersedes is None for event in brought)
            touched |= {(event.namespace, event.question): None for event in brought if event.question}
        _bring_said(history, other)
        scheduled = _schedule_anew(history, list(touched), now, reschedule)
    return Merged(sittings=sittings, answers=answers, questions=scheduled)


class _Sitting(NamedTuple):
    id: int
    key: str
    origin: str | None
    began: Milliseconds
    namespace: str
    bank: str
    place: str
    minutes: float | None
    seed: int | None
    questions: int | None
    start: bytes | None

    @property
    def root(self) -> str:
        """The key of the sitting that it is a branch of, or its own."""
        return self.key.partition(_BRANCH)[0]


class _Event(NamedTuple):
    id: int
    number: Number
    at: Milliseconds
    day: Ordinal
    seconds: Seconds
    elapsed: Seconds
    done: int
    action: str
    place: str
    namespace: str
    question: Id | None
    digest: str | None
    supersedes: int | None
    text: str | None
    response: str | None
    verdict: Verdict | None
    earned: Marks | None
    possible: Marks | None
    appealed: int | None
    hinted: int | None
    rating: int | None
    stability: Stability | None
    difficulty: Difficulty | None
    due: Ordinal | None
    last: Ordinal | None

    @property
    def identity(self) -> tuple[int, int, str]:
        """What tells it from the others of its sitting and of the branches of that."""
        return self.number, self.at, self.action


_EVENTS = f"SELECT {', '.join(_Event._fields)} FROM event WHERE sitting = ? ORDER BY number"  # noqa: S608
_SITTINGS = f"SELECT {', '.join(_Sitting._fields)} FROM sitting WHERE place != :place ORDER BY id"  # noqa: S608


def _brought(history: History, sitting: _Sitting, events: list[_Event], ids: dict[int, int]) -> list[_Event]:
    """The events of the other's *sitting* that were brought; *ids* learns what each of them is here."""
    there = _there(history, sitting.root)
    here = {event.identity: event.id for events in there.values() for event in events}
    ids |= {event.id: here[event.identity] for event in events if event.identity in here}
    missing = [event for event in events if event.identity not in here]
    if not missing:
        return []
    place = _place_for(sitting, events, there)
    found = history.select(tuple[int], "SELECT id FROM sitting WHERE key = ?", (place,))
    into = found[0][0] if found else _insert_sitting(history, sitting, place)
    for event in missing:
        ids[event.id] = _insert_event(history, event, into, ids)
    return missing


def _there(history: History, root: str) -> dict[str, list[_Event]]:
    """By key, the events of that sitting and its branches here."""
    sittings = history.select(
        tuple[int, str],
        "SELECT id, key FROM sitting WHERE key = ? OR (key > ? AND key < ?)",
        (root, root + _BRANCH, root + _AFTER_BRANCH),
    )
    return {key: history.select(_Event, _EVENTS, (id,)) for id, key in sittings}


def _place_for(sitting: _Sitting, events: list[_Event], there: dict[str, list[_Event]]) -> str:
    """The key of the sitting for what is missing: the same one where it only went on, else a branch."""
    kept = {event.identity for event in there.get(sitting.key, [])}
    apart = next(event for event in events if event.identity not in kept)
    numbers = {number for number, _, _ in kept}
    if apart.number not in numbers and max(numbers, default=0) < apart.number:
        return sitting.key
    told = f"{sitting.root}\n{apart.number}\n{apart.at}\n{apart.action}"
    return sitting.root + _BRANCH + hashlib.blake2b(told.encode(), digest_size=8).hexdigest()


def _insert_sitting(history: History, sitting: _Sitting, key: str) -> int:
    """A branch has no beginning: nobody goes on with it."""
    branch = key != sitting.key
    row = sitting._asdict() | {"key": key, "origin": sitting.origin or "history"}
    row |= dict.fromkeys(("seed", "questions", "start")) if branch else {}
    del row["id"]
    return history.insert_row("sitting", row)


def _insert_event(history: History, event: _Event, sitting: int, ids: dict[int, int]) -> int:
    supersedes = None if event.supersedes is None else ids.get(event.supersedes)
    row = event._asdict() | {"sitting": sitting, "supersedes": supersedes}
    row["verdict"] = event.verdict.value if event.verdict else None
    del row["id"]
    return history.insert_row("event", row)


def _bring_said(history: History, other: History) -> None:
    """Flags, and what was set aside; a row is known by its question and its time."""
    for flag in other.select(_Flag, "SELECT at, namespace, question, flagged FROM flag ORDER BY id"):
        history.insert(
            "INSERT OR IGNORE INTO flag (origin, at, namespace, question, flagged) "
            "VALUES ('history', ?, ?, ?, ?)",
            flag,
        )
    sql = "SELECT at, namespace, question, suspended, reason FROM suspension ORDER BY id"
    for suspension in other.select(_Suspension, sql):
        history.insert(
            "INSERT OR IGNORE INTO suspension (origin, at, namespace, question, suspended, reason) "
            "VALUES ('history', ?, ?, ?, ?, ?)",
            suspension,
        )


class _Flag(NamedTuple):
    at: Milliseconds
    namespace: str
    question: Id
    flagged: int


class _Suspension(NamedTuple):
    at: Milliseconds
    namespace: str
    question: Id
    suspended: int
    reason: str


# --- schedules ------------------------------------------------------------------------------------------


class _Answer(NamedTuple):
    day: Ordinal
    verdict: Verdict
    earned: Marks
    possible: Marks
    hinted: int

    @property
    def mark(self) -> Mark:
        return Mark(verdict=self.verdict, earned=self.earned, possible=self.possible)


def _schedule_anew(
    history: History, questions: list[Written], now: datetime.datetime, reschedule: Reschedule
) -> int:
    """Write the schedules that all answers to *questions* give, in a sitting of its own; how many."""
    found = [(written, _scheduled(history, written, day_of(now), reschedule)) for written in questions]
    anew = [(written, schedule) for written, schedule in found if schedule]
    if not anew:
        return 0
    at = milliseconds(now)
    row: dict[str, object] = {"key": os.urandom(16).hex(), "began": at, "place": PLACE, "bank": ""}
    sitting = history.insert_row("sitting", row | {"namespace": anew[0][0][0]})
    told = {"sitting": sitting, "at": at, "day": day_of(now), "seconds": 0, "elapsed": 0, "done": 1}
    for number, ((namespace, question), schedule) in enumerate(anew, 1):
        row = {**told, "number": number, "action": '{"type":"Merge"}', "place": PLACE, "digest": ""}
        row |= {"namespace": namespace, "question": question, **msgspec.structs.asdict(schedule)}
        history.insert_row("event", row)
    return len(anew)


def _scheduled(history: History, written: Written, today: int, reschedule: Reschedule) -> Schedule | None:
    """The schedule that the first answer of each day gives, as far as no clock was fast."""
    schedule: Schedule | None = None
    for answer in _first_of_days(history, written, today):
        if rating := rating_of(answer.mark, hinted=bool(answer.hinted)):
            schedule = reschedule(schedule, rating, answer.day)
    return schedule


def _first_of_days(history: History, written: Written, today: int) -> Iterator[_Answer]:
    answers: Iterable[_Answer] = history.select(
        _Answer,
        "SELECT day, verdict, earned, possible, hinted FROM marked WHERE namespace = ? AND question = ? "
        "AND day <= ? AND place IN (SELECT value FROM json_each(?)) ORDER BY day, at, number, text",
        (*written, today, msgspec.json.encode(SCHEDULING).decode()),
    )
    last = 0
    for answer in answers:
        if answer.day > last:
            last = answer.day
            yield answer
