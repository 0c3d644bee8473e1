"""A test as a whole."""

from __future__ import annotations

from answered import marked, picked
from quizmill.analysis.counted import sheets
from quizmill.analysis.lack import Lack
from quizmill.analysis.paper import paper_results, reliability
from quizmill.analysis.solved import solved


def results(rows):
    return paper_results(sheets(rows))


def test_forms_of_the_same_questions_are_one_test_and_others_are_not():
    one = picked({"ann": "AB", "bob": "AA"}, key="AA", paper="1", form="A")
    turned = picked({"cem": "BA"}, key="AA", paper="2", form="B")
    other = picked({"dee": "AA"}, key="AA", paper="3", digest="other")

    assert [(found.reliability.persons, len(found.items)) for found in results(one + turned + other)] == [
        (3, 2),
        (1, 2),
    ]


def test_practice_is_no_test():
    assert results(picked({"ann": "AB"}, key="AA", place="practice")) == ()


def test_what_was_not_reached_earned_nothing():
    (found,) = results(picked({"ann": "AAA", "bob": "A--", "cem": "---"}, key="AAA"))

    assert (found.reliability.mean, found.possible, found.empty, found.unreached) == (2.0, 3.0, 1, 1)


def test_questions_that_are_not_marked_of_everybody_are_left_out():
    (found,) = results(picked({"ann": "A?A", "bob": "AAB"}, key="AAA"))

    assert [key.question for key in found.items] == ["q1", "q3"]
    assert [key.question for key in found.unmarked] == ["q2"]
    assert found.possible == 2


def test_what_too_few_cannot_give_is_none_with_the_reason():
    assert reliability([]).lack is Lack.PERSONS
    assert reliability([]).mean is None
    assert reliability([[1.0], [0.0]]).lack is Lack.PERSONS
    assert reliability([[1.0, 0.0]]).lack is Lack.QUESTIONS
    assert reliability([[1.0, 0.0], [0.0, 1.0]]).lack is Lack.SPREAD
    assert reliability([[1.0, 0.0], [0.0, 1.0]]).alpha is None


def test_a_class_all_alike_has_no_spread():
    (found,) = results(marked([[1, 1, 0]] * 20))

    assert (found.reliability.sd, found.reliability.lack) == (0.0, Lack.SPREAD)


def test_two_equal_questions_are_wholly_reliable():
    found = reliability([[1.0, 0.0, 1.0], [1.0, 0.0, 1.0]])

    assert (found.alpha, found.error) == (1.0, 0.0)
    assert [(each.alpha_without, round(each.weight, 9)) for each in found.questions] == [(None, 0.5)] * 2


def test_a_question_that_works_against_the_others_has_no_weight():
    found = reliability([[1.0, 1.0, 0.0, 0.0], [0.0, 0.0, 1.0, 1.0], [0.0, 1.0, 2.0, 3.0]])

    assert [each.weight is None for each in found.questions] == [True, False, False]
    assert found.questions[0].efficiency < 0


def test_a_question_without_spread_has_no_efficiency():
    assert reliability([[1.0, 1.0], [0.0, 1.0]]).questions[0].efficiency is None


def test_a_rasch_model_takes_whole_sheets_and_what_is_right_or_wrong():
    half = marked([[1, 0.5]])
    found = solved(sheets(picked({"ann": "ABA?", "bob": "A-AA", "cem": "AB--"}, key="AAAA")))

    assert [key.question for key in found.items] == ["q1", "q2", "q3"]
    assert found.patterns == ((1, 0, 1), (1, 0, 1))
    assert found.unfinished == 1
    assert [(key.question, lack) for key, lack in found.left_out.items()] == [("q4", Lack.UNMARKED)]
    assert [(key.question, lack) for key, lack in solved(sheets(half)).left_out.items()] == [
        ("q02", Lack.PART_MARKS)
    ]
