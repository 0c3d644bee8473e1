"""Blanks in a cloze text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizmill.bank.cloze import Blank, blanks, filled, segments, stray_braces, with_gaps
from quizmill.bank.markup import plain


def test_blanks_stand_between_stretches_of_text():
    assert segments("In {{2004}} it was bought by {{Amazon|Amazon.com}}.") == (
        "In ",
        Blank("2004"),
        " it was bought by ",
        Blank("Amazon", ("Amazon.com",)),
        ".",
    )


def test_spaces_around_an_answer_do_not_count():
    assert blanks("{{ a | b }}") == (Blank("a", ("b",)),)


def test_a_bar_can_be_part_of_an_answer():
    assert blanks(r"{{a\|b|c}}") == (Blank("a|b", ("c",)),)


def test_every_gap_has_the_same_width():
    assert with_gaps("{{Xi}} and {{Xiaomi Corporation}}") == "____ and ____"


def test_braces_that_do_not_pair_up_are_literal():
    assert segments("a {{b and c}} d}} {x}") == ("a ", Blank("b and c"), " d}} {x}")
    assert with_gaps("a {{b") == "a {{b"


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        (r"The ratio is {{\(\frac{a}{\sqrt{b}}\)}}.", [r"\(\frac{a}{\sqrt{b}}\)"]),
        (r"It is {{\[\sum_{i}{x_{i}}\]}}.", [r"\[\sum_{i}{x_{i}}\]"]),
        ("An empty map is {{`map[{}]`}} or {{`{{}}`}}.", ["`map[{}]`", "`{{}}`"]),
        (r"{{\(|x|\)}} and {{`a|b`}}", [r"\(|x|\)", "`a|b`"]),
        (r"`for i in {{range}}(5):` and \(x^{ {{2}} }\)", ["range", r"\(2\)"]),
        ("`}}` and {{a}} and `{{`", ["a"]),
        (r"\(\frac{a}{\sqrt{b}}\) is {{rational}}", ["rational"]),
        ("The set is {{{1, 2}}}.", ["{1, 2}"]),
        (r"{{\frac{1}{\sqrt{2}}}}", [r"\frac{1}{\sqrt{2}}"]),
        ("A block begins with {{{}} and ends with {{`}`}}.", ["{", "`}`"]),
        (r"A backtick \` and {{a}} \`", ["a"]),
        (r"A lone ` or \( and {{a}}", ["a"]),
        (r"{{a\\(b}} \)", [r"a\\(b"]),
    ],
)
def test_code_and_mathematics_end_and_part_no_blank(text: str, answers: list[str]):
    assert [blank.answer for blank in blanks(text)] == answers
    assert all(blank.accept == () for blank in blanks(text))
    assert stray_braces(text) == ()


@pytest.mark.parametrize(
    ("text", "asked", "answers", "solved"),
    [
        (r"\(2{{\pi}}r\)", "2____r", ["π"], "2πr"),
        (r"\({{a}}{{b}}\)", "________", ["a", "b"], "ab"),
        (r"\(\frac{{a}}{{b}}\)", "____/(____)", ["a", "b"], "a/b"),
        (r"\(\frac{{{a}}}{{{b}}}\)", "____/(____)", ["a", "b"], "a/b"),
        (r"\(\sqrt{{x}}\)", "√(____)", ["x"], "√x"),
        (r"\(\sin{{x}}\)", "sin ____", ["x"], "sin x"),
        (r"\(x^{{2}}3\)", "x^(____)3", ["2"], "x²3"),
        (r"\(x^{-{{2}}}\)", "x^(−____)", ["2"], "x⁻²"),
        (r"\(x_{{i}}^{{12}}\)", "x_{____}^(____)", ["i", "12"], "xᵢ¹²"),
        (r"\({{a_1}}_2\)", "(____)₂", ["a₁"], "a₁₂"),
        (r"\({{-3}}x\)", "____x", ["−3"], "−3x"),
        (r"\(a {{\leq}} b\)", "a____b", ["≤"], "a ≤ b"),
        (r"\(1{{0}}0\)", "1____0", ["0"], "100"),
        (r"\(3{,}{{14}}\)", "3,____", ["14"], "3,14"),
        (
            r"\[\int_{{0}}^{{\infty}}{{f(x)}}\,dx\]",
            "∫_{____}^{____}____ dx",
            ["0", "∞", "f(x)"],
            "∫_0^∞ f(x) dx",
        ),
    ],
)
def test_a_blank_in_a_formula_is_asked_and_answered_as_a_part_of_it(text, asked, answers, solved):
    assert plain(with_gaps(text)).strip() == asked
    assert [plain(blank.answer) for blank in blanks(text)] == answers
    assert plain(filled(text)).strip() == solved


def test_a_mark_below_the_line_in_code_is_no_script():
    assert with_gaps("`{{snake}}_case`") == "`_____case`"


def test_what_belongs_in_a_formula_and_is_none_stays_as_it_is():
    assert blanks(r"\({{\frac{1}|x^2}}\)") == (Blank(r"\frac{1}", (r"\(x^2\)",), r"\frac{1}"),)


def test_a_blank_in_a_listing_is_a_blank():
    text = "```js\nlet s = `{{a}} ${b}`;\nif (a || b) { f({{10}}) }\n```\nand {{c|d}}"

    assert blanks(text) == (Blank("a"), Blank("10"), Blank("c", ("d",)))
    assert plain(with_gaps(text)) == "let s = `____ ${b}`;\nif (a || b) { f(____) }\nand ____"
    assert stray_braces(text) == ()


def test_double_braces_in_a_listing_that_hold_no_blank_are_code():
    assert blanks("```vue\n<p>}} `{{</p>\n```\n{{Vue}}") == (Blank("Vue"),)


def test_double_braces_that_are_meant_have_a_backslash():
    assert segments(r"In Jinja \{{ name \}} prints {{the \{{value\}}|it}}.") == (
        "In Jinja {{ name }} prints ",
        Blank("the {{value}}", ("it",)),
        ".",
    )
    assert segments(r"`\{{` {{a}}") == (r"`\{{` ", Blank("a"))


@pytest.mark.parametrize(
    ("text", "stray"),
    [
        ("{{a}} and b}}", ["}}"]),
        ("{{a}} and {{b", ["{{"]),
        ("{{a} and {{b}}", ["{{"]),
        ("{a}} and {{b}}", ["}}"]),
        ("{{a {{b}} c}}", ["{{", "}}"]),
        ("{{{{a}}", ["{{"]),
        ("{{a}}}}", ["}}"]),
        (r"\{{a}} {{b}}", ["}}"]),
        ("int f() { if (x) { return {{0}}; }}", []),
        ('{"a": {"b": {{1}}}}', []),
        ("x = {{a}, b} is {{nested}}", []),
        (r"$\frac{a}{\sqrt{b}}$ is {{real}}", []),
        ("{{a}} } {", []),
        ("{{a}}}", []),
    ],
)
def test_double_braces_that_hold_no_blank(text: str, stray: list[str]):
    assert [text[start:end] for start, end in stray_braces(text)] == stray


@given(st.text(alphabet="ab{}|\\ `()", max_size=60))
def test_the_text_around_the_blanks_is_kept(text: str):
    outside = "".join(s for s in segments(text) if isinstance(s, str))
    assert with_gaps(text, "") == outside
