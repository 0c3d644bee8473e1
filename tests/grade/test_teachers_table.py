"""Every answer of a teacher's table is marked as the teacher marks it."""

from __future__ import annotations

import pytest

from marked_rows import rows, verdict


@pytest.mark.parametrize("table", ["seen", "tongues", "written"])
def test_a_row_is_marked_as_a_teacher_marks_it(table):
    told = rows(table)

    assert len(told) > 250
    assert [(row, verdict(row)) for row in told if verdict(row) != row.verdict] == []


@pytest.mark.parametrize("table", ["held", "fresh"])
def test_a_table_that_was_opened_once_is_marked_as_its_teacher_marks_it_but_for_a_few_rows(table):
    """Written without sight of the marker. At first: held 329 of 340, 1 of 129 wrong ones right; fresh 197 of
    200, none of 76. Here are the rows of kinds that are still open, none of them a wrong one that passes."""
    told = rows(table)
    apart = [(row, said) for row in told if (said := verdict(row)) != row.verdict]

    assert len(apart) / len(told) <= 0.02
    assert [row for row, said in apart if said == "right"] == []
