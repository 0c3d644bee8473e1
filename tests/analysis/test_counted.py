"""Which answers count."""

from __future__ import annotations

import random

import pytest

from answered import items, marked, picked, row
from quizmill.analysis.answer import key_of_row
from quizmill.analysis.counted import counted, sheets
from quizmill.analysis.sums import summed
from quizmill.grade.marking import Verdict


def count(rows):
    return {
        (key.question, key.digest, key.place): sums for key, sums in summed(counted(sheets(rows))).items()
    }


def test_the_first_attempt_at_a_wording_counts_and_no_later_one():
    rows = [
        row(answered=2, attempt=2, paper="tuesday", earned=1.0),
        row(answered=1, attempt=1, paper="monday", earned=0.0, verdict=Verdict.WRONG),
    ]

    assert (count(rows)["q1", "d", "exam"].n, count(rows)["q1", "d", "exam"].x) == (1, 0)


def test_a_question_twice_on_one_paper_is_the_first_of_them():
    rows = [row(answered=5, earned=1.0), row(answered=4, earned=0.0, verdict=Verdict.WRONG)]

    (sheet,) = sheets(rows)

    assert [each.answered for each in sheet.answers] == [4]


def test_wordings_and_places_are_never_pooled():
    rows = [row(digest="old"), row(digest="new"), row(place="review", digest="new")]

    assert [(key, sums.n) for key, sums in count(rows).items()] == [
        (("q1", "new", "exam"), 1),
        (("q1", "new", "review"), 1),
        (("q1", "old", "exam"), 1),
    ]


def test_who_practised_a_question_sits_the_exam_all_the_same():
    rows = [row(place="practice", answered=1), row(place="exam", answered=2, attempt=2)]

    assert count(rows)["q1", "d", "exam"].n == 1


def test_what_is_left_out_within_is_wrong_and_the_tail_is_missing():
    rows = picked({"ann": "A-AA", "bob": "AA--"}, key="AAAA")
    found = count(rows)

    assert [(found[f"q{at}", "d", "exam"].n, found[f"q{at}", "d", "exam"].x) for at in (1, 2, 3, 4)] == [
        (2, 2),
        (2, 1),
        (1, 1),
        (1, 1),
    ]
    assert [found[f"q{at}", "d", "exam"].omitted for at in (1, 2, 3, 4)] == [0, 1, 0, 0]
    assert [found[f"q{at}", "d", "exam"].unreached for at in (1, 2, 3, 4)] == [0, 0, 1, 1]


def test_without_numbers_nothing_is_known_of_a_tail():
    (sheet,) = sheets(picked({"ann": "AA--"}, key="AAAA", number=0))

    assert sheet.reached == 4


def test_in_practice_there_is_no_tail():
    (sheet,) = sheets(picked({"ann": "AA--"}, key="AAAA", place="practice"))

    assert (sheet.reached, sheet.test) == (4, None)


def test_an_empty_sheet_counts_nowhere():
    assert count(picked({"ann": "----"}, key="AAAA")) == {}


def test_a_question_that_was_not_reached_the_first_time_may_be_met_later():
    monday = picked({"ann": "A-"}, key="AA", paper="monday", answered=1)
    friday = picked({"ann": "-A"}, key="AA", paper="friday", answered=2)
    found = count(monday + friday)["q2", "d", "exam"]

    assert (found.n, found.x, found.unreached) == (1, 1, 0)


def test_void_questions_and_those_that_nobody_has_marked_earn_nothing_and_ask_nothing():
    rows = picked({"ann": "A?A"}, key="AAA")
    rows[0] = row("ann", "q1", number=1, possible=0.0)
    (sheet,) = sheets(rows)

    assert (len(sheet.answers), sheet.earned, sheet.possible) == (2, 1, 1)
    assert count(rows)["q2", "d", "exam"].unmarked == 1
    assert count(rows)["q2", "d", "exam"].n == 0


def test_the_rest_is_the_share_of_all_other_marks():
    found = {each.row.question: each.rest for each in counted(sheets(marked([[1, 0, 3]], [1, 2, 3])))}

    assert found == pytest.approx({"q01": 3 / 5, "q02": 4 / 4, "q03": 1 / 3})


def test_of_a_single_question_there_is_no_rest():
    assert [each.rest for each in counted(sheets([row()]))] == [None]


def test_all_who_tie_at_the_cut_are_upper_or_lower():
    found = items(marked([[1, 1, 1]] + [[1, 1, 0]] * 4 + [[1, 0, 0]] * 5))["q02"]

    assert (found.upper_n, found.lower_n, found.spread) == (5, 5, 1.0)


def test_where_all_do_equally_well_nobody_is_upper_or_lower():
    found = items(marked([[1, 0], [0, 1], [1, 0]]))["q01"]

    assert (found.upper_n, found.lower_n, found.upper, found.lower, found.spread) == (0, 0, None, None, None)


def test_the_strong_are_those_of_their_own_test():
    """An easy form and a hard one: the best of each is upper."""
    easy = picked({f"a{at}": "AAA" if at else "ABB" for at in range(4)}, key="AAA", paper="1")
    hard = picked({f"b{at}": "BBB" if at else "ABB" for at in range(4)}, key="AAA", paper="2", digest="other")

    upper = {each.row.student for each in counted(sheets(easy + hard)) if each.upper}

    assert upper == {"a1", "a2", "a3", "b0"}


def test_the_order_of_rows_does_not_matter():
    rows = picked({f"s{at}": "ABCD-"[at % 5 :] + "ABCD-"[: at % 5] for at in range(20)}, key="ABCDA")
    rows += [row("s1", "q1", answered=0, attempt=2, chosen=(3,), verdict=Verdict.WRONG, earned=0.0)]
    mixed = list(rows)
    random.Random(1).shuffle(mixed)

    assert list(counted(sheets(mixed))) == list(counted(sheets(rows)))
    assert {key_of_row(each.row) for each in counted(sheets(rows))} == set(map(key_of_row, rows))
