"""An item finished: its options, its intervals, and what is missing where it is."""

from __future__ import annotations

import pytest

from answered import FOUR, items, marked, picked, row
from quizmill.analysis.answer import NOTHING, OptionPlace, choices, is_picked
from quizmill.analysis.items import offered
from quizmill.analysis.lack import Lack
from quizmill.grade.marking import Verdict


def options(item):
    return {tuple(each.choice): each for each in item.options}


def class_of(letters: str, others: str = "AB"):
    """Students with one letter each on the first question, and as much as they know on two others."""
    return picked({f"s{at:03}": letter + others for at, letter in enumerate(letters)}, key="A" + "AA")


def test_facility_has_its_error_and_an_interval():
    item = items(class_of("A" * 21 + "B" * 9))["q1"]

    assert (item.n, item.facility) == (30, 0.7)
    assert item.error == pytest.approx(0.08367, abs=1e-5)
    assert item.interval == pytest.approx((0.5060, 0.8527), abs=5e-5)


def test_each_option_says_how_many_took_it_and_how_good_they_are():
    strong, weak = {f"s{at:02}": "AAA" for at in range(10)}, {f"w{at:02}": "CBA" for at in range(10)}
    item = items(picked(strong | weak, key="AAA"), {"q1": FOUR})["q1"]
    found = options(item)

    assert [(place[1], each.n, each.share, each.is_right) for place, each in found.items()] == [
        (0, 10, 0.5, True),
        (1, 0, 0.0, False),
        (2, 10, 0.5, False),
        (3, 0, 0.0, False),
    ]
    assert (found[0, 0].rest, found[0, 2].rest, found[0, 1].rest) == (1.0, 0.5, None)
    assert (found[0, 0].upper, found[0, 0].lower, found[0, 2].upper, found[0, 2].lower) == (10, 0, 0, 10)
    assert (found[0, 0].discrimination.r, found[0, 2].discrimination.r) == pytest.approx((1.0, -1.0))
    assert found[0, 1].discrimination.lack is Lack.SPREAD


def test_a_distractor_is_dead_when_n_proves_it():
    known = {"q1": FOUR}
    at_58, at_59 = (items(class_of("A" * (n - 20) + "B" * 20), known)["q1"] for n in (58, 59))

    assert [each.choice.option for each in at_58.options if each.dead] == []
    assert [each.choice.option for each in at_59.options if each.dead] == [2, 3]


def test_without_the_bank_a_right_answer_shows_the_key():
    item = items(class_of("A" * 80 + "B" * 20 + "C"))["q1"]

    assert [(each.choice.option, each.is_right, each.dead) for each in item.options] == [
        (0, True, False),
        (1, False, False),
        (2, False, True),
    ]


def test_where_nobody_is_right_no_key_is_known_and_nothing_dead():
    item = items(class_of("B" * 80 + "C"))["q1"]

    assert [(each.choice.option, each.is_right, each.dead) for each in item.options] == [
        (1, False, False),
        (2, False, False),
    ]


def test_of_several_picks_each_is_counted():
    rows = [
        row(f"s{at}", kind="multiple_response", chosen=chosen, verdict=verdict, earned=earned)
        for at, (chosen, verdict, earned) in enumerate(
            [
                ((1, 0), Verdict.RIGHT, 1.0),
                ((0, 2), Verdict.PARTIAL, 0.5),
                ((0, 0), Verdict.PARTIAL, 0.5),
                ((), Verdict.SKIPPED, 0.0),
                ((3,), Verdict.WRONG, 0.0),
            ]
        )
    ]
    item = items([each for each in rows if each.chosen], {"q1": offered("multiple_response", 5, (0, 1))})[
        "q1"
    ]

    assert item.facility == 0.5
    assert [(each.choice.option, each.n, each.is_right) for each in item.options] == [
        (0, 3, True),
        (1, 1, True),
        (2, 1, False),
        (3, 1, False),
        (4, 0, False),
    ]


def test_of_a_matching_a_right_is_counted_at_its_left():
    rows = [
        row(f"s{at}", kind="matching", chosen=chosen, verdict=Verdict.PARTIAL, earned=0.5)
        for at, chosen in enumerate([(0, 1, 3), (0, 2, NOTHING), (1, 1, 2)])
    ]
    item = items(rows, {"q1": offered("matching", 4, (0, 1, 2))})["q1"]

    assert [(*each.choice, each.n, each.is_right) for each in item.options] == [
        (0, 0, 2, True),
        (0, 1, 1, False),
        (1, 1, 2, True),
        (1, 2, 1, False),
        (2, 2, 1, True),
        (2, 3, 1, False),
    ]


def test_what_nobody_joins_in_a_matching_is_no_dead_distractor():
    rows = [row(f"s{at:02}", kind="matching", chosen=(0, 1) if at else (1, 0)) for at in range(100)]
    item = items(rows, {"q1": offered("matching", 2, (0, 1))})["q1"]

    assert [each.dead for each in item.options] == [False] * 4


def test_an_ordering_is_told_by_its_places():
    assert not is_picked("ordering")
    assert choices((2, 0, 1), picked=False) == (OptionPlace(0, 2), OptionPlace(1, 0), OptionPlace(2, 1))


def test_typed_answers_have_no_options():
    assert items(marked([[1, 0], [0, 1]]))["q01"].options == ()


def test_with_fewer_than_fifteen_a_correlation_is_chance():
    table = [[at % 2, at % 2, 1] for at in range(15)]

    assert items(marked(table[:14]))["q01"].discrimination.lack is Lack.PERSONS
    assert items(marked(table))["q01"].discrimination.r == pytest.approx(1.0)
    assert items(marked(table))["q03"].discrimination.lack is Lack.SPREAD


def test_the_median_of_seconds_lies_between_two():
    rows = [row(f"s{at}", seconds=seconds) for at, seconds in enumerate((2.0, 2.0, 7.0, 90.0))]

    assert items(rows)["q1"].seconds == 4.5
    assert items([row()])["q1"].seconds is None
