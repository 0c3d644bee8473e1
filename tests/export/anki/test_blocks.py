r"""Listings, tables, lists and formulas on a card."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anki_decks import bank_of, note, release
from quizmill.bank.model import Cloze, Distractor, Matching, MultipleChoice, Ordering
from quizmill.export.anki import html

X = r"\[x\]"
LINE = '<span class="line">'
IF = '<span class="k">if</span>'


def listing(*lines):
    inside = "</span>\n".join(LINE + line for line in lines)
    return f'<pre class="listing" dir="ltr"><code>{inside}</span></code></pre>'


def formula(source):
    return f'<span class="mathematics">{source}</span>'


def text(question):
    return note(release(bank_of(question)), f"cloze.{question.id}").fields["Text"]


def cloze(source):
    """What stands in the passage."""
    found = text(Cloze(id="q", text=source))
    return found.removeprefix('<div class="passage" dir="auto">').removesuffix("</div>")


def test_a_listing_is_kept_to_the_space_and_set_line_by_line():
    assert html.blocks("Look:\n\n```python\nif a < b:\n\treturn {}\n\n  x = '**'\n```\nWell?") == (
        '<div class="paragraph">Look:</div>'
        + listing(
            f"{IF} a &lt; b:",
            '&#9;<span class="k">return</span> &#123;&#125;',
            "",
            "  x = <span class=\"s\">'**'</span>",
        )
        + '<div class="paragraph">Well?</div>'
    )


def test_a_listing_in_no_known_language_is_as_it_was():
    for language in ("", "gobbledygook"):
        assert html.blocks(f"```{language}\nif a:\n\t[[x\n```") == listing("if a:", "&#9;&#91;[x")


def test_what_is_aligned_says_how_wide_it_is():
    lines = [LINE + line for line in ("a / b", "~~^~~", "E: division")]
    inside = "</span>\n".join(lines)
    assert html.blocks("```text\na / b\n~~^~~\nE: division\n```") == (
        f'<pre class="listing aligned" dir="ltr" style="--columns: 11"><code>{inside}</span></code></pre>'
    )


def test_what_goes_over_several_lines_is_coloured_on_each():
    assert html.blocks('```python\nx = """a\n\n  b"""\n```') == listing(
        'x = <span class="s">"""a</span>', "", '  <span class="s">b"""</span>'
    )


def test_each_kind_has_a_class():
    assert html.blocks("```python\ndef f(): return 1  # [sound:x] {{c1::y}}\n```") == listing(
        '<span class="k">def</span> <span class="f">f</span>(): <span class="k">return</span> '
        '<span class="n">1</span>  <span class="c"># &#91;sound:x] &#123;&#123;c1::y&#125;&#125;</span>'
    )


def test_a_blank_may_stand_in_a_string_of_a_listing():
    assert cloze("```python\nprint('a {{b}} c', {{d}})\n```") == listing(
        '<span class="f">print</span>(<span class="s">\'a {{c1::b}} c\'</span>, {{c2::d}})'
    )


def test_a_table_says_where_its_cells_stand():
    assert html.blocks("| a | *b* |\n|---|--:|\n| `x` | <1 |") == (
        '<div class="table"><table><thead><tr><th>a</th><th style="text-align: right"><em>b</em></th>'
        "</tr></thead>"
        '<tbody><tr><td><code>x</code></td><td style="text-align: right">&lt;1</td>'
        "</tr></tbody></table></div>"
    )


def test_a_list_goes_on_from_its_first_number():
    assert html.blocks("- a\n- *b*") == '<ul class="items"><li>a</li><li><em>b</em></li></ul>'
    assert html.blocks("3. a\n4. b") == '<ol class="items" start="3"><li>a</li><li>b</li></ol>'


def test_a_picture_that_is_not_in_the_deck_is_told_in_words():
    assert html.blocks("![A <leaf>](leaf.png)") == '<div class="paragraph">[picture: A &lt;leaf&gt;]</div>'
    assert html.text("![A leaf](leaf.png)") == '<div class="paragraph">[picture: A leaf]</div>'


def test_a_picture_in_a_text_is_shown_with_its_credit():
    shown = html.blocks(
        'Look:\n![A "<leaf>"](leaf.png "Ann <b>, CC {{BY}}")\n![A pot](pot.png "Ann & Bob")',
        {"leaf.png": "quizmill-1.png", "pot.png": "quizmill-2.png"},
    )

    assert shown == (
        '<div class="paragraph">Look:<br>![A "&lt;leaf&gt;"](leaf.png "Ann &lt;b&gt;, CC '
        '&#123;&#123;BY&#125;&#125;")</div><div class="picture"><img src="quizmill-2.png" alt="A pot">'
        '<div class="credit"><bdi>Ann &amp; Bob</bdi></div></div>'
    )


def test_an_option_is_a_picture_or_has_one_below_its_words():
    images = {"leaf.png": "quizmill-1.png"}
    shown = '<div class="picture"><img src="quizmill-1.png" alt="A &quot;leaf&quot;"></div>'

    assert html.isolated('![A "leaf"](leaf.png)', images) == f"<bdi>{shown}</bdi>"
    assert html.isolated('*This*\n![A "leaf"](leaf.png)', images) == (
        f'<bdi><div class="paragraph"><em>This</em></div>{shown}</bdi>'
    )
    assert html.deletion(2, "![A: leaf](leaf.png)", images=images) == (
        '{{c2::<div class="picture"><img src="quizmill-1.png" alt="A&#58; leaf"></div>}}'
    )


def test_paragraphs_alone_are_a_run_as_they_always_were():
    assert html.blocks("*One*\ntwo.\n\nThree.") == "<em>One</em><br>two.<br><br>Three."


def test_formulas_are_for_mathjax():
    assert html.text(r"Is \(a<b\) so?") == "Is " + formula(r"\(a&lt; b\)") + " so?"
    assert html.blocks(r"\[\sqrt{x}\]") == (
        '<div class="formula">' + formula(r"\[\sqrt&#123;x&#125;\]") + "</div>"
    )


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (r"\\(x\)", r"<span>\</span>(x\)"),
        (r"`\(x\)`", r"<code><span>\</span>(x\)</code>"),
        (r"\(x", r"<span>\</span>(x"),
    ],
)
def test_what_is_no_formula_is_never_drawn(source, shown):
    assert html.text(source) == shown


@pytest.mark.parametrize(
    "source",
    [
        r"\href{javascript:alert(1)}{x}",
        r"\def\frac{x}",
        r"\newcommand\sin{x}",
        r"\\\require{html}",
        r"\style{position:fixed}{x}",
        r"\text{a \[x}",
    ],
)
def test_a_formula_that_does_more_than_show_is_shown_as_it_is_written(source):
    found = html.text(rf"\({source}\)")

    assert found == html.literal(rf"\({source}\)")
    assert "mathematics" not in found


def test_what_is_drawn_is_never_the_authors_string():
    assert html.text(r"\(a  \leq\dfrac12 + x²\)") == formula(
        r"\(a\le\dfrac&#123;1&#125;&#123;2&#125;+x^&#123;2&#125;\)"
    )


def test_braces_never_meet_even_where_they_are_themselves():
    braces = r"\(\frac{a}{\sqrt{b} }\)".replace("{", "&#123;").replace("}", "&#125;")

    assert html.deletion(1, r"\(\frac{ a}{\sqrt{b}}\)") == "{{c1::" + formula(braces) + "}}"


@given(st.text(alphabet="\\(){}[]$<&:ab\nhref% "))
def test_any_formula_ends_where_it_is_written(source):
    found = html.mathematics(source)

    if found.startswith('<span class="mathematics">'):
        inside = found.removeprefix('<span class="mathematics">\\(').removesuffix("\\)</span>")
        assert not re.search(r"[<>{}]|\\[()\]]|(?<!\\)\\\[", inside)
    else:
        assert found == html.literal(rf"\({source}\)")


def test_options_steps_and_sides_may_be_a_whole_listing():
    code = "```\nx = 1\n```"
    choice = MultipleChoice(id="q", prompt="Q", answer=code, distractors=(Distractor(text="b"),))
    assert f"<bdi>{listing('x = 1')}</bdi>" in note(release(bank_of(choice)), "choice.q").fields["Options"]
    assert text(Ordering(id="q", prompt="Q", sequence=(code, "b"))) == (
        '<ol class="steps"><li><bdi>{{c1::'
        + listing("x = 1")
        + '}}<span class="cue">First</span></bdi></li><li><bdi>{{c2::b}}<span class="cue">After: <bdi>'
        + listing("x = 1")
        + "</bdi></span></bdi></li></ol>"
    )
    display = f'<div class="formula">{formula(X)}</div>'
    matching = Matching(id="q", prompt="Q", pairs=((code, r"\[x\]"), ("b", "c")))
    assert text(matching).startswith(
        f'<ul class="pairs"><li><bdi class="left">{listing("x = 1")}</bdi><span class="join"> — </span>'
        f'<bdi class="match">{{{{c1::{display}}}}}</bdi></li>'
    )


def test_each_of_two_equal_lines_of_code_is_a_card():
    steps = Ordering(id="q", prompt="Q", sequence=("`a`", "`pass`", "`b`", "`pass`"))

    assert re.findall(r"{{(c\d)::<code>(.*?)</code>}}", text(steps)) == [
        ("c1", "a"),
        ("c2", "pass"),
        ("c3", "b"),
        ("c4", "pass"),
    ]


def test_a_blank_stands_in_a_listing_as_it_is_written():
    assert cloze("```c\nint *p = {{*q*}};\n  return {{a::b}};\n```") == listing(
        '<span class="k">int</span> *p = {{c1::*q*}};',
        '  <span class="k">return</span> {{c2::a&#58;&#58;b}};',
    )
    assert cloze("Use `map({{*f*}})`.") == "Use <code>map({{c1::*f*}})</code>."


def test_a_blank_stands_in_a_table_and_a_list():
    assert "<td>{{c1::1}}</td>" in cloze("| n |\n|---|\n| {{1}} |")
    assert cloze("- {{a}}\n- b") == '<ul class="items"><li>{{c1::a}}</li><li>b</li></ul>'


def test_a_blank_may_be_a_formula_or_stand_in_one():
    assert cloze(r"It is {{\(x^{2}\)}}.") == "It is {{c1::" + formula(r"\(x^&#123;2&#125;\)") + "}}."
    assert cloze(r"\(a + {{b}} = c\)") == formula(r"\(a+{{c1::b}}=c\)")
    assert (
        cloze(r"{{\(\frac{a}{\sqrt{b}}\)}}")
        == "{{c1::" + formula(r"\(\frac&#123;a&#125;&#123;\sqrt&#123;b&#125; &#125;\)") + "}}"
    )


@pytest.mark.parametrize("source", [r"\left{{(}}", r"\hr{{ef}}{x}", r"\dfrc{{a}}{b}"])
def test_a_formula_that_cannot_be_read_with_its_blanks_is_shown_as_it_is_written(source):
    found = cloze(rf"\({source}\)")

    assert "mathematics" not in found
    assert found.startswith(r"<span>\</span>(")


def test_an_answer_that_cannot_be_read_alone_stands_in_its_formula_sign_by_sign():
    assert cloze(r"\(x = {{\href{a}}}\)") == formula(
        r"\(x={{c1::\backslash\text&#123;href&#125;\&#123;\text&#123;a&#125;\&#125; }}\)"
    )


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (r"x^{{10}}", "x^&#123;{{c1::10}}&#125;"),
        (r"\sqrt {{2}}", r"\sqrt&#123;{{c1::2}}&#125;"),
        (r"\sqrt{{2}}", r"\sqrt&#123;{{c1::2}}&#125;"),
        (r"\frac{{{a}}}{b}", r"\frac&#123;{{c1::a}}&#125;&#123;b&#125;"),
        (r"\frac{ {{x^2}} }{b}", r"\frac&#123;{{c1::x^&#123;2&#125; }}&#125;&#123;b&#125;"),
        (r"\frac 1{{2}}", r"\frac&#123;1&#125;&#123;{{c1::2}}&#125;"),
        (r"\alpha{{b}}", r"\alpha {{c1::b}}"),
        (r"{{\alpha}}x", r"{{c1::\alpha }}x"),
        (r"{{a+b}}^2", r"&#123;{{c1::a+b}}&#125;^&#123;2&#125;"),
        (r"{{a}}^2", r"{{c1::a}}^&#123;2&#125;"),
        (r"{{x^2}} + {{\leq}}", r"{{c1::x^&#123;2&#125; }}+{{c2::\le }}"),
        (
            r"\frac{{a}}{{b}}",
            r"\frac&#123;{{c1::a}}&#125;&#123;{{c2::b}}&#125;",
        ),
    ],
)
def test_a_blank_is_one_argument_where_tex_takes_one(source, shown):
    assert cloze(rf"\({source}\)") == formula(rf"\({shown}\)")


@pytest.mark.parametrize("source", [r"{{\hr}}ef{x}", r"\hr{{ef}}{x}", r"\{{href}}{x}", r"{{\href{x}{y}}}"])
def test_a_blank_makes_no_command_that_a_formula_may_not_hold(source):
    back = re.sub(r"\{\{c1::(.*?)\}\}", r"\1", cloze(rf"\({source}\)"))

    assert r"\href" not in back or back == html.literal(r"\(\href{x}\)")
