"""When a question comes back: py-fsrs's own intervals, in whole days."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

import pytest
from fsrs import Card, Scheduler
from fsrs import Rating as Theirs
from hypothesis import given
from hypothesis import strategies as st

from quizmill.grade import Mark, Verdict
from quizmill.study import memory
from quizmill.study.day import day_of
from quizmill.study.schedule import Rating, rating_of

START = datetime.date(2026, 11, 20).toordinal()


@given(
    st.lists(st.tuples(st.sampled_from(Rating), st.integers(1, 400)), min_size=1, max_size=12),
    st.sampled_from([0.8, 0.9, 0.95]),
)
def test_every_interval_is_the_one_py_fsrs_gives(course, retention):
    """Judged by py-fsrs on plain timestamps, its card carried along."""
    judge = Scheduler(
        desired_retention=retention, learning_steps=(), relearning_steps=(), enable_fuzzing=False
    )
    card, ours, day = Card(card_id=1), None, START
    for rating, gap in course:
        moment = datetime.datetime.combine(datetime.date.fromordinal(day), datetime.time(), datetime.UTC)
        card, _ = judge.review_card(card, Theirs(rating), moment)
        ours = memory.after(ours, rating, day, retention)

        assert (ours.stability, ours.difficulty) == (card.stability, card.difficulty)
        assert (ours.last, ours.due) == (day, card.due.date().toordinal())
        later = moment + datetime.timedelta(days=gap)
        assert memory.recall(ours, day + gap) == judge.get_card_retrievability(card, later)
        day += gap


def test_a_first_answer_right_comes_back_after_days_and_a_wrong_one_tomorrow():
    first = {rating: memory.after(None, rating, START).due - START for rating in Rating}

    assert first == {Rating.AGAIN: 1, Rating.HARD: 1, Rating.GOOD: 2}


def test_who_knows_it_each_time_sees_it_ever_more_seldom():
    schedule, gaps = None, []
    day = START
    for _ in range(6):
        schedule = memory.after(schedule, Rating.GOOD, day)
        gaps.append(schedule.due - day)
        day = schedule.due

    assert gaps == sorted(gaps)
    assert gaps[-1] > 100


def test_a_second_answer_on_a_day_is_refused():
    once = memory.after(None, Rating.AGAIN, START)
    with pytest.raises(ValueError, match="only the first answer of a day"):
        memory.after(once, Rating.GOOD, START)


def test_making_a_card_does_not_wait(monkeypatch):
    """A card of py-fsrs that makes up its own id sleeps a millisecond."""
    monkeypatch.setattr("fsrs.card.time.sleep", None)

    memory.recall(memory.after(None, Rating.GOOD, START), START)


@pytest.mark.parametrize(
    ("verdict", "earned", "hinted", "rating"),
    [
        (Verdict.WRONG, 0, False, Rating.AGAIN),
        (Verdict.WRONG, 0, True, Rating.AGAIN),
        (Verdict.PARTIAL, 1 / 6, False, Rating.AGAIN),
        (Verdict.PARTIAL, 2 / 5, False, Rating.AGAIN),
        (Verdict.PARTIAL, 1 / 6 + 1 / 6 + 1 / 6, False, Rating.HARD),
        (Verdict.PARTIAL, 3 / 6, False, Rating.HARD),
        (Verdict.PARTIAL, 5 / 6, False, Rating.HARD),
        (Verdict.PARTIAL, 5 / 6 / 2, True, Rating.AGAIN),
        (Verdict.RIGHT, 1 / 2, True, Rating.HARD),
        (Verdict.RIGHT, 1, False, Rating.GOOD),
        (Verdict.SKIPPED, 0, False, None),
        (Verdict.UNMARKED, 0, False, None),
    ],
)
def test_what_an_answer_says_of_memory(verdict, earned, hinted, rating):
    assert rating_of(Mark(verdict=verdict, earned=earned, possible=1), hinted=hinted) is rating


@given(st.lists(st.sampled_from([0, 1, 2]), min_size=1, max_size=12))
def test_who_never_joins_half_of_six_pairs_sees_them_every_day(right):
    """One of six each time once gave intervals of 1, 3, 8, 19, 38 and 61 days."""
    schedule, day = None, START
    for pairs in right:
        verdict = Verdict.PARTIAL if pairs else Verdict.WRONG
        rating = rating_of(Mark(verdict=verdict, earned=pairs / 6, possible=1), hinted=False)
        schedule = memory.after(schedule, rating, day)
        assert schedule.due == day + 1
        day = schedule.due


@pytest.mark.parametrize(
    ("clock", "day"),
    [
        ("2026-11-20 04:00", "2026-11-20"),
        ("2026-11-20 23:59", "2026-11-20"),
        ("2026-11-21 00:00", "2026-11-20"),
        ("2026-11-21 03:59", "2026-11-20"),
        ("2026-11-21 04:00", "2026-11-21"),
        ("2027-01-01 02:00", "2026-12-31"),
    ],
)
def test_a_day_turns_at_four_in_the_morning(clock, day):
    assert day_of(datetime.datetime.fromisoformat(clock)) == datetime.date.fromisoformat(day).toordinal()


@pytest.mark.parametrize("night", ["2026-03-29", "2026-10-25"])
def test_the_nights_on_which_the_clock_is_changed_turn_at_four_as_well(night):
    """In Berlin the 29th of March has 23 hours, the 25th of October 25."""
    zone = ZoneInfo("Europe/Berlin")
    changed = datetime.date.fromisoformat(night)
    midnight = datetime.datetime.combine(changed, datetime.time(), zone).astimezone(datetime.UTC)
    seen = [
        (local.hour, day_of(local) - changed.toordinal())
        for minutes in range(0, 8 * 60, 10)
        for local in [(midnight + datetime.timedelta(minutes=minutes)).astimezone(zone)]
    ]

    assert {day for hour, day in seen if hour < 4} == {-1}
    assert {day for hour, day in seen if hour >= 4} == {0}
    assert [day for _, day in seen] == sorted(day for _, day in seen)
