"""What is written is what is shown."""

import html as standard
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizmill.bank.html import printable
from quizmill.bank.markup import plain
from quizmill.export.anki import html

HOSTILE = [
    "<script>alert(1)</script>",
    "a < b && c > d",
    "<!-- not a comment -->",
    "{{c1::not a cloze}}",
    "{{Prompt}} {{{x}}}",
    "std::vector<int>",
    "[sound:x.mp3] [latex]x[/latex] [$]x[/$] [$$]y[/$$]",
    "[anki:play:q:0] [[type:Answer]] [[[type:Answer]]]",
    r"\(x\) \[y\] \[[x \begin{a}",
    "&amp; &lt; &#123;",
    "quotes \" and ' here",
    "two\nlines and  two spaces",
    "雷军 ¥75,000,000 😀",
]


def shown(fragment: str) -> str:
    """What a reader sees: line breaks, no tags, references resolved."""
    return standard.unescape(re.sub(r"<[^>]*>", "", fragment.replace("<br>", "\n")))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_written(text):
    assert shown(html.literal(text)) == text


@given(st.text())
def test_any_text_is_shown_as_written(text):
    assert shown(html.text(text)) == printable(plain(text))


@given(st.text(alphabet="{}[]\\():<>&/ac1soundlatexypki$*`:\n"))
def test_nothing_that_anki_would_read_is_left(text):
    found = html.text(text)

    assert not re.search(r"[{}]", found)
    assert not re.search(r"\[\[|\[sound:|\[/?latex\]|\[/?\$\$?\]|\[anki:", found, re.IGNORECASE)
    assert "<!--" not in found
    # MathJax reads the finished page, in which only an element parts a backslash from its bracket.
    assert not re.search(r"\\[(\[]", standard.unescape(found))


def test_marks_become_elements():
    assert html.text("*a* **b** `c*` \\*d") == "<em>a</em> <strong>b</strong> <code>c*</code> *d"


def test_a_line_break_is_one():
    assert html.text("one\ntwo\r\nthree") == "one<br>two<br>three"


def test_what_cannot_stand_in_a_field_leaves_a_visible_sign():
    assert html.literal("a\x1fb\x00c\ud800d") == "a␟b␀c�d"


def test_a_deletion_holds_no_colon_and_no_brace_but_its_own():
    assert html.deletion(3, "std::v{1}:") == "{{c3::std&#58;&#58;v&#123;1&#125;&#58;}}"


def test_an_attribute_cannot_be_left():
    assert (
        html.attribute('" onerror="x{{Prompt}}\n<')
        == "&quot; onerror=&quot;x&#123;&#123;Prompt&#125;&#125; &lt;"
    )
