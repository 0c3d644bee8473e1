"""Formulas of school subjects: what an author writes, and the three things that are made of it.

Each block of a file in `formulas/` has four lines: the source, the linear form, the LaTeX for MathJax, and
what stands in the `math` element.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quizmill.bank.mathematics import Formula, latex, linear, mathml, read

FILES = sorted((Path(__file__).parent / "formulas").glob("*.txt"))


def blocks() -> Iterator[tuple[str, str, str, str]]:
    for file in FILES:
        for block in file.read_text(encoding="utf-8").strip("\n").split("\n\n"):
            source, line, written, element = block.split("\n")
            yield source, line, written, element


@pytest.mark.parametrize(("source", "line", "written", "element"), list(blocks()))
def test_a_formula_is_drawn_in_three_ways(source: str, line: str, written: str, element: str):
    formula = read(source)

    assert isinstance(formula, Formula)
    assert linear(formula) == line
    assert latex(formula) == written
    assert mathml(formula, display=False).endswith(f'">{element}</math>')
    assert read(written) == formula


def test_the_math_element_says_where_it_stands_and_what_it_says():
    formula = read(r"a < \frac{1}{2}")
    assert isinstance(formula, Formula)

    assert mathml(formula, display=True) == (
        '<math xmlns="http://www.w3.org/1998/Math/MathML" display="block" alttext="a &lt; 1/2">'
        '<mrow><mi>a</mi><mo form="infix">&lt;</mo><mfrac><mn>1</mn><mn>2</mn></mfrac></mrow></math>'
    )
    assert mathml(formula, display=False).startswith(
        '<math xmlns="http://www.w3.org/1998/Math/MathML" display="inline" alttext="a &lt; 1/2">'
    )


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("x^____", "x^(____)"),
        ("x_____", "x_{____}"),
        (r"\frac{____}{b}", "____/b"),
        ("a = ____", "a = ____"),
        ("________", "________"),
        (r"\frac________", "____/(____)"),
    ],
)
def test_a_blank_of_a_screen_is_one_thing(source: str, said: str):
    assert linear(read(source)) == said
