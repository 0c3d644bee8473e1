"""Markup within a line: five styles, and everything else is literal."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizmill.bank.markup import ItemList, Paragraph, Span, Style, blocks, escape, plain, spans

EM, STRONG, CODE, MATHS = Style.EMPHASIS, Style.STRONG, Style.CODE, Style.MATHEMATICS


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


def test_mathematics_is_a_span_of_its_source():
    assert spans(r"When \(a*b*c = \text{`}\) and *then*") == (
        Span("When "),
        Span(r"a*b*c = \text{`}", MATHS),
        Span(" and "),
        Span("then", EM),
    )
    assert spans(r"\[E=mc^2\]") == (Span("E=mc^2", MATHS),)


def test_mathematics_is_spoken_in_its_linear_form_or_as_it_is_written():
    assert plain(r"Since \(\frac{a^2}{2}\) is") == "Since a²/2 is"
    assert plain(r"Since \(\nonsense{a}\) is") == r"Since \(\nonsense{a}\) is"


def test_two_backslashes_before_a_parenthesis_or_a_bracket_are_one():
    assert spans(r"In sed \\(a\) is a group, \\[ none.") == (Span(r"In sed \(a\) is a group, \[ none."),)
    assert plain(r"\\\(x\)") == r"\\(x\)"


@pytest.mark.parametrize(
    "text", [r"f\(x", r"\(a\[b", r"x\)", "\\(a\n\nb\\)", r"\\server\share", r"\frac{1}{2}"]
)
def test_mathematics_that_does_not_end_is_literal(text: str):
    assert spans(text) == (Span(text),)


def test_code_and_mathematics_keep_their_style_among_emphasised_words():
    assert spans(r"**press `a*b` now** *or \(x\)*") == (
        Span("press ", STRONG),
        Span("a*b", CODE),
        Span(" now", STRONG),
        Span(" "),
        Span("or ", EM),
        Span("x", MATHS),
    )


def test_code_may_have_lines():
    assert spans("Runs `a\n\n- b` twice") == (Span("Runs "), Span("a\n\n- b", CODE), Span(" twice"))


def test_arithmetic_is_not_emphasis():
    assert plain("2*3*4 = 24 and 2**3**4") == "2*3*4 = 24 and 2**3**4"


def test_a_mark_without_its_partner_is_literal():
    assert plain("5 * 3, ** and `tick") == "5 * 3, ** and `tick"


def test_emphasis_works_between_chinese_characters():
    assert spans("他*很*好") == (Span("他"), Span("很", EM), Span("好"))


def test_html_and_cloze_braces_are_literal():
    assert spans("<b>{{c1::x}}</b> &amp;") == (Span("<b>{{c1::x}}</b> &amp;"),)


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("*no* `code`", r"\*no\* \`code\`"),
        (r"\(x\) and \\[", r"\\(x\) and \\\["),
        ("|a|\n|-|", "|a|\n\\|-|"),
        ("![a cat](cat.png)", r"\![a cat](cat.png)"),
        (r"\![a cat](cat.png)", r"\\![a cat](cat.png)"),
        ('![a *cat*](<my *cat*.png> "Ann`")', r'\![a \*cat\*](<my \*cat\*.png> "Ann\`")'),
        ("- a\n- b | c \\ !", "- a\n- b | c \\ !"),
    ],
)
def test_literal_text_gets_a_backslash_where_it_would_be_a_mark(text: str, escaped: str):
    assert escape(text) == escaped
    assert plain(escaped) == text


MARKS = st.text(alphabet="ab1*`\\()[]|-:.!# \n", max_size=40) | st.lists(
    st.sampled_from(
        [
            *"a*`|:\\ \n",
            "```",
            "```py\n",
            "|--|",
            "|a|",
            "![a](b)",
            '![a](b "a")',
            "![",
            "](<a b>",
            '"',
            ")",
            *r"\( \) \[ \]".split(),
            "- ",
            "1. ",
        ]
    ),
    max_size=16,
).map("".join)


@given(st.text() | MARKS)
def test_escaped_text_reads_as_itself(text: str):
    assert plain(escape(text)) == text
    assert all(isinstance(block, Paragraph | ItemList) for block in blocks(escape(text)))


@given(MARKS)
def test_plain_text_is_what_the_spans_say(text: str):
    assert plain(text) == "".join(span.said for span in spans(text))


@given(st.text(alphabet="ab*`\\ \n", max_size=40))
def test_spans_never_lose_a_letter(text: str):
    letters = [c for c in text if c in "ab"]
    assert [c for c in plain(text) if c in "ab"] == letters


@given(st.text(alphabet="ab* `\\", max_size=40))
def test_neighbouring_spans_differ_in_style(text: str):
    found = spans(text)
    assert all(not (a.style is b.style is Style.PLAIN) for a, b in pairwise(found))


_LINES = ("\n", "```\n", "```a\n", "- a\n", "1. a\n", "- a\n  b\n", " \t\n", "`a\n", "|a|\n|-|\n", "|a|b|\n")
_MARKS = (
    "*",
    "*a ",
    "**a ",
    "`",
    "*`",
    "**`a` ",
    r"\(",
    r"\[",
    r"\(\[",
    r"*\(",
    "\\",
    "|",
    "|-",
    "![",
    "![a](",
    '![a](b "',
    "![a](<b",
    "![\\]",
)


@pytest.mark.no_cover  # it takes most of the time
@pytest.mark.parametrize("head", ["", "*", "`", r"\(", r"\[", "```\n", "- ", "|a|\n"])
@pytest.mark.parametrize("unit", [*_LINES, *_MARKS, "\\(a\n\n", "\\![a](b)\n"])
def test_a_long_row_of_marks_is_read_quickly(head: str, unit: str):
    """A quadratic reader would take far longer for these than all other tests together."""
    text = head + unit * (10_000 // len(unit))

    assert "".join(span.said for span in spans(text)) == plain(text)
    assert plain(escape(text)) == text
