"""What leaves a school holds no group under ten, and lets none be found by subtraction."""

from __future__ import annotations

import json

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from answered import marked, picked, row
from quizmill.analysis.aggregate import (
    LEAST,
    Aggregate,
    OptionCount,
    aggregate,
    as_json,
    shown_parts,
)
from quizmill.analysis.answer import AnswerRow
from quizmill.analysis.summary import summary
from quizmill.grade.marking import Verdict


def of(rows: list[AnswerRow]) -> Aggregate:
    return aggregate(summary(rows))


def class_(*columns: str) -> dict[str, str]:
    """What each student took, from the questions' columns of letters."""
    return {f"s{at:03}": "".join(letters) for at, letters in enumerate(zip(*columns, strict=True))}


def test_a_class_under_ten_gives_nothing():
    told = of(picked(class_("ABABABABA", "AABBAABBA"), key="AA"))

    assert (told.students, told.items, told.hidden) == (0, (), 2)


def test_groups_of_ten_and_more_are_told_in_tens():
    told = of(picked(class_("A" * 20 + "B" * 12, ("AB" * 16)), key="AA"))

    first, second = told.items
    assert (told.students, told.hidden) == (30, 0)
    assert (first.n, first.right) == (30, 20)  # 32 answered
    assert first.options == (OptionCount(option=0, n=20), OptionCount(option=1, n=10))  # 12
    assert second.right == 10  # 16


def test_the_complement_of_a_small_group_is_hidden_with_it():
    told = of(picked(class_("A" * 20 + "B" * 12 + "C" * 3, "A" * 31 + "B" * 4), key="AA"))

    first, second = told.items
    assert first.options == (OptionCount(option=0, n=20),)  # with B, three would be left for C
    assert (second.right, second.options) == (None, ())


def test_what_all_have_right_is_hidden_since_it_tells_of_each():
    (item,) = of(picked(class_("A" * 30), key="A")).items

    assert (item.n, item.right, item.options) == (30, None, ())


def test_marks_of_typed_answers_are_told_where_both_sides_are_ten():
    told = of(marked([[1, 0]] * 12 + [[0, 0.5]] * 12 + [[0.5, 1]] * 2))

    assert [item.right for item in told.items] == [10, None]


def test_where_several_are_taken_no_group_within_another_is_told():
    """Of 15 who took A, 13 took B too and are right: two would be found."""
    took = [(0, 1)] * 13 + [(0,)] * 2 + [(1,)] * 10
    rows = [
        row(
            f"s{at}",
            kind="multiple_response",
            chosen=chosen,
            verdict=Verdict.RIGHT if len(chosen) == 2 else Verdict.WRONG,
            earned=float(len(chosen) == 2),
        )
        for at, chosen in enumerate(took)
    ]
    (item,) = of(rows).items

    assert (item.right, item.options) == (10, ())


def test_who_did_two_papers_with_a_question_in_common_is_not_counted_out():
    """Forty did the one and twenty the other, three of them both: 40 + 20 - 57 would tell the three."""
    first = picked({f"s{at:02}": "AB"[at % 2] for at in range(40)}, key="A", paper="one")
    second = picked({f"s{at:02}": "AB"[at % 2] for at in range(37, 57)}, key="A", paper="two")
    rest = [msgspec.structs.replace(each, question="other") for each in first]

    assert [(item.id, item.n) for item in of([*first, *second, *rest]).items] == [("other", 40), ("q1", 50)]


def test_who_did_not_reach_a_question_is_not_counted_out():
    reached = picked(class_("AB" * 15, "AABBB" * 6), key="AA", place="paper")
    rows = [
        msgspec.structs.replace(each, verdict=Verdict.SKIPPED, chosen=(), earned=0.0)
        if each.student < "s003" and each.number == 2
        else each
        for each in reached
    ]
    first, second = of(rows).items

    assert (first.n, second.n) == (30, 20)  # 27 reached the second


def test_nothing_but_these_keys_leaves():
    """No correlation, mean, reliability, day, class or paper: each was seen to tell groups under ten."""
    rows = picked(class_("AB" * 10, "BA" * 10), key="AB", team="7A", paper="55aa55aa", seconds=12.0)
    told = json.loads(as_json(of(rows)))

    assert told == {
        "quizmill": "aggregate",
        "least": 10,
        "students": 20,
        "items": [
            {
                "namespace": "bank",
                "id": question,
                "wording": "d",
                "place": "exam",
                "n": 20,
                "right": 10,
                "seconds": 12,
                "options": [{"option": 0, "n": 10}, {"option": 1, "n": 10}],
            }
            for question in ("q1", "q2")
        ],
        "hidden": 0,
    }


def test_a_median_of_less_than_ten_is_hidden():
    rows = picked(class_("AB" * 10), key="A")
    timed = [msgspec.structs.replace(each, seconds=9.0) for each in rows[:9]]

    assert of(timed + rows[9:]).items[0].seconds is None


PARTS = st.dictionaries(st.integers(0, 6), st.integers(0, 60), max_size=7)


@given(PARTS)
def test_what_is_left_of_a_whole_is_nobody_or_ten(parts):
    shown = shown_parts(parts)
    left = sum(parts.values()) - sum(shown.values())

    assert all(parts[part] == n >= LEAST for part, n in shown.items())
    assert left == 0 or left >= LEAST or not shown


LETTERS = st.sampled_from("AAAAABBCD-")


@given(st.lists(st.tuples(LETTERS, LETTERS, LETTERS), min_size=1, max_size=80))
def test_no_group_under_ten_is_told_nor_found_by_subtraction(answers):
    class_ = {f"s{at:03}": "".join(each) for at, each in enumerate(answers)}
    told = of(picked(class_, key="AAB", place="paper"))
    # A paper's end that was left out was not reached; what all left out nobody did.
    reached = {
        f"q{at}": [each[at - 1] for each in answers if set(each[at - 1 :]) != {"-"}] for at in (1, 2, 3)
    }

    for item in told.items:
        letters = reached[item.id]
        counts = [letters.count("ABCD"[option.option]) for option in item.options]
        assert item.n == len(letters) // 10 * 10 >= LEAST
        assert [option.n for option in item.options] == [n // 10 * 10 for n in counts]
        assert all(LEAST <= n <= len(letters) - LEAST for n in counts)
        assert len(letters) - sum(counts) not in range(1, LEAST) or not counts
        assert item.right in {None, *(option.n for option in item.options)}


@given(st.lists(st.tuples(LETTERS, LETTERS), min_size=10, max_size=60))
def test_each_question_told_of_is_told_as_of_answers_whose_groups_are_whole_tens(answers):
    """So nobody can prove from the file that a group of one to nine is there."""
    class_ = {f"s{at:03}": "".join(each) for at, each in enumerate(answers)}
    for item in of(picked(class_, key="AA", place="exam")).items:
        counts = [(chr(ord("A") + option.option), option.n) for option in item.options]
        tens = "".join(letter * n for letter, n in counts).ljust(item.n, "-")
        again = of(picked({f"s{at:03}": f"{letter}A" for at, letter in enumerate(tens)}, key="AA")).items[0]

        assert (again.n, again.right, again.options) == (item.n, item.right, item.options)
