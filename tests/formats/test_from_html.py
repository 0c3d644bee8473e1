"""HTML of other programs as our markup."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sound_banks
from quizmill.bank.html_blocks import Ways, in_html, mathjax
from quizmill.bank.markup import plain
from quizmill.formats.from_html import from_html
from quizmill.formats.media import Pictures

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20 + b"IEND"


def read(html: str, pictures: Pictures | None = None) -> tuple[str, list[str]]:
    dropped: list[str] = []
    return from_html(html, lambda rule, was: dropped.append(rule), pictures), dropped


@pytest.mark.parametrize(
    ("html", "markup"),
    [
        ("Tea", "Tea"),
        (
            "<p>Which <b>one</b>&nbsp;is <i>it</i>?</p>\n<p>Say <code>a &lt; b</code></p>",
            "Which **one**\xa0is *it*?\n\nSay `a < b`",
        ),
        ("a<br>b<br/>c", "a\nb\nc"),
        ('<span style="font-weight: 700">a</span> <span style="font-style:italic">b</span>', "**a** *b*"),
        ("<b>a</i> b</b> c <a name='x'>d</a>", "**a b** c d"),
        ("2 * 3 * 4 `x`", "2 \\* 3 \\* 4 \\`x\\`"),
        ("<ul><li>a<li>b</ul>", "- a\n- b"),
        ('<ol start="3"><li>a</li><li>b</li></ol>', "3. a\n4. b"),
        ("<pre>if a:\n    b</pre>", "```\nif a:\n    b\n```"),
        ("<table><tr><th>a<th>b<tr><td>1|2<td></table>", "| a | b |\n| --- | --- |\n| 1\\|2 |  |"),
        ("H<sub>2</sub>O, 10<sup>-3</sup>", "H₂O, 10⁻³"),
        (r"so \(x^2\) and \[y\]", r"so \(x^2\) and \(y\)"),
        ("$$x^2$$ and $a_1$", r"\(x^2\) and \(a_1\)"),
        ("from $75 to $80", "from $75 to $80"),
        (
            '<math><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></math>!',
            r"\(x^2\)!",
        ),
    ],
)
def test_what_is_shown_is_kept(html, markup):
    assert read(html) == (markup, [])


@pytest.mark.parametrize(
    ("html", "markup", "dropped"),
    [
        ("a<script>alert(1)</script>b", "ab", ["<script> is left out"]),
        ("the <u>one</u> word", "the *one* word", ["what is underlined or marked is emphasised"]),
        (
            '<span style="color: red"><span style="text-decoration: underline;">a</span> b</span> c',
            "*a* b c",
            ["what is underlined or marked is emphasised"],
        ),
        (
            'see <a href="https://x/y">here</a>',
            "see here",
            ["the address of a link is left out, its text kept"],
        ),
        ("<blink>a</blink>", "a", ["<blink> is left out, its text kept"]),
        ("pre<b>fix</b>", "prefix", ["emphasis within a word, or over several lines, is left out"]),
        *(
            (
                text,
                r"so \\(\ce{H2O}\)",
                ["a formula has what no formula here has: its LaTeX stands as it is"],
            )
            for text in (r"so \(\ce{H2O}\)", r"<p>so \(\ce{H2O}\)</p>")
        ),
        ("x<sup>abc</sup>", "x^abc", ["<sup> becomes a sign before what it shifted"]),
        ('<img src="http://x/y.png" alt="tea">', "[tea]", ["a picture is not in the file, or is none"]),
        ('<img src="file:///etc/passwd">', "", ["a picture is not in the file, or is none"]),
        ('<img src="data:image/png;base64,%%%">', "", ["a picture is not in the file, or is none"]),
        ('<video src="a.mp4"></video>', "", ["<video> is left out"]),
        (
            "<math><mi>x</mi></math>",
            "x",
            ["a formula has no LaTeX that can be read, so that its signs alone are kept"],
        ),
    ],
)
def test_what_has_no_place_is_told(html, markup, dropped):
    assert read(html) == (markup, dropped)


def test_pictures_come_out_of_the_text():
    pictures = Pictures({"@@PLUGINFILE@@/a.png": PNG})
    embedded = f"data:image/jpeg;base64,{base64.b64encode(PNG).decode()}"
    text, dropped = read(
        f'See <img src="{embedded}" alt="a leaf"> and <img src="@@PLUGINFILE@@/a.png">', pictures
    )
    (path,) = pictures.found

    assert text == f"See\n\n![a leaf]({path})\n\nand\n\n![picture]({path})"
    assert path.endswith(".png")  # by its bytes, whatever it says of itself
    assert dropped == []


@given(
    st.text(max_size=60)
    | st.sampled_from(["<" * 50, "</p>" * 9, "<td>", "</li></ol>x", "<math><annotation>"])
)
def test_no_html_is_too_bad(html):
    read(html)


@given(sound_banks.texts)
def test_what_we_write_ourselves_comes_back(text):
    back, _ = read(in_html(text, Ways(formula=mathjax)))

    assert " ".join(plain(back).split()) == " ".join(plain(text).split())
