"""What is said of a question itself: flags, and being set aside by the learner or as a leech."""

from __future__ import annotations

import datetime

import pytest

from quizmill.study.history.lasting import LAPSES, WhyAside, flagged, keep_suspended, suspended
from quizmill.study.history.naming import Naming
from quizmill.study.sitting import Flag, GoTo, Suspend, Undo

BANK = Naming("tea-and-sea")
YEARS = datetime.timedelta(days=365 * 5)


def rows(learner) -> list[tuple[object, ...]]:
    return learner.db.execute("SELECT question, suspended, reason FROM suspension ORDER BY id").fetchall()


def missed(learner, days: int) -> list[bool]:
    """The first question is missed day after day; whether that set it aside."""
    told = []
    for _ in range(days):
        learner.sit("review")
        learner.give("b")
        told.append(learner.told)
        learner.now += datetime.timedelta(days=1)
    return told


def take_up(learner) -> None:
    learner.now += datetime.timedelta(seconds=2)
    with learner.history.writing():
        written = ("tea-and-sea", "tea-plant")
        keep_suspended(learner.history, written, learner.now, WhyAside.LEARNER, suspended=False)
    learner.now += datetime.timedelta(seconds=2)


def test_a_flag_lasts_until_it_is_taken_off(learner):
    learner.sit()
    learner.session.act(Flag())
    learner.session.act(Flag("ship-name"))
    assert flagged(learner.history, BANK, learner.now) == {"tea-plant", "ship-name"}

    learner.now += datetime.timedelta(days=3)
    learner.sit()
    learner.session.act(Flag())
    learner.session.act(Flag())
    assert flagged(learner.history, BANK, learner.now) == {"ship-name"}
    assert flagged(learner.history, Naming("another"), learner.now) == frozenset()


def test_a_flag_and_being_set_aside_follow_a_question_to_its_new_name(learner):
    learner.sit()
    learner.session.act(Flag())
    learner.session.act(Suspend())
    naming = Naming("sea", {("tea-and-sea", "tea-plant"): "tea-bush"})

    assert flagged(learner.history, naming, learner.now) == {"tea-bush"}
    assert suspended(learner.history, naming, learner.now) == {"tea-bush"}
    assert suspended(learner.history, Naming("sea"), learner.now) == frozenset()


def test_a_question_is_set_aside_and_taken_up_again(learner):
    learner.sit()
    learner.session.act(Suspend())
    assert suspended(learner.history, BANK, learner.now) == {"tea-plant"}

    learner.session.act(Suspend("tea-plant"))
    assert suspended(learner.history, BANK, learner.now + YEARS) == frozenset()
    assert rows(learner) == [("tea-plant", 1, "learner"), ("tea-plant", 0, "learner")]


def test_what_a_clock_said_that_ran_ahead_counts_least(learner):
    learner.now += YEARS
    learner.sit()
    learner.session.act(Suspend())
    learner.now -= YEARS
    assert suspended(learner.history, BANK, learner.now) == {"tea-plant"}

    take_up(learner)
    assert suspended(learner.history, BANK, learner.now) == frozenset()


def test_after_eight_lapses_a_question_is_set_aside_and_that_is_told(learner):
    """The first answer ever is no lapse: nothing was known that could have been forgotten."""
    assert missed(learner, LAPSES + 1) == [False] * LAPSES + [True]
    assert rows(learner) == [("tea-plant", 1, "leech")]
    assert missed(learner, 1) == [False]


def test_whoever_takes_a_leech_up_again_begins_to_count_anew(learner):
    missed(learner, LAPSES + 1)
    take_up(learner)

    assert missed(learner, LAPSES) == [False] * (LAPSES - 1) + [True]


def test_a_lapse_that_is_taken_back_was_none(learner):
    missed(learner, LAPSES)
    learner.sit("review")
    learner.give("b")
    assert suspended(learner.history, BANK, learner.now) == {"tea-plant"}
    learner.session.act(Undo())
    assert suspended(learner.history, BANK, learner.now) == frozenset()

    learner.give("a")
    assert rows(learner) == [("tea-plant", 1, "leech"), ("tea-plant", 0, "leech")]


def test_what_the_learner_set_aside_stays_so(learner):
    missed(learner, 2)
    learner.sit("review")
    learner.session.act(Suspend())
    learner.give("a")

    assert suspended(learner.history, BANK, learner.now) == {"tea-plant"}


@pytest.mark.parametrize("place", ["exam", "cram"])
def test_what_does_not_schedule_is_no_lapse(learner, place):
    missed(learner, LAPSES)
    learner.sit(place)
    learner.session.act(GoTo(1))
    learner.give("b")

    assert rows(learner) == []
