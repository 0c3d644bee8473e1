"""What leaves a school holds no group under ten, and lets none be found by subtraction."""

from __future__ import annotations

import itertools

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from answered import marked, picked
from quizmill.analysis.aggregate import LEAST, Aggregate, OptionShare, aggregate, as_json, shown_parts
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

    assert (told.students, told.items, told.hidden, told.tests, told.first) == (0, (), 2, (), None)


def test_groups_of_ten_and_more_are_told():
    told = of(picked(class_("A" * 20 + "B" * 12, ("AB" * 16)), key="AA"))

    first, second = told.items
    assert (told.students, told.hidden) == (30, 0)
    assert (first.n, first.facility, first.options) == (
        32,
        0.625,
        (OptionShare(option=0, n=20), OptionShare(option=1, n=12)),
    )
    assert second.facility == 0.5
    assert (told.tests[0].students, told.tests[0].questions, told.tests[0].mean) == (30, 2, 1.12)


def test_the_complement_of_a_small_group_is_hidden_with_it():
    told = of(picked(class_("A" * 20 + "B" * 12 + "C" * 3, "A" * 31 + "B" * 4), key="AA"))

    first, second = told.items
    assert first.options == (OptionShare(option=0, n=20),)  # with B, three would be left for C
    assert (second.facility, second.discrimination, second.options) == (None, None, ())
    assert (told.tests[0].mean, told.tests[0].error) == (None, None)


def test_what_all_have_right_is_hidden_since_it_tells_of_each():
    (item,) = of(picked(class_("A" * 30), key="A")).items

    assert (item.n, item.facility, item.options) == (30, None, ())


def test_a_question_that_nearly_all_reached_is_hidden():
    reached = picked(class_("AB" * 15, "AABBB" * 6), key="AA", place="paper")
    rows = [
        msgspec.structs.replace(each, verdict=Verdict.SKIPPED, chosen=(), earned=0.0)
        if each.student < "s003" and each.number == 2
        else each
        for each in reached
    ]
    told = of(rows)

    assert ([item.id for item in told.items], told.hidden) == (["q1"], 1)


def test_marks_of_typed_answers_are_told_where_both_sides_are_ten():
    told = of(marked([[1, 0]] * 12 + [[0, 0.5]] * 12 + [[0.5, 1]] * 2))

    assert [item.facility for item in told.items] == [0.5, None]


def test_nobody_stands_in_the_file():
    rows = picked(class_("AB" * 10, "BA" * 10), key="AB", team="7A", paper="55aa55aa", seconds=12.0)
    data = as_json(of(rows)).decode()

    assert data.startswith('{\n  "quizmill": "aggregate",\n  "least": 10,\n  "students": 20,')
    assert not [
        word for word in ("s000", "7A", "55aa55aa", "team", "paper") if word in data and word != "paper"
    ]
    assert '"seconds": 12' in data


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
    told = of(
        picked({f"s{at:03}": "".join(each) for at, each in enumerate(answers)}, key="AAB", place="paper")
    )

    for item in told.items:
        assert item.n >= LEAST
        assert all(LEAST <= option.n <= item.n - LEAST for option in item.options)
        left = item.n - sum(option.n for option in item.options)
        assert left == 0 or left >= LEAST
        if item.facility is not None:
            right = round(item.facility * item.n)
            assert LEAST <= right <= item.n - LEAST
            assert right in {option.n for option in item.options}
    reached = sorted({item.n for item in told.items})
    assert all(more - fewer >= LEAST for fewer, more in itertools.pairwise(reached))
