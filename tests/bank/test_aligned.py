"""Which listings mean something by what stands below what."""

from __future__ import annotations

import pytest

from quizmill.bank.aligned import is_aligned, width

TRACEBACK = """\
  File "marks.py", line 2, in average
    return sum(marks) / len(marks)
           ~~~~~~~~~~~^~~~~~~~~~~~
ZeroDivisionError: division by zero"""
COLUMNS = "name     marks\nAda          5"


@pytest.mark.parametrize("language", ["", "text", "python", "pytb", "c"])
def test_a_line_that_points_is_about_the_one_above_it(language):
    assert is_aligned(TRACEBACK, language)
    assert is_aligned("  3 | int x = y;\n    |         ^", language)


def test_columns_and_drawings_are_aligned_where_no_language_is_named():
    for code in (COLUMNS, "a \u2500\u2510\n   \u2514 b"):
        assert is_aligned(code, "")
        assert is_aligned(code, "Text")
        assert not is_aligned(code, "python")


@pytest.mark.parametrize(
    "code",
    ["", "x = 1", "if a:\n    b\n        c", "a  b\nc", "2 ^ 3\n~x", "x = [\n  ~a,\n]", "a  b\n\nc  d"],
)
def test_code_and_sentences_are_not(code):
    assert not is_aligned(code, "")


def test_the_widest_line_counts():
    assert width(TRACEBACK) == 37
    assert width("\ta\nb") == 5
