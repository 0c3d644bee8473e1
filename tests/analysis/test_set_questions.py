"""Rows that are missing: a cell that could not be read, and what was never answered at a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from answered import picked, row
from quizmill.analysis.counted import counted, sheets
from quizmill.analysis.lack import Lack
from quizmill.analysis.paper import paper_results
from quizmill.analysis.rasch import rasch
from quizmill.analysis.solved import solved
from quizmill.analysis.sums import summed
from quizmill.grade.marking import Verdict

SKIPPED, UNMARKED = Verdict.SKIPPED, Verdict.UNMARKED


def without(rows, *cells):
    """*rows* but for those, each as `ann q2`."""
    return [row for row in rows if f"{row.student} {row.question}" not in cells]


def sheet_of(student, rows):
    (found,) = [sheet for sheet in sheets(rows) if sheet.student == student]
    return found


def verdicts(sheet):
    return [str(row.verdict) for row in sheet.answers]


def sums(rows):
    return {key.question: found for key, found in summed(counted(sheets(rows))).items()}


def test_a_cell_that_could_not_be_read_leaves_the_sheet_in_its_test():
    class_ = picked({"ann": "AAA", "bob": "ABA", "cem": "BBA"}, key="AAA", place="paper")
    rows = without(class_, "bob q3")
    (found,) = paper_results(sheets(rows))
    q3 = sums(rows)["q3"]

    assert verdicts(sheet_of("bob", rows)) == ["right", "wrong", "unmarked"]
    assert (len(found.items), found.reliability.persons, found.incomplete) == (3, 2, 1)
    assert (
        found.reliability
        == paper_results(sheets(without(class_, "bob q1", "bob q2", "bob q3")))[0].reliability
    )
    assert (q3.n, q3.unmarked, q3.omitted, q3.unreached) == (2, 1, 0, 0)


def test_the_upper_and_lower_are_those_of_the_whole_class_though_cells_are_missing():
    class_ = picked({"ann": "AAAA", "bob": "AAAB", "cem": "AABB", "dee": "ABBB"}, key="AAAA", place="paper")
    rows = without(class_, "ann q4", "dee q2")
    upper = {each.row.student for each in counted(sheets(rows)) if each.upper}
    lower = {each.row.student for each in counted(sheets(rows)) if each.lower}

    assert (upper, lower) == ({"ann"}, {"dee"})


def test_what_could_not_be_read_was_written_so_what_is_empty_before_it_was_left_out():
    rows = without(picked({"ann": "A-A", "bob": "AAA"}, key="AAA", place="paper"), "ann q3")
    found = sums(rows)

    assert sheet_of("ann", rows).reached == 3
    assert (found["q2"].n, found["q2"].omitted, found["q3"].unmarked) == (2, 1, 1)


def test_at_a_terminal_what_was_passed_by_is_wrong_and_the_tail_was_not_reached():
    rows = without(picked({"ann": "A-A-", "bob": "AAAA"}, key="AAAA"), "ann q2", "ann q4")
    found, (test,) = sums(rows), paper_results(sheets(rows))

    assert verdicts(sheet_of("ann", rows)) == ["right", "skipped", "right", "skipped"]
    assert sheet_of("ann", rows).reached == 3
    assert (found["q2"].n, found["q2"].x, found["q2"].omitted) == (2, 1, 1)
    assert (found["q4"].n, found["q4"].unreached) == (1, 1)
    assert (test.reliability.persons, test.reliability.mean, test.unreached) == (2, 3.0, 1)


CLASSES = st.lists(st.text("AB-", min_size=4, max_size=4), min_size=1, max_size=6)


@given(CLASSES)
def test_at_a_terminal_no_row_says_what_a_skipped_one_says(answers):
    """But for someone who has answered all, of whom the questions are known."""
    rows = picked({"all": "AAAA"} | {f"s{at}": letters for at, letters in enumerate(answers)}, key="AAAA")
    given_ = [row for row in rows if row.verdict is not SKIPPED]
    written = {row.student for row in given_}

    assert sums(given_) == sums(rows)
    assert [each.reliability for each in paper_results(sheets(given_))] == [
        each.reliability for each in paper_results(sheets(row for row in rows if row.student in written))
    ]


def test_an_essay_at_a_terminal_that_has_no_mark_yet_tells_nothing_of_how_far_somebody_came():
    class_ = picked({"ann": "A-A", "bob": "AAA"}, key="AAA")
    rows = [
        replace(row, kind="essay") if row.question == "q3" else row
        for row in without(class_, "ann q2", "ann q3")
    ]
    ann = sheet_of("ann", rows)

    assert (verdicts(ann), ann.reached) == (["right", "skipped", "unmarked"], 1)


def forms(orders, place="paper"):
    """A form for each student, with the questions of that order, right but for those in brackets: `31(2)`."""
    return [
        row(
            student,
            f"q{sign}",
            number=number,
            paper=order,
            place=place,
            **({} if f"({sign})" not in order else {"verdict": Verdict.WRONG, "earned": 0.0}),
        )
        for student, order in orders.items()
        for number, sign in enumerate(order.replace("(", "").replace(")", ""), 1)
    ]


def test_a_form_of_ones_own_with_a_gap_in_its_numbers_belongs_to_the_test_around_it():
    rows = without(forms({"ann": "1234", "bob": "43(2)1", "cem": "(2)41(3)"}), "bob q3")
    (test,) = paper_results(sheets(rows))
    bob = sheet_of("bob", rows)

    assert [(row.number, row.question, str(row.verdict)) for row in bob.answers] == [
        (1, "q4", "right"),
        (2, "q3", "unmarked"),
        (3, "q2", "wrong"),
        (4, "q1", "right"),
    ]
    assert (test.reliability.persons, test.incomplete) == (2, 1)


def test_in_an_order_of_ones_own_what_was_passed_by_at_a_terminal_is_wrong():
    rows = without(forms({"ann": "1234", "bob": "4321"}, place="exam"), "bob q3")

    assert sums(rows)["q3"].omitted == 1
    assert len(paper_results(sheets(rows))) == 1


@pytest.mark.parametrize(
    ("rows", "tests"),
    [
        (forms({"ann": "1234", "bob": "123"}), [3, 4]),
        (without(forms({"ann": "1234", "bob": "125"}), "bob q2"), [2, 4]),
    ],
    ids=["a shorter paper without a gap", "questions of which the other has not all"],
)
def test_papers_that_set_other_questions_stay_tests_of_their_own(rows, tests):
    assert sorted(len(each.items) for each in paper_results(sheets(rows))) == tests


def test_where_two_tests_have_room_for_a_form_it_joins_neither():
    rows = without(forms({"ann": "123", "bob": "124", "cem": "152"}), "cem q5")

    assert sorted(len(each.items) for each in paper_results(sheets(rows))) == [2, 3, 3]


def test_of_two_that_have_room_the_one_with_more_gaps_filled_is_taken():
    rows = without(forms({"ann": "1234", "bob": "1324", "cem": "3214"}), "bob q3", "cem q2", "cem q3")

    assert len(paper_results(sheets(rows))) == 1


def test_rows_that_name_no_paper_are_all_that_was_set():
    rows = without(picked({"ann": "AA", "bob": "AA"}, key="AA", paper=""), "bob q2")

    assert sorted(len(each.items) for each in paper_results(sheets(rows))) == [1, 2]


def test_what_was_not_read_is_no_first_attempt_that_a_later_one_could_replace():
    monday = without(
        picked({"ann": "AA", "bob": "AA"}, key="AA", paper="monday", place="paper", answered=1), "ann q2"
    )
    friday = picked({"ann": "AA"}, key="AA", paper="friday", place="paper", answered=2, attempt=2)
    found = sums(monday + friday)["q2"]

    assert (found.n, found.unmarked) == (1, 1)


def test_one_cell_costs_a_rasch_model_a_person_and_half_of_a_column_the_question():
    answers = ("AAB", "ABA", "BAB", "ABB", "BBA")
    class_ = picked({f"s{at}": each for at, each in enumerate(answers)}, key="AAA", place="paper")
    one = solved(sheets(without(class_, "s0 q1")))
    column = solved(sheets(without(class_, "s0 q1", "s1 q1", "s2 q1")))

    assert (len(one.items), len(one.patterns), one.incomplete, one.left_out) == (3, 4, 1, {})
    assert (len(column.items), len(column.patterns), column.incomplete) == (2, 5, 0)
    assert list(column.left_out.values()) == [Lack.UNMARKED]
    assert rasch(one.patterns).persons == 4
