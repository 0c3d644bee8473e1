"""Every answer of a teacher's table is marked as the teacher marks it."""

from __future__ import annotations

import pytest

from marked_rows import rows, verdict


@pytest.mark.parametrize("table", ["seen", "tongues"])
def test_a_row_is_marked_as_a_teacher_marks_it(table):
    told = rows(table)

    assert len(told) > 300
    assert [(row, verdict(row)) for row in told if verdict(row) != row.verdict] == []
