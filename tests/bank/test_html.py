"""Inline markup as HTML: what is written is what is seen, and nothing is run."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizmill.bank.html import literal, printable, run
from quizmill.bank.markup import plain, spans


def marked(text, literal=literal):
    return run(spans(text), literal)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "*tea* and **salt** and `x < y`",
            "<em>tea</em> and <strong>salt</strong> and <code>x &lt; y</code>",
        ),
        ("<script>alert(1)</script> & co", "&lt;script&gt;alert(1)&lt;/script&gt; &amp; co"),
        ("one\ntwo\r\nthree", "one<br>two<br>three"),
        ("a\x1b[31mb\x9bc\ud800", "a␛[31mb\ufffdc\ufffd"),
    ],
)
def test_what_is_written_is_what_is_seen(text, shown):
    assert marked(text) == shown


def test_another_program_may_need_more_to_be_escaped():
    assert (
        marked("*{{c1}}*", lambda text: literal(text).replace("{", "&#123;")) == "<em>&#123;&#123;c1}}</em>"
    )


@given(st.text())
def test_no_text_gets_an_element_of_its_own(text):
    found = marked(text)

    assert set(re.findall("</?([a-z]+)>", found)) <= {"em", "strong", "code", "br"}
    seen = html.unescape(re.sub("</?(?:em|strong|code)>", "", found).replace("<br>", "\n"))
    assert seen == printable(plain(text))
