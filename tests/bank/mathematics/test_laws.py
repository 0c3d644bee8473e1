"""What holds of every formula."""

from __future__ import annotations

import unicodedata
from xml.etree import ElementTree

from hypothesis import example, given
from hypothesis import strategies as st

import formulas
from quizmill.bank.mathematics import Formula, Misread, latex, linear, mathml, read


@given(formulas.formulas)
def test_what_is_written_is_read_as_the_same_formula(formula: Formula):
    assert read(latex(formula)) == formula


@given(formulas.formulas)
def test_nothing_that_is_written_means_anything_to_anki_or_ends_mathematics(formula: Formula):
    written = latex(formula)

    assert [
        part for part in ("{{", "}}", "::", r"\(", r"\)", r"\[", r"\]", "\n", "$$") if part in written
    ] == []


@given(formulas.formulas, st.booleans())
def test_mathml_is_xml_that_says_all_in_a_text_too(formula: Formula, display: bool):
    element = ElementTree.fromstring(mathml(formula, display=display))

    assert element.get("display") == ("block" if display else "inline")
    assert element.get("alttext") == linear(formula)


@given(formulas.formulas)
def test_the_linear_form_is_a_line_without_commands(formula: Formula):
    line = linear(formula)

    assert "\\" not in line
    assert {unicodedata.category(char) for char in line}.isdisjoint({"Cc", "Cf", "Zl", "Zp", "Co", "Cs"})


@example("\\\xa0")  # a backslash before what looks like a blank
@given(st.text() | st.text("\\{}[]^_&'afrcleftightbegindmatrix 12+()|$%#~\n", max_size=80))
def test_every_text_is_a_formula_or_a_fault_in_it(source: str):
    found = read(source)

    if isinstance(found, Misread):
        assert 0 <= found.offset <= len(source)
        assert found.message
        assert found.help
    else:
        assert read(latex(found)) == found
        ElementTree.fromstring(mathml(found, display=False))
        assert linear(found) == linear(found).strip()
