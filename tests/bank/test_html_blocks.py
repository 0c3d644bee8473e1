"""Blocks of a text as HTML without scripts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizmill.bank.html_blocks import in_html

NAMESPACE = "http://www.w3.org/1998/Math/MathML"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("*tea* & `x < y`\nnext", "<em>tea</em> &amp; <code>x &lt; y</code><br>next"),
        (
            "Read:\n\n```python\nif a < b:\n    print(a)\n```",
            '<p>Read:</p><pre dir="ltr"><code>if a &lt; b:\n    print(a)</code></pre>',
        ),
        (
            "| a | b |\n| --- | ---: |\n| **1** | 2 |",
            '<table><thead><tr><th>a</th><th style="text-align: right">b</th></tr></thead>'
            '<tbody><tr><td><strong>1</strong></td><td style="text-align: right">2</td></tr></tbody></table>',
        ),
        ("- tea\n- salt", "<ul><li>tea</li><li>salt</li></ul>"),
        ("3. tea\n4. salt", '<ol start="3"><li>tea</li><li>salt</li></ol>'),
        ("See\n![A <leaf>](leaf.png)", "<p>See</p><p>[A &lt;leaf&gt;]</p>"),
        (r"so \(\href{x}{y}\) it is", r"so \(\href{x}{y}\) it is"),
    ],
)
def test_what_is_written_is_what_is_seen(text, shown):
    assert in_html(text) == shown


def test_a_formula_is_mathml_with_what_it_says():
    inline, display = in_html(r"so \(x^2\)"), in_html("So\n\\[x^2\\]")

    assert inline.startswith(
        'so <math xmlns="http://www.w3.org/1998/Math/MathML" display="inline" alttext="x²">'
    )
    assert '<div><math xmlns="http://www.w3.org/1998/Math/MathML" display="block" alttext="x²">' in display


@given(st.text(alphabet="ab <>&`*|\\n-$[]()!\\{}\"'", max_size=60))
def test_no_text_gets_an_element_that_is_not_ours(text):
    ours = "em strong code p pre table thead tbody tr th td ul ol li div math".split()
    names = set(re.findall(r"</?([a-zA-Z]+)", re.sub(r"<math.*?</math>", "", in_html(text))))

    assert names <= {*ours, "br"}
