"""An answer is in a log once, from whatever files it comes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logged import ANN, ANSWERS, BO, answer
from quizmill.analysis.log.known_answers import KnownAnswers, identity, outdated
from quizmill.grade import Verdict

WRONG = {"verdict": Verdict.WRONG, "earned": 0.0}


def test_what_is_there_is_not_new():
    known = KnownAnswers([answer(ANN)])

    assert known.new([answer(ANN), answer(BO), answer(BO)]) == ((answer(BO),), 2)


def test_one_with_another_mark_is_the_same_answer_and_outdates_the_first():
    assert KnownAnswers([answer()]).new([answer(**WRONG)]) == ((), 1)
    assert outdated([answer()], [answer(**WRONG)]) == {answer()}


def test_typed_first_then_scanned_is_the_same_answer():
    assert KnownAnswers([answer()]).new([answer(source="scan", text="b", chosen=(0, 1))]) == ((), 1)


def test_another_choice_outdates_and_none_is_what_an_export_does_not_know():
    there = answer(chosen=(1,), **WRONG)

    assert outdated([there], [answer(chosen=(2,), **WRONG)]) == {there}
    assert outdated([there], [answer(chosen=(), **WRONG)]) == frozenset()


def test_what_is_on_its_sheet_no_more_is_outdated_and_what_a_history_does_not_tell_is_not():
    void, told = answer(question="tea-true"), answer()
    given = [answer(question=id, place="exam", answered=5) for id in ("tea-true", "tea-plant")]

    assert outdated([void, told], [told]) == {void}
    assert outdated([answer(BO, question="tea-true"), told], [told]) == frozenset()
    assert outdated(given, given[1:]) == frozenset()


def test_a_sheet_that_is_told_with_another_day_is_outdated():
    assert outdated([answer(answered=5)], [answer(answered=9)]) == {answer(answered=5)}
    assert outdated([answer(answered=0)], [answer(answered=9)]) == frozenset()


@pytest.mark.parametrize(
    ("before", "now"), [(0, 5), (5, 0), (5, 5), (0, 0)], ids=["not known before", "now", "both", "never"]
)
def test_a_sheet_is_the_same_whether_or_not_it_is_known_when_it_was_sat(before, now):
    assert KnownAnswers([answer(answered=before)]).new([answer(answered=now)]).rows == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"student": BO},
        {"question": "tea-true"},
        {"digest": "f" * 16},
        {"namespace": "other"},
        {"paper": "66bb66bb"},
        {"place": "html"},
        {"answered": 9},
    ],
    ids=str,
)
def test_what_tells_answers_apart(changes):
    other = answer(**({"answered": 5} | changes))

    assert KnownAnswers([answer(answered=5)]).new([other]).rows == (other,)


@pytest.mark.parametrize(
    "changes", [{"paper": ""}, {"attempt": 2}, {"team": "7A"}, {"seconds": 3.0}, {"chosen": ()}], ids=str
)
def test_what_an_export_of_a_history_does_not_know_tells_no_answers_apart(changes):
    there = answer(place="exam", answered=5)

    assert KnownAnswers([there]).new([answer(**({"place": "exam", "answered": 5} | changes))]) == ((), 1)


@given(st.lists(ANSWERS, max_size=12), st.lists(st.integers(0, 12), max_size=3))
def test_any_split_of_the_same_answers_into_files_keeps_the_same_rows(rows, cuts):
    at_once = KnownAnswers().new(rows).rows
    known, one_by_one = KnownAnswers(), []
    for start, end in zip([0, *sorted(cuts)], [*sorted(cuts), len(rows)], strict=True):
        one_by_one += known.new(rows[start:end]).rows

    assert tuple(one_by_one) == at_once
    assert known.new(rows).rows == ()
    assert KnownAnswers(at_once).new(rows).rows == ()
    assert {identity(row) for row in at_once} == {identity(row) for row in rows}
