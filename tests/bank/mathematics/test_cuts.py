r"""Where a formula that is too wide may go on."""

from __future__ import annotations

import pytest
from hypothesis import given

from formulas import formulas
from quizmill.bank.mathematics import Formula, cuts, latex, mathml, read
from quizmill.bank.mathematics.nodes import Group


def parts(source: str) -> list[list[str]]:
    formula = read(source)
    assert isinstance(formula, Formula)
    return [[latex(part) for part in each] for each in cuts(formula)]


@pytest.mark.parametrize(
    ("source", "at_relations", "at_operations"),
    [
        ("a=b", ["a", "=b"], ["a", "=b"]),
        ("a+b", ["a+b"], ["a", "{}+b"]),
        ("-a=-b-c", ["-a", "=-b-c"], ["-a", "=-b", "{}-c"]),
        (r"a\cdot-b", [r"a\cdot-b"], [r"a\cdot-b"]),
        ("(a+b)^2=c(d+e)+f", ["(a+b)^{2}", "=c(d+e)+f"], ["(a+b)^{2}", "=c(d+e)", "{}+f"]),
        (r"f\colon A\to B", [r"f\colon A", r"\to B"], [r"f\colon A", r"\to B"]),
        ("x", ["x"], ["x"]),
        ("", [""], [""]),
    ],
)
def test_a_formula_is_cut_before_its_relations_then_before_its_operations(
    source, at_relations, at_operations
):
    assert parts(source) == [[latex(read(source))], at_relations, at_operations]


@given(formulas)
def test_nothing_of_a_formula_is_lost_or_said_twice(formula):
    for each in cuts(formula):
        rows = [part.row for part in each]
        rows = rows[:1] + [row[1:] if row[:1] == (Group(()),) else row for row in rows[1:]]
        assert sum(rows, ()) == formula.row
        assert all(mathml(part, display=True) for part in each)
