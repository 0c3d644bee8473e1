"""What the history tells of a bank's questions."""

from __future__ import annotations

import datetime

from quizmill.study.history import queries
from quizmill.study.history.naming import Naming
from quizmill.study.progress import DayCount, Record, Retained
from quizmill.study.results import Tally
from quizmill.study.sitting import Appeal, GoTo, Undo

BANK = Naming("tea-and-sea")
TODAY = datetime.date(2026, 11, 20).toordinal()


def test_a_questions_record_is_of_the_answers_that_stand_and_were_marked(learner):
    learner.sit()
    learner.give("a", "a", "t")
    learner.session.act(Undo())
    learner.session.act(GoTo(9))
    learner.give("Not marked by anyone.")
    learner.sit("exam")
    learner.give("b")

    assert queries.records(learner.history, BANK) == {
        "tea-plant": Record(answers=2, right=1, earned=1.0, possible=2.0),
        "tea-true": Record(answers=1, right=0, earned=1.0, possible=2.0),
    }


def test_days_are_the_learners(learner):
    learner.sit()
    learner.give("a", "a")
    learner.now += datetime.timedelta(hours=9)  # three in the morning
    learner.give("f")
    learner.now += datetime.timedelta(hours=2)
    learner.give("Sark")

    assert queries.days(learner.history, BANK) == {
        TODAY: DayCount(answers=3, right=2),
        TODAY + 1: DayCount(answers=1, right=0),
    }
    assert queries.answered_on(learner.history, BANK, TODAY + 1) == {"ship-name"}


def test_what_is_new_today_is_what_was_scheduled_today_for_the_first_time(learner):
    learner.sit()
    learner.give("a")
    learner.now += datetime.timedelta(days=2)
    learner.sit("review")
    learner.give("a", "a,b")
    learner.sit("exam")
    learner.session.act(GoTo(3))
    learner.give("f")

    assert queries.introduced_on(learner.history, BANK, TODAY) == {"tea-plant"}
    assert queries.introduced_on(learner.history, BANK, TODAY + 2) == {"tea-true"}


def test_retention_counts_scheduled_answers_after_the_first_of_each_question(learner):
    for line in ("b", "a", "b", "a"):  # learnt, known, forgotten, known
        learner.sit("review")
        learner.give(line)
        learner.sit()
        learner.give("a")  # a second answer of the day
        learner.now += datetime.timedelta(days=2)

    assert queries.retained(learner.history, BANK) == Retained(reviews=3, known=2)


def test_i_was_right_counts_for_retention_too(learner):
    for _ in range(2):
        learner.sit()
        learner.session.act(GoTo(4))
        learner.give("The Sark of Cutty")
        learner.session.act(Appeal("ship-name"))
        learner.now += datetime.timedelta(days=2)

    assert queries.retained(learner.history, BANK) == Retained(reviews=1, known=1)


def test_the_time_before_is_the_last_answer_outside_this_sitting(learner):
    learner.sit()
    learner.give("a", "a,b")
    learner.sit("exam")
    learner.give("b")
    learner.sit()
    learner.give("a")

    assert learner.kept.last_time(["tea-plant", "tea-true", "ship-name"]) == {
        "tea-plant": Tally(0.0, 1.0),
        "tea-true": Tally(2.0, 2.0),
    }


def test_an_empty_history_is_all_zero(learner):
    assert queries.retained(learner.history, BANK) == Retained(reviews=0, known=0)
    assert (
        queries.records(learner.history, BANK)
        == queries.days(learner.history, BANK)
        == queries.schedules(learner.history, BANK, TODAY)
        == {}
    )
