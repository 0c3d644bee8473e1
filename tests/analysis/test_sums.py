"""Laws of the sums: parts make the whole, whoever the students are called."""

from __future__ import annotations

import random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from answered import picked, row
from quizmill.analysis.counted import counted, sheets
from quizmill.analysis.items import item_result
from quizmill.analysis.sums import merged, summed
from quizmill.grade.marking import Verdict

LETTERS = st.text("ABCD-", min_size=4, max_size=4)
CLASSES = st.lists(LETTERS, min_size=1, max_size=30)


def close(one, other) -> bool:
    """Whether two plain trees are equal but for the last digits of numbers."""
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(close(one[key], other[key]) for key in one)
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(close, one, other))
    return one == (pytest.approx(other, abs=1e-9) if isinstance(other, float) else other)


@given(CLASSES, st.data())
def test_the_sums_of_parts_are_those_of_the_whole(letters: list[str], data: st.DataObject):
    whole = list(counted(sheets(picked({f"s{at:02}": each for at, each in enumerate(letters)}, key="ABCD"))))
    cut = data.draw(st.integers(0, len(whole)))
    there = summed(whole)
    together = merged(summed(whole[:cut]), summed(whole[cut:]))

    assert list(together) == list(there)
    for key, sums in there.items():
        assert close(msgspec.to_builtins(item_result(together[key])), msgspec.to_builtins(item_result(sums)))


@given(CLASSES)
def test_renaming_students_changes_nothing(letters: list[str]):
    named = {f"s{at:02}": each for at, each in enumerate(letters)}
    renamed = {f"z{99 - at:02}": each for at, each in enumerate(letters)}
    one, other = (summed(counted(sheets(picked(each, key="ABCD")))) for each in (named, renamed))

    assert list(one) == list(other)
    for key, sums in one.items():
        assert close(msgspec.to_builtins(item_result(sums)), msgspec.to_builtins(item_result(other[key])))


@given(CLASSES, st.randoms())
def test_the_order_of_rows_changes_nothing(letters: list[str], chance: random.Random):
    rows = picked({f"s{at:02}": each for at, each in enumerate(letters)}, key="ABCD")
    mixed = chance.sample(rows, len(rows))

    assert summed(counted(sheets(mixed))) == summed(counted(sheets(rows)))


@given(CLASSES)
def test_every_answer_is_counted_once(letters: list[str]):
    rows = picked({f"s{at:02}": each for at, each in enumerate(letters)}, key="ABCD")
    present = sum(each != "----" for each in letters)

    for sums in summed(counted(sheets(rows))).values():
        assert sums.n + sums.unreached == present
        assert sum(option.n for option in sums.options.values()) + sums.omitted == sums.n
        assert 0 <= sums.x <= sums.n


def test_a_perfect_class_has_no_spread():
    (first, *_) = summed(counted(sheets(picked({f"s{at}": "ABCD" for at in range(20)}, key="ABCD")))).values()

    assert (first.n, first.x, first.upper, first.lower) == (20, 20, 0, 0)


def test_seconds_are_counted_whole():
    rows = [row(f"s{at}", seconds=seconds) for at, seconds in enumerate((1.2, 1.5, 2.4, 9.0, None))]
    (sums,) = summed(counted(sheets(rows))).values()

    assert sums.seconds == {1: 1, 2: 2, 9: 1}
    assert item_result(sums).seconds == 2


def test_of_right_answers_the_first_shows_the_key():
    rows = [row(f"s{at}", chosen=chosen) for at, chosen in enumerate(((3,), (2,)))]
    one, other = (summed(counted(sheets([each]))) for each in rows)
    (sums,) = merged(one, other).values()

    assert sums.right == ((0, 2),)


def test_marks_of_nobody_are_none():
    (sums,) = summed(counted(sheets([row(verdict=Verdict.UNMARKED)]))).values()

    assert item_result(sums).facility is None
