"""Percent become grades by a table of the teacher's."""

from __future__ import annotations

import pytest

from quizmill.classroom.grades import read_grades
from quizmill.classroom.table import read_table
from quizmill.errors import FileUnusable


def grades(text):
    return read_grades(read_table(text.encode(), "g.csv"))


@pytest.mark.parametrize(
    "text", ["from,grade\n90,A\n50,B\n0,F\n", "0;F\n50 %;B\n90,0;A\n", "50%,B\n90,A\n0,F\n"]
)
def test_a_grade_holds_from_its_percent_on_in_any_order_with_titles_or_without(text):
    found = grades(text)

    assert [found.grade(percent) for percent in (100, 90, 89.9, 89.96, 50, 49.9, 0)] == [*"AABABFF"]


@pytest.mark.parametrize(
    "text",
    [
        "87,5;1\n62,5;3\n0,0;6\n",
        "0;6\n62,5;3\n87,5;1\n",
        "87,5 %;1\n62,5 %;3\n0 %;6\n",
        "87,5\t1\n62,5\t3\n0,0\t6\n",
        '"87,5",1\n"62,5",3\n"0,0",6\n',
        "ab Prozent;Note\n87,5;1\n62,5;3\n0,0;6\n",
        "87.5,1\n62.5,3\n0,6,\n",
        "87,5;1;sehr gut\n62,5;3;gut\n0,0;6;ungenügend\n",
    ],
)
def test_a_comma_of_a_number_parts_no_cells(text):
    found = grades(text)

    assert found.steps == ((87.5, "1"), (62.5, "3"), (0, "6"))


def test_a_comma_alone_parts_the_percent_from_a_grade_that_is_a_number():
    assert grades("90,1\n50,3\n0,6\n").steps == ((90, "1"), (50, "3"), (0, "6"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("90,A\n50,B\n", "g.csv: no grade begins at 0 percent; add a line for it, as in 0,F"),
        ("90,A\nfifty,B\n0,F\n", "g.csv:2: this is no percent with its grade, as in 90,A or 87,5;1"),
        ("90,A\n50,\n0,F\n", "g.csv:2: this is no percent with its grade, as in 90,A or 87,5;1"),
        ("190,A\n101,B\n0,F\n", "g.csv:1: this is no percent with its grade, as in 90,A or 87,5;1"),
        ("90,A\n90,B\n0,F\n", "g.csv:2: two grades begin here"),
        ("A,90\nB,0\n", "g.csv:1: this is no percent with its grade, as in 90,A or 87,5;1"),
        (
            "87,5,1\n0,0,6\n",
            "g.csv:1: where the percent ends is not clear: 87,5,1; put a semicolon before the grade, as in "
            "87,5;1",
        ),
    ],
)
def test_what_is_no_table_of_grades_says_why(text, said):
    with pytest.raises(FileUnusable) as refused:
        grades(text)
    assert str(refused.value) == said
