"""How a learner is getting on: sums, exactly."""

from __future__ import annotations

import datetime

import msgspec
import pytest

import samples
from quizmill.bank.model import Bank
from quizmill.study.progress import (
    DayCount,
    Due,
    Gone,
    Hard,
    HistorySummary,
    Record,
    Retained,
    Retention,
    progress,
)
from quizmill.study.schedule import Schedule

FRIDAY = datetime.date(2026, 11, 20)
DAY = FRIDAY.toordinal()


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Bank:
    return samples.load(tmp_path_factory.mktemp("bank")).bank


def known(schedule: Schedule, day: int) -> float:
    return 1 - (day - schedule.last) / 100


def record(answers: int, right: int, possible: float = 1.0) -> Record:
    return Record(answers=answers, right=right, earned=right * possible, possible=answers * possible)


def test_a_learner_without_answers_has_a_bank_before_him(bank):
    found = progress(bank, HistorySummary(), DAY, known)

    assert (found.total.questions, found.total.asked, found.total.percent) == (9, 0, None)
    assert (found.new, found.scheduled, found.due, found.hardest, found.streak) == (9, 0, (), (), 0)
    assert found.retention == Retention(reviews=0, known=0, percent=None, predicted=None, tomorrow=None)


def test_shares_are_of_the_marks_by_topic_kind_and_difficulty(bank):
    summary = HistorySummary(
        records={"tea-plant": record(4, 3), "tea-true": record(2, 1, 2.0), "ship-cargo": record(1, 0)}
    )
    found = progress(bank, summary, DAY, known)

    assert [(s.name, s.title, s.questions, s.asked, s.answers, s.percent) for s in found.topics] == [
        ("tea", "Tea", 9, 3, 7, 55.6)
    ]
    assert [(s.title, s.answers, s.percent) for s in found.kinds if s.answers] == [
        ("multiple choice", 4, 75.0),
        ("multiple response", 2, 50.0),
        ("numerical", 1, 0.0),
    ]
    assert [(s.name, s.answers, s.percent) for s in found.difficulties] == [
        ("easy", 4, 75.0),
        ("medium", 2, 50.0),
        ("hard", 1, 0.0),
    ]


def test_questions_no_longer_in_the_bank_are_kept_aside(bank):
    summary = HistorySummary(
        records={"tea-plant": record(1, 1), "gone-one": record(5, 0), "gone-two": record(2, 2)},
        schedules={"gone-one": Schedule(1.0, 5.0, DAY, DAY - 1)},
    )
    found = progress(bank, summary, DAY, known)

    assert found.gone == Gone(questions=2, answers=7)
    assert (found.total.answers, found.total.percent, found.scheduled, found.due) == (1, 100.0, 0, ())
    assert found.hardest == ()


def test_days_in_a_row_count_up_to_today_or_yesterday(bank):
    def streaks(*ago: int) -> tuple[int, int]:
        days = {DAY - each: DayCount(answers=1, right=1) for each in ago}
        found = progress(bank, HistorySummary(days=days), DAY, known)
        return found.streak, found.longest_streak

    assert streaks(0, 1, 2) == (3, 3)
    assert streaks(1, 2) == (2, 2)
    assert streaks(2, 3, 4) == (0, 3)
    assert streaks(0, 2, 3, 4, 9) == (1, 3)


def test_what_a_wrong_clock_scheduled_in_the_future_counts_for_today(bank):
    summary = HistorySummary(schedules={"tea-plant": Schedule(9.0, 5.0, DAY + 1900, DAY + 1850)})
    found = progress(bank, summary, DAY, known)

    assert found.due == (Due(day=FRIDAY, questions=1),)


def test_what_is_due_is_counted_by_day_and_overdue_counts_for_today(bank):
    ids = [question.id for _, question in bank.questions()]
    dues = [DAY - 9, DAY, DAY + 1, DAY + 1, DAY + 56, DAY + 57]
    summary = HistorySummary(
        schedules={id: Schedule(9.0, 5.0, due, DAY - 10) for id, due in zip(ids, dues, strict=False)}
    )
    found = progress(bank, summary, DAY, known)

    assert found.due == (
        Due(day=FRIDAY, questions=2),
        Due(day=FRIDAY + datetime.timedelta(days=1), questions=2),
        Due(day=FRIDAY + datetime.timedelta(days=56), questions=1),
    )
    assert (found.scheduled, found.new) == (6, 3)


def test_retention_is_what_was_known_and_what_is_likely_known_now_and_tomorrow(bank):
    summary = HistorySummary(
        retained=Retained(reviews=8, known=7),
        schedules={
            "tea-plant": Schedule(9.0, 5.0, DAY, DAY - 20),
            "tea-true": Schedule(9.0, 5.0, DAY, DAY - 10),
        },
    )

    assert progress(bank, summary, DAY, known).retention == Retention(
        reviews=8, known=7, percent=87.5, predicted=85.0, tomorrow=84.0
    )


def test_the_hardest_have_three_answers_at_least_and_went_wrong(bank):
    summary = HistorySummary(
        records={
            "tea-plant": record(3, 1),
            "tea-true": record(2, 0),
            "ship-name": record(9, 9),
            "ship-cargo": record(10, 2),
        }
    )

    assert progress(bank, summary, DAY, known).hardest == (
        Hard(
            id="ship-cargo",
            prompt="How many yuan was the first cargo worth, by the reckoning of The Tea Book, in 1870?",
            answers=10,
            percent=20.0,
        ),
        Hard(id="tea-plant", prompt="From which plant is every true tea made?", answers=3, percent=33.3),
    )


def test_the_keys_of_the_json_stay(bank):
    summary = HistorySummary(
        records={"tea-plant": record(3, 1), "gone": record(1, 1)},
        days={DAY: DayCount(answers=3, right=1)},
        schedules={"tea-plant": Schedule(9.0, 5.0, DAY, DAY)},
        retained=Retained(reviews=1, known=1),
    )
    found = msgspec.to_builtins(progress(bank, summary, DAY, known))
    share = ["name", "title", "questions", "asked", "answers", "earned", "possible", "percent"]

    assert {name: list(value) if isinstance(value, dict) else None for name, value in found.items()} == {
        "version": None,
        "title": None,
        "namespace": None,
        "today": None,
        "total": share,
        "gone": ["questions", "answers"],
        "streak": None,
        "longest_streak": None,
        "days": None,
        "topics": None,
        "kinds": None,
        "difficulties": None,
        "retention": ["reviews", "known", "percent", "predicted", "tomorrow"],
        "scheduled": None,
        "new": None,
        "due": None,
        "hardest": None,
        "suspended": None,
    }
    assert [
        list(found[name][0]) for name in ("days", "topics", "kinds", "difficulties", "due", "hardest")
    ] == [
        ["day", "answers", "right"],
        *[share] * 3,
        ["day", "questions"],
        ["id", "prompt", "answers", "percent"],
    ]
    assert found["today"] == "2026-11-20"


def test_what_is_set_aside_is_neither_due_nor_new(bank):
    schedules = {"tea-plant": Schedule(9.0, 5.0, DAY, DAY - 9), "tea-true": Schedule(9.0, 5.0, DAY, DAY - 9)}
    aside = frozenset(("tea-true", "tea-herbs", "gone"))
    found = progress(bank, HistorySummary(schedules=schedules, suspended=aside), DAY, known)

    assert [each.questions for each in found.due] == [1]
    assert (found.new, found.suspended) == (6, ("tea-true", "tea-herbs"))
