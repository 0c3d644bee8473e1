"""A learner over many days: reviews of a bank with a clock that is set by hand, kept in a history."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from unittest import mock

import msgspec

from quizmill.app.history import LearnerHistory
from quizmill.app.preview.typed import as_typed, missed
from quizmill.app.review import Wish, paper_of, review_of
from quizmill.bank.model import Bank
from quizmill.compose.apart import facts_of
from quizmill.compose.exercise import Exercise
from quizmill.compose.selection import Selection
from quizmill.grade import Misread, Written, read_response
from quizmill.study import memory
from quizmill.study.day import day_of
from quizmill.study.history.log import Start
from quizmill.study.session import Session
from quizmill.study.sitting import Assess, Give, begin

WISH = Wish()
BEGAN = datetime.datetime(2026, 12, 1, 18, 0, tzinfo=datetime.timezone(datetime.timedelta(hours=1)))
Knows = Callable[[str, float | None, Random], bool]  # by id, and the chance by FSRS; None when it is new


class Sat(msgspec.Struct, frozen=True, kw_only=True):
    """What a day came to."""

    day: int  # from 1
    due: int
    new: int
    waiting: int
    right: int  # at once
    shown: int  # with those that came back
    siblings: int  # questions that rest on a fact of another one of that day
    asked: tuple[str, ...]


def by_memory(id: str, chance: float | None, draw: Random) -> bool:
    """Somebody who knows two of five new questions, and forgets as FSRS says."""
    return draw.random() < (0.4 if chance is None else chance)


def days(
    bank: Bank,
    path: Path,
    count: int,
    *,
    wish: Wish = WISH,
    off: frozenset[int] = frozenset(),
    clock: Callable[[int], datetime.timedelta] = lambda day: datetime.timedelta(),
    knows: Knows = by_memory,
    seed: int = 1,
) -> Iterator[Sat]:
    """The days from 1 to *count* but those *off*. *clock* says by how much it is wrong on a day."""
    draw = Random(seed)
    for day in range(1, count + 1):
        if day not in off:
            now = BEGAN + datetime.timedelta(days=day - 1) + clock(day)
            yield _sat(bank, path, day, now, wish, knows, draw)


def _sat(
    bank: Bank, path: Path, day: int, now: datetime.datetime, wish: Wish, knows: Knows, draw: Random
) -> Sat:
    ticking = iter(now + datetime.timedelta(seconds=20 * i) for i in range(1_000_000))
    with (
        mock.patch("quizmill.app.history.local_now", side_effect=ticking),
        mock.patch("quizmill.app.review.local_now", side_effect=ticking),
        LearnerHistory(path, bank) as kept,
    ):
        assert kept.opened is not None
        kept.opened.insert("PRAGMA synchronous=OFF")
        found = review_of(kept, bank, Selection(order="bank"), wish, seed=day)
        paper = paper_of(bank, found.plan, wish, seed=day)
        start = Start(sitting=begin(paper, bank.names, repeats=True), place="review", bank="/bank")
        attempt = kept.started(start, (), "")
        session = Session(attempt.sitting, clock=lambda: 0.0, observers=(attempt.recorder.keep,))
        right = shown = 0
        while exercise := session.sitting.current:
            schedule = found.today.schedules.get(exercise.id)
            chance = memory.recall(schedule, day_of(now)) if schedule else None
            again = session.sitting.is_repeat
            known = draw.random() < 0.9 if again else knows(exercise.id, chance, draw)
            answer(session, exercise, bank, known=known)
            right, shown = right + (known and not again), shown + 1
        assert session.trouble == "" or "set aside" in session.trouble.lower(), session.trouble
    facts = [facts_of(exercise.question) for exercise in paper.exercises]
    siblings = sum(any(a & b for j, b in enumerate(facts) if i != j) for i, a in enumerate(facts))
    plan = found.plan
    return Sat(
        day=day, due=plan.due, new=plan.new, waiting=plan.waiting, right=right, shown=shown,
        siblings=siblings, asked=plan.questions,
    )  # fmt: skip


def answer(session: Session, exercise: Exercise, bank: Bank, *, known: bool) -> None:
    """Type an answer that is right, or that is not."""
    line = as_typed(exercise) if known else missed(exercise)
    response = read_response(exercise, line, bank.language)
    assert not isinstance(response, Misread), (exercise.id, line, response)
    session.act(Give(line, response))
    if isinstance(response, Written):
        points = tuple(known for _ in exercise.question.points)
        session.act(Assess(exercise.id, Written(line, points)))
