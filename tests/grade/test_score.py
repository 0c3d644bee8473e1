"""Marks and shares of them, rounded as people read them."""

import pytest

from quizmill.grade.score import percent, tidy


@pytest.mark.parametrize(
    ("marks", "read"), [(3.0, "3"), (2.5, "2.5"), (2 / 3, "0.6667"), (0.0, "0"), (1e-9, "0")]
)
def test_whole_marks_are_whole_numbers_and_thirds_have_four_decimals(marks, read):
    assert str(tidy(marks)) == read


@pytest.mark.parametrize(("part", "whole", "share"), [(1, 3, 33.3), (2, 2, 100.0), (0, 4, 0.0), (0, 0, None)])
def test_a_share_has_one_decimal_and_of_nothing_there_is_none(part, whole, share):
    assert percent(part, whole) == share
