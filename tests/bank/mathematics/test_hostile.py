"""What somebody writes who means harm: refused or read in steps that grow as the text does."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from quizmill.bank.mathematics import Formula, Misread, latex, linear, mathml, read
from quizmill.bank.mathematics.cursor import DEEPEST, LONGEST

TOO_DEEP = Misread(DEEPEST, "more than 40 things stand within each other", "write it as several formulas")


def steps(run: Callable[[], object]) -> int:
    """How many functions *run* calls."""
    count = 0

    def called(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        run()
    finally:
        sys.setprofile(before)
    return count


def everything(source: str) -> None:
    formula = read(source)
    if isinstance(formula, Formula):
        read(latex(formula))
        mathml(formula, display=True)
        linear(formula)


@pytest.mark.parametrize("source", ["x" * (LONGEST + 1), "{" * 1_000_000, "\\frac" * 1_000_000, " " * 10**6])
def test_a_text_that_is_too_long_is_not_looked_at(source: str):
    refused = Misread(LONGEST, "a formula has 10,000 characters at most", "write it as several formulas")

    assert read(source) == refused
    assert steps(lambda: read(source)) < 20


@pytest.mark.parametrize(
    "part",
    ["{", r"\sqrt", r"\left(", r"\begin{matrix}", r"\frac{", r"\displaystyle", r"\vec", "x^{", r"\sqrt["],
)
def test_what_is_nested_too_deep_is_refused_before_python_is(part: str):
    found = read(part * (LONGEST // len(part)))

    assert isinstance(found, Misread)
    assert found.message == TOO_DEEP.message
    assert found.help == TOO_DEEP.help


def test_ten_thousand_braces_are_refused_where_they_are_too_many():
    assert read("{" * 5_000 + "}" * 5_000) == TOO_DEEP


def test_forty_things_within_each_other_are_drawn():
    formula = read("{+" * DEEPEST + "}" * DEEPEST)

    assert isinstance(formula, Formula)
    assert read(latex(formula)) == formula
    assert linear(formula) == "+" * DEEPEST


@pytest.mark.parametrize(
    "part",
    [
        "x",
        "+",
        "1 ",
        "x^2",
        "x'",
        r"\,",
        r"\frac12",
        r"\frac12\,",
        "|",
        "(",
        ")",
        "{}",
        r"\sin",
        r"\alpha ",
        r"\text{a}",
        r"\text{a::}",
        r"\text{%}",
        r"\begin{matrix}&\end{matrix}",
        "x{,}1",
        ":",
        "ä",
        "☃",
        "²",
    ],
)
def test_twice_the_text_takes_twice_the_steps(part: str):
    some, more = (part * (size // len(part)) for size in (400, 1_600))
    everything(some)  # what is kept from now on is no part of it

    assert steps(lambda: everything(more)) < 4.4 * steps(lambda: everything(some)) + 100


@pytest.mark.parametrize(
    "part",
    ["x_1", r"\begin{cases}a\\", "a&b", r"\left(", r"\text{", r"\middle", "^", "'", "}", "\\", "\\\\", "~^2"],
)
def test_faults_are_found_in_steps_that_grow_as_the_text_does(part: str):
    some, more = (part * (size // len(part)) for size in (400, 1_600))
    everything(some)

    assert steps(lambda: everything(more)) < 4.4 * steps(lambda: everything(some)) + 100


@pytest.mark.parametrize(
    ("char", "name"),
    [
        ("\x1b", "U+001B"),
        ("\x00", "U+0000"),
        ("\x7f", "U+007F"),
        ("\u202e", "U+202E"),
        ("\u200b", "U+200B"),
        ("\u2066", "U+2066"),
        ("\ufeff", "U+FEFF"),
        ("\ue000", "U+E000"),
        ("\ud800", "U+D800"),
    ],
)
def test_what_nobody_sees_is_refused(char: str, name: str):
    assert read(f"x{char}") == Misread(1, f"the character {name} cannot be seen", "leave it out")
    assert read(rf"\text{{a{char}}}") == Misread(7, f"the character {name} cannot be seen", "leave it out")


def test_white_space_of_every_kind_is_a_space():
    formula = read("a\t\n\x0b\x0c\x85\xa0\u2028\u3000b\\text{c\n\td}")

    assert isinstance(formula, Formula)
    assert latex(formula) == r"ab\text{c d}"
    assert linear(formula) == "abc d"


def test_markup_is_text():
    formula = read(r"\text{<img src=x onerror='alert(1)'>} < \text{</math>}")

    assert isinstance(formula, Formula)
    assert mathml(formula, display=False).endswith(
        '<mrow><mtext>&lt;img src=x onerror=&#x27;alert(1)&#x27;&gt;</mtext><mo form="infix">&lt;</mo>'
        "<mtext>&lt;/math&gt;</mtext></mrow></math>"
    )


def test_nothing_that_anki_reads_is_written():
    formula = read(r"{{c1::x}}\text{::}{{a+{b+c}}}")

    assert isinstance(formula, Formula)
    assert latex(formula) == r"{c1: :x}\text{:}\text{:}{a+{b+c} }"
