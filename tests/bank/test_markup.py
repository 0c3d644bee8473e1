"""Inline markup: four styles, and everything else is literal."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quizmill.bank.markup import Span, Style, escape, plain, spans

EM, STRONG, CODE = Style.EMPHASIS, Style.STRONG, Style.CODE


def test_emphasis_strong_and_code_are_spans():
    assert spans("a *b* **c d** `e*f*`") == (
        Span("a "),
        Span("b", EM),
        Span(" "),
        Span("c d", STRONG),
        Span(" "),
        Span("e*f*", CODE),
    )


def test_a_backslash_before_a_mark_is_the_mark_itself():
    assert spans(r"\*no\* and \`no\`") == (Span("*no* and `no`"),)


def test_a_backslash_before_anything_else_is_literal():
    assert plain(r"C:\dir \( \\server") == r"C:\dir \( \\server"


def test_an_escaped_mark_inside_emphasis_stays_inside():
    assert spans(r"*a\*b*") == (Span("a*b", EM),)


def test_an_escaped_mark_inside_strong_stays_inside():
    assert spans(r"**a\*b**") == (Span("a*b", STRONG),)
    assert spans(r"**a\*\*b** **\`c\`**") == (Span("a**b", STRONG), Span(" "), Span("`c`", STRONG))


def test_arithmetic_is_not_emphasis():
    assert plain("2*3*4 = 24 and 2**3**4") == "2*3*4 = 24 and 2**3**4"


def test_a_mark_without_its_partner_is_literal():
    assert plain("5 * 3, ** and `tick") == "5 * 3, ** and `tick"


def test_emphasis_works_between_chinese_characters():
    assert spans("他*很*好") == (Span("他"), Span("很", EM), Span("好"))


def test_html_and_cloze_braces_are_literal():
    assert spans("<b>{{c1::x}}</b> &amp;") == (Span("<b>{{c1::x}}</b> &amp;"),)


@given(st.text())
def test_escaped_text_reads_as_itself(text: str):
    assert plain(escape(text)) == text


@given(st.text(alphabet="ab*`\\ \n", max_size=40))
def test_spans_never_lose_a_letter(text: str):
    letters = [c for c in text if c in "ab"]
    assert [c for c in plain(text) if c in "ab"] == letters


@given(st.text(alphabet="ab* `\\", max_size=40))
def test_neighbouring_spans_differ_in_style(text: str):
    found = spans(text)
    assert all(not (a.style is b.style is Style.PLAIN) for a, b in pairwise(found))


def test_a_long_row_of_marks_is_read_quickly():
    """A quadratic reader would need minutes for this."""
    assert plain("*a " * 100_000) == "*a " * 100_000
