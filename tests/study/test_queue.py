"""What a review asks today, and in which order."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizmill.bank.model import Essay, Point, TrueFalse
from quizmill.study.queue import Plan, Today, ahead, cram, next_due, plan
from quizmill.study.schedule import Schedule

DAY = 740_000


def question(id: str, *facts: str) -> TrueFalse:
    return TrueFalse(id=id, prompt="?", answer=True, facts=facts or (f"book/{id}",))


def schedule(due: int, stability: float = 10.0, last: int = DAY - 10) -> Schedule:
    return Schedule(stability, 5.0, due, last)


def questions(names: str) -> list[TrueFalse]:
    return [question(name) for name in names]


def asked(found: Plan) -> str:
    return "".join(found.questions)


def test_what_is_due_today_or_overdue_is_asked_and_what_is_not_waits():
    today = Today(
        day=DAY,
        schedules={"a": schedule(DAY), "b": schedule(DAY + 1), "c": schedule(DAY - 30, last=DAY - 40)},
    )

    assert plan(questions("abc"), today, new=0) == Plan(("c", "a"), due=2, new=0)


def test_a_schedule_from_the_future_of_a_wrong_clock_is_due():
    wrong = schedule(DAY + 1900, last=DAY + 1850)
    today = Today(day=DAY, schedules={"a": wrong, "b": schedule(DAY + 3)})

    assert plan(questions("ab"), today, new=0) == Plan(("a",), due=1, new=0)
    assert next_due(questions("ab"), today) == (DAY + 3, 1)


def test_a_schedule_from_the_future_waits_for_no_sibling():
    wrong = schedule(DAY + 1900, last=DAY + 1850)
    siblings = [question("a", "book/one"), question("b", "book/one")]
    today = Today(day=DAY, schedules={"a": schedule(DAY - 3), "b": wrong})

    assert asked(plan(siblings, today, new=0)) == "ab"


def test_the_least_likely_known_comes_first_not_the_longest_overdue():
    today = Today(
        day=DAY,
        schedules={"a": schedule(DAY - 9, stability=100, last=DAY - 99), "b": schedule(DAY - 1, 2, DAY - 3)},
    )

    assert asked(plan(questions("ab"), today, new=0)) == "ba"


def test_new_ones_are_spread_evenly_between_the_due_ones():
    today = Today(day=DAY, schedules={name: schedule(DAY) for name in "abcdef"})

    assert asked(plan(questions("abcdefxyz"), today, new=2)) == "abxcdeyf"


def test_the_limit_of_new_ones_is_for_the_day_not_for_the_review():
    today = Today(day=DAY, schedules={}, introduced=8)

    assert plan(questions("abcdef"), today, new=10) == Plan(("a", "b"), due=0, new=2)
    assert plan(questions("abcdef"), today, new=5) == Plan((), due=0, new=0)


def test_due_ones_come_before_new_ones_when_there_is_no_room_for_all():
    today = Today(day=DAY, schedules={name: schedule(DAY) for name in "abc"})

    assert plan(questions("abcxyz"), today, new=10, most=4) == Plan(("a", "b", "x", "c"), due=3, new=1)
    assert plan(questions("abcxyz"), today, new=10, most=2) == Plan(("a", "b"), due=2, new=0, waiting=1)


def test_questions_that_share_a_fact_do_not_follow_each_other():
    due = [question("a", "book/1"), question("b", "book/1", "book/2"), question("c", "book/3"), question("d")]
    today = Today(day=DAY, schedules={name: schedule(DAY - 1) for name in "abcd"})

    assert asked(plan(due, today, new=0)) == "acdb"


def test_a_new_one_waits_for_another_day_than_one_that_gives_it_away():
    bank = [
        question("a", "book/1"),
        question("b", "book/1"),
        question("c", "book/2"),
        question("d", "book/3"),
    ]
    today = Today(day=DAY, schedules={"d": schedule(DAY + 5)}, met=frozenset("d"))

    assert asked(plan([*bank, question("e", "book/3")], today, new=2)) == "ac"


def test_where_there_are_no_others_siblings_fill_up():
    bank = [question("a", "book/1"), question("b", "book/1")]

    assert asked(plan(bank, Today(day=DAY, schedules={}), new=2)) == "ab"


def test_the_facts_of_an_essays_points_count():
    essay = Essay(id="e", prompt="?", points=(Point(point="x", facts=("book/a",)),))
    today = Today(day=DAY, schedules={name: schedule(DAY - 1) for name in "aeb"})

    assert asked(plan([question("a"), essay, question("b")], today, new=0)) == "abe"


def test_cramming_asks_everything_worst_known_first_and_unknown_as_half_known():
    assert cram(questions("abcd"), {"a": 1.0, "b": 0.2, "d": 0.6}) == Plan(("b", "c", "d", "a"), due=3, new=1)
    assert asked(cram(questions("abcd"), {"a": 1.0, "b": 0.2}, most=2)) == "bc"


def test_the_next_day_with_something_due_is_told():
    today = Today(day=DAY, schedules={"a": schedule(DAY + 3), "b": schedule(DAY + 3), "z": schedule(DAY + 1)})

    assert next_due(questions("ab"), today) == (DAY + 3, 2)
    assert next_due(questions("xy"), today) is None


@given(
    st.dictionaries(st.sampled_from("abcdefghij"), st.integers(DAY - 5, DAY + 5)),
    st.lists(st.integers(0, 3), min_size=10, max_size=10),
    st.integers(0, 5),
    st.none() | st.integers(1, 8),
)
def test_no_question_twice_none_too_early_none_too_many(due, facts, new, most):
    bank = [question(name, f"book/{fact}") for name, fact in zip("abcdefghij", facts, strict=True)]
    today = Today(day=DAY, schedules={name: schedule(day) for name, day in due.items()})
    found = plan(bank, today, new=new, most=most)

    ready = {name for name, day in due.items() if day <= DAY}
    assert len(set(found.questions)) == len(found.questions) == found.due + found.new <= (most or 99)
    assert set(found.questions) - ready <= set("abcdefghij") - set(due)
    overdue = {name for name, day in due.items() if day < DAY}
    assert min(len(overdue), most or 99) <= found.due <= min(len(ready), most or 99)
    assert found.waiting == len(ready) - found.due
    assert found.new <= new
    if most is None:
        asked_today = [facts["abcdefghij".index(name)] for name in ready & set(found.questions) - overdue]
        assert len(set(asked_today)) == len(asked_today)


def test_of_two_that_fall_due_today_and_share_a_fact_one_waits_a_day():
    bank = [
        question("a", "book/1"),
        question("b", "book/1"),
        question("c", "book/1"),
        question("d", "book/2"),
    ]
    today = Today(day=DAY, schedules={name: schedule(DAY) for name in "abd"} | {"c": schedule(DAY + 9)})

    assert plan(bank, today, new=0) == Plan(("a", "d"), due=2, new=0, waiting=1)
    met = msgspec.structs.replace(today, met=frozenset("c"))
    assert plan(bank, met, new=0) == Plan(("d",), due=1, new=0, waiting=2)


@pytest.mark.parametrize("late", [schedule(DAY - 1), schedule(DAY, last=DAY - 1)], ids=["overdue", "missed"])
def test_what_is_overdue_or_was_just_missed_does_not_wait(late):
    bank = [question("a", "book/1"), question("b", "book/1")]

    assert asked(plan(bank, Today(day=DAY, schedules={"a": late, "b": schedule(DAY)}), new=0)) == "a"
    assert asked(plan(bank, Today(day=DAY, schedules={"a": late, "b": late}), new=0)) == "ab"


def test_questions_that_share_a_fact_are_five_apart_where_that_can_be_had():
    twins = [question("a", "book/1"), question("b", "book/1")]
    others = questions("cdefghi")
    today = Today(day=DAY, schedules={each.id: schedule(DAY - 1) for each in (*twins, *others)})

    assert asked(plan([*twins, *others], today, new=0)) == "acdefgbhi"


def test_a_new_one_waits_for_what_is_due_too():
    bank = [question("a", "book/1"), question("b", "book/1"), question("c", "book/2")]
    today = Today(day=DAY, schedules={"a": schedule(DAY)})

    assert set(plan(bank, today, new=1).questions) == {"a", "c"}


def test_what_was_right_two_days_ago_can_wait_a_day():
    bank = [question("a", "book/1"), question("b", "book/1")]
    today = Today(day=DAY, schedules={name: schedule(DAY, last=DAY - 2) for name in "ab"})

    assert plan(bank, today, new=0) == Plan(("a",), due=1, new=0, waiting=1)


def test_what_is_set_aside_is_asked_by_nothing():
    today = Today(day=DAY, schedules={name: schedule(DAY) for name in "ab"}, suspended=frozenset("ax"))

    assert asked(plan(questions("abxy"), today, new=5, ahead="a")) == "by"


def by_distance(schedule: Schedule, day: int) -> float:
    return 1.0 - (day - schedule.last) / schedule.stability / 10


class TestAheadOfAnExam:
    """With a stability of ten, what was answered more than ten days before it is forgotten by then."""

    TODAY = Today(
        day=DAY,
        schedules={
            "a": schedule(DAY + 5, stability=10, last=DAY - 3),
            "b": schedule(DAY + 5, stability=10, last=DAY - 5),
            "c": schedule(DAY + 50, stability=100, last=DAY - 3),
            "d": schedule(DAY, stability=10, last=DAY - 9),
            "e": schedule(DAY + 1, stability=1, last=DAY),
        },
    )

    @pytest.mark.parametrize(
        ("days", "found"),
        [(10, ("b",)), (8, ("b",)), (7, ("b",)), (6, ("b",)), (5, ())],
    )
    def test_todays_share_is_brought_of_what_will_be_forgotten(self, days, found):
        assert ahead(questions("abcde"), self.TODAY, DAY + days, by_distance).questions == found

    @pytest.mark.parametrize("days", [1, 0])
    def test_on_the_last_day_all_of_it_is_brought(self, days):
        faded = {name: schedule(DAY + 1, stability=1, last=DAY - 2) for name in "ab"}
        today = Today(day=DAY, schedules=faded)

        assert ahead(questions("ab"), today, DAY + days, by_distance).questions == ("a", "b")

    def test_what_is_new_is_met_by_then(self):
        assert [
            ahead(questions("abcdefghijk"), self.TODAY, DAY + days, by_distance).new for days in (4, 3, 1)
        ] == [2, 2, 6]

    def test_it_comes_behind_what_is_due(self):
        assert plan(questions("abcde"), self.TODAY, new=0, ahead=("b", "a")) == Plan(("d", "b", "a"), 3, 0)
