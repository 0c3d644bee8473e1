"""Days of reviews of the shipped bank, with a clock that is set by hand: what holds whatever is known."""

from __future__ import annotations

import datetime
import sqlite3
from collections import defaultdict
from pathlib import Path

import fsrs
import pytest

from learner_days import BEGAN, Sat, days
from quizmill.app.opening import open_for_asking
from quizmill.app.review import Wish
from quizmill.bank.default import shipped_bank
from quizmill.study.history import queries
from quizmill.study.history.naming import naming_of
from quizmill.study.history.store import open_for_reading
from quizmill.study.schedule import Schedule

YEAR = datetime.timedelta(days=365)
FIRST = BEGAN.date().toordinal()


@pytest.fixture(scope="module")
def bank():
    return open_for_asking(shipped_bank())


def schedules(path: Path, bank, day: int) -> dict[str, Schedule]:
    with open_for_reading(path) as history:
        return queries.schedules(history, naming_of(bank), day)


def by_fsrs(path: Path, last: int) -> dict[str, tuple[float, float, int]]:
    """What py-fsrs makes of the ratings in the log, up to a day."""
    scheduler = fsrs.Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    cards: dict[str, fsrs.Card] = defaultdict(lambda: fsrs.Card(card_id=0))
    db = sqlite3.connect(path)
    rows = db.execute(
        "SELECT question, day, rating FROM answer WHERE rating IS NOT NULL ORDER BY id"
    ).fetchall()
    db.close()
    zero = datetime.datetime(1, 1, 1, tzinfo=datetime.UTC)
    for question, day, rating in rows:
        if day <= last:
            at = zero + datetime.timedelta(days=day - 1)
            cards[question], _ = scheduler.review_card(cards[question], fsrs.Rating(rating), at)
    return {id: (card.stability, card.difficulty, card.due.toordinal()) for id, card in cards.items()}


def check(sat: list[Sat], wish: Wish) -> None:
    for each in sat:
        assert len(each.asked) == len(set(each.asked)) == each.due + each.new <= wish.most
        assert each.new <= wish.new


def test_a_week_of_reviews_keeps_to_what_was_wished_for(bank, tmp_path):
    wish = Wish(new=4, most=9)
    sat = list(days(bank, tmp_path / "h.db", 7, wish=wish))

    check(sat, wish)
    assert [each.new for each in sat[:2]] == [4, 4]
    told = {
        id: (s.stability, s.difficulty, s.due)
        for id, s in schedules(tmp_path / "h.db", bank, FIRST + 6).items()
    }
    assert told == by_fsrs(tmp_path / "h.db", FIRST + 6)


@pytest.mark.proof
def test_45_days_are_never_long_and_schedule_as_fsrs_does_to_the_digit(bank, tmp_path):
    sat = list(days(bank, tmp_path / "h.db", 45))
    found = schedules(tmp_path / "h.db", bank, FIRST + 44)

    check(sat, Wish())
    assert {id: (s.stability, s.difficulty, s.due) for id, s in found.items()} == by_fsrs(
        tmp_path / "h.db", FIRST + 44
    )


@pytest.mark.proof
def test_after_a_pause_days_are_as_long_as_ever_until_nothing_waits(bank, tmp_path):
    sat = list(days(bank, tmp_path / "h.db", 30, off=frozenset(range(16, 24))))
    after = [each for each in sat if each.day > 23]

    check(sat, Wish())
    assert after[0].waiting > 40
    assert [each.new for each in after[:2]] == [0, 0]
    assert min(each.waiting for each in after[:5]) <= 10


@pytest.mark.proof
@pytest.mark.parametrize("years", [5, -26])
def test_a_clock_that_is_wrong_for_a_day_harms_nothing(bank, tmp_path, years):
    """The day after, every schedule is what it was before that day; from then on all goes as ever."""
    path, wrong = tmp_path / "h.db", lambda day: years * YEAR * (day == 15)
    list(days(bank, path, 14, clock=wrong))
    before = schedules(path, bank, FIRST + 15)
    asked = next(iter(days(bank, path, 15, off=frozenset(range(1, 15)), clock=wrong, seed=2))).asked
    after = schedules(path, bank, FIRST + 15)
    assert {id for id in before if not after[id].is_due(FIRST + 15)} <= {
        id for id in before if not before[id].is_due(FIRST + 15)
    }
    assert {id: after[id] for id in before if id not in asked or years < 0} == {
        id: before[id] for id in before if id not in asked or years < 0
    }

    sat = list(days(bank, path, 30, off=frozenset(range(1, 16)), seed=3))
    check(sat, Wish())
    end = schedules(path, bank, FIRST + 29)
    assert {id for id in asked if id in before} <= {id for each in sat for id in each.asked} | {
        id for id in end if end[id].last < FIRST + 15 < end[id].due
    }
    assert {schedule.due for schedule in end.values() if schedule.last > FIRST + 29} == set()
