"""A table that turns percent into grades: from how many on there is which."""

from __future__ import annotations

import re

import msgspec

from quizmill.classroom.table import Row, Table
from quizmill.errors import FileUnusable

_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d+)?) ?%?")


class Grades(msgspec.Struct, frozen=True):
    """From how many percent on there is which grade, the highest first; the last from 0."""

    steps: tuple[tuple[float, str], ...]

    def grade(self, percent: float) -> str:
        """The grade of that many percent, as they are shown: to one decimal."""
        return next(grade for least, grade in self.steps if round(percent, 1) >= least)


def read_grades(table: Table) -> Grades:
    """The grades in *table*: a percent and a grade in each row, in any order, below titles or none.

    Raises FileUnusable when a row is none such, when two begin at the same percent, or when none begins at 0.
    """
    rows = (table.head, *table.rows)
    rows = rows[1:] if _names_columns(table.head) else rows
    steps: dict[float, str] = {}
    for row in rows:
        step = _step(row)
        if step is None or step[0] in steps:
            raise FileUnusable(
                f"{table.path}:{row.line}", "two grades begin here" if step else _why_none(row)
            )
        steps[step[0]] = step[1]
    if 0 not in steps:
        raise FileUnusable(table.path, "no grade begins at 0 percent; add a line for it, as in 0,F")
    return Grades(tuple(sorted(steps.items(), reverse=True)))


def _names_columns(row: Row) -> bool:
    """Whether it has titles, none of which begins with a number."""
    return not any(cell[:1].isdigit() for cell in row.cells)


def _step(row: Row) -> tuple[float, str] | None:
    found = _PERCENT.fullmatch(row.cell(0))
    if not found or not row.cell(1) or float(found[1].replace(",", ".")) > 100 or _is_torn(row):
        return None
    return float(found[1].replace(",", ".")), row.cell(1)


def _is_torn(row: Row) -> bool:
    """Whether a comma between the cells may be one of a number: 87,5,1."""
    return bool(row.cell(2)) and row.cell(0).isdigit() and row.cell(1).isdigit()


def _why_none(row: Row) -> str:
    if _is_torn(row):
        return (
            f"where the percent ends is not clear: {','.join(row.cells)}; put a semicolon before the grade, "
            "as in 87,5;1"
        )
    return "this is no percent with its grade, as in 90,A or 87,5;1"
