"""What is told of texts that were meant for another program, or lost something on their way through YAML."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

import samples
from quizmill.bank.anki_cloze import Rewritten, rewritten
from quizmill.bank.cloze import blanks
from quizmill.bank.load import load_bank
from quizmill.bank.quotation import inside

Told = Callable[..., str]


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """`told(fields)`: what is told of a question with these lines, from line 5 on; "" for nothing.

    A question with an error is lost, and no other.
    """

    def run(fields: str, kind: str = "short_answer") -> str:
        entry = f"  - id: a\n    type: {kind}\n{textwrap.indent(textwrap.dedent(fields).strip(), '    ')}\n"
        sound = "  - {id: sound, type: true_false, prompt: P, answer: true, facts: [tea-book/leaf]}\n"
        topic = f"title: T\nquestions:\n{entry}    facts: [tea-book/leaf]\n{sound}"
        loaded = load_bank(samples.write(tmp_path, t=topic))
        found = "\n".join(str(each) for each in loaded.diagnostics)
        ids = [question.id for _, question in loaded.bank.questions()]
        assert ids == (["sound"] if "error" in found else ["a", "sound"])
        return found.replace(f"{tmp_path}/question_bank/t.yaml:", "")

    return run


class TestAnkiCloze:
    @pytest.mark.parametrize(
        ("text", "said", "help"),
        [
            (
                "Tea is {{c1::Camellia sinensis::plant}}.",
                "{{c1::Camellia sinensis::plant}}",
                'write `text: "Tea is {{Camellia sinensis}}."` and `hint: plant`'.replace('"', ""),
            ),
            (
                "{{c1::Phobos::fear}} and {{c2::Deimos::dread}} are moons.",
                "{{c1::Phobos::fear}}",
                'write `text: "{{Phobos}} and {{Deimos}} are moons."` and `hint: fear; dread`',
            ),
            (
                "A {{c1::mitral {{c2::valve}}}} has two flaps.",
                "{{c2::valve}}",
                "write `text: A {{mitral valve}} has two flaps.`",
            ),
            ("A {{c1,2::or|and}}.", "{{c1,2::or}}", r"write `text: A {{or\|and}}.`"),
            (r"\(x^{{c1::2}}\) grows.", "{{c1::2}}", r'write `text: "\\(x^{{2}}\\) grows."`'),
        ],
    )
    def test_in_a_cloze_it_is_an_error_with_the_line_to_write(self, told, text, said, help):
        assert told(f"text: '{text}'", "cloze") == (
            f'5:11: error[anki-cloze] "{said}" is a cloze deletion as Anki writes it\n  help: {help}'
        )

    def test_a_hint_that_is_there_is_kept(self, told):
        assert told("text: A {{c1::cat::pet}}.\nhint: It purrs.", "cloze").endswith(
            "\n  help: write `text: A {{cat}}.`"
        )

    def test_of_a_long_text_only_the_way_to_write_it_is_told(self, told):
        assert told(f"text: A {{{{c1::cat}}}} {'x ' * 300}", "cloze").endswith(
            "\n  help: write `{{answer}}` for `{{c1::answer::hint}}`, and the hint as `hint: …`"
        )

    @pytest.mark.parametrize(
        "text",
        [
            "A {{`{{c1::word}}`}} hides a word in Anki.",
            r"In Anki \{{c1::word\}} hides a {{word}}.",
            "In C++ {{std::cout}} prints, and {{c1}} is a name.",
        ],
    )
    def test_what_is_meant_is_none(self, told, text):
        assert told(f"text: '{text}'", "cloze") == ""

    def test_what_does_not_close_is_kept(self):
        assert rewritten("a {{c1::b {{c2::c::d}} e") == Rewritten("a b c e", ("d",))
        assert rewritten("a}} {{c1::b}}") == Rewritten("a}} {{b}}", ())

    def test_a_bar_of_an_answer_stays_one(self):
        assert blanks(rewritten("{{c1::a|b}}").text)[0].answer == "a|b"


class TestStrayBraces:
    MEANT = "code stands in backticks, mathematics in \\(…\\), and braces that are meant as"
    BEGUN = f"end it, as in {{{{Amazon}}}}; {MEANT} \\{{{{"
    ENDED = f"begin it, as in {{{{Amazon}}}}; {MEANT} \\}}}}"

    @pytest.mark.parametrize(
        ("text", "said", "help"),
        [
            ("A heart has {{four} chambers.", '"{{four} chambers." begins a blank that does not end', BEGUN),
            ("{{A}} is {{B", '"{{B" begins a blank that does not end', BEGUN),
            (
                "A heart has {four}} chambers.",
                '"A heart has {four}}" ends a blank that does not begin',
                ENDED,
            ),
            ("{{a {{b}} c}}", '"{{a {{b}} c}}" begins a blank that does not end', BEGUN),
        ],
    )
    def test_they_are_told_once(self, told, text, said, help):
        assert told(f"text: '{text}'", "cloze") == f"5:11: error[stray-braces] {said}\n  help: {help}"


class TestBackslashes:
    @pytest.mark.parametrize(
        ("source", "said", "help"),
        [
            (r'"\frac{1}{2}"', r'"\f" in double quotes is the control character U+000C', r"'\frac{1}{2}'"),
            (r'"$\beta$"', r'"\b" in double quotes is the control character U+0008', r"'$\beta$'"),
            (r'"$\vec{v}$"', r'"\v" in double quotes is the control character U+000B', r"'$\vec{v}$'"),
            (r'"\exists x"', r'"\e" in double quotes is the control character U+001B', r"'\exists x'"),
            (r'"\alpha"', r'"\a" in double quotes is the control character U+0007', r"'\alpha'"),
            (r'"\rho"', r'"\r" in double quotes is the control character U+000D', r"'\rho'"),
            (r'"\0"', r'"\0" in double quotes is the control character U+0000', r"'\0'"),
            (r'"\Nu"', r'"\N" in double quotes is the control character U+0085', r"'\Nu'"),
            (r'"\x1b[2J"', r'"\x1b" in double quotes is the control character U+001B', r"'\x1b[2J'"),
            (r'"\u0007"', r'"\u0007" in double quotes is the control character U+0007', r"'\u0007'"),
            (
                r""" "It's \"it\": \times \frac12" """.strip(),
                r'"\f" in double quotes is the control character U+000C',
                r"""'It''s "it": \times \frac12'""",
            ),
            (
                r'"So\nit is: \frac12, \\frac13, caf\u00e9"',
                r'"\f" in double quotes is the control character U+000C',
                r'"So\nit is: \\frac12, \\frac13, caf\u00e9"',
            ),
        ],
    )
    def test_a_control_character_is_an_error_with_the_quoted_form(self, told, source, said, help):
        assert told(f"prompt: {source}\nanswer: A") == (
            f"5:13: error[control-character] {said}\n  help: write prompt: {help}"
        )

    @pytest.mark.parametrize(
        ("source", "said", "help"),
        [
            (r'"3 \times 4"', r'"\times" in double quotes begins with a tab', r"'3 \times 4'"),
            (r'"\theta"', r'"\theta" in double quotes begins with a tab', r"'\theta'"),
            (r'"$\tan x$"', r'"\tan" in double quotes begins with a tab', r"'$\tan x$'"),
            (r'"\nabla f"', r'"\nabla" in double quotes begins with a line break', r"'\nabla f'"),
            (r'"x \neq y"', r'"\neq" in double quotes begins with a line break', r"'x \neq y'"),
            (r'"$\nu_0$"', r'"\nu" in double quotes begins with a line break', r"'$\nu_0$'"),
            (r'"\Lambda"', r'"\Lambda" in double quotes begins with a line break', r"'\Lambda'"),
            (r'"\Phi"', r'"\Phi" in double quotes begins with a paragraph' "'s end", r"'\Phi'"),
            (r'"a\n\times b"', r'"\times" in double quotes begins with a tab', r'"a\n\\times b"'),
        ],
    )
    def test_where_a_command_of_latex_was_meant_a_warning(self, told, source, said, help):
        assert told(f"prompt: {source}\nanswer: A") == (
            f"5:13: warning[lost-backslash] {said}\n  help: write prompt: {help}"
        )

    @pytest.mark.parametrize(
        "source",
        [
            r'"first\nsecond"',
            r'"Which of them is it?\nnot this one"',
            r'"name\tan apple"',
            r'"one\ntwo\tthree\nu\ne\ni"',
            r'"a\r\nb"',
            r'"C:\\temp\\frac \\\\nabla"',
            r'"caf\u00e9 \_ \x41"',
            r"'\frac{1}{2} \times \nabla'",
            r"\frac{1}{2} \times \nabla",
            '"one\n\n      nabla"',
            "|\n  one\n  \tabla \\times",
        ],
    )
    def test_what_is_meant_is_not_told(self, told, source):
        assert told(f"prompt: {source}\nanswer: A") == ""

    def test_every_text_is_looked_at(self, told):
        fields = """
        prompt: P
        answer: A
        accept: ["\\\\theta", B]
        explanation: "\\\\beta"
        """.replace("\\\\", "\\")

        assert told(fields) == (
            '7:14: warning[lost-backslash] "\\theta" in double quotes begins with a tab\n'
            "  help: write '\\theta'\n"
            '8:18: error[control-character] "\\b" in double quotes is the control character U+0008\n'
            "  help: write explanation: '\\beta'"
        )

    def test_of_a_text_of_several_lines_only_the_way_is_told(self, told):
        assert told('prompt: "one\n  \\frac"\nanswer: A').endswith(
            "\n  help: put the text in single quotes, where a backslash is a backslash"
        )

    def test_the_authors_own_fields_are_not_looked_at(self, told):
        assert told('prompt: P\nanswer: A\nx-note: "\\f"') == ""

    def test_a_fact_and_a_title(self, tmp_path: Path):
        source = samples.SOURCE.replace(
            "says: Every true tea", 'says: "\\frac tea"\n    doubt: Every true tea'
        )
        bank = samples.write(tmp_path, t='title: "\\theta"\nquestions: []\n', source=source)

        assert [
            str(each).replace(f"{tmp_path}/", "").partition("\n")[0]
            for each in load_bank(bank).diagnostics
            if each.rule in ("control-character", "lost-backslash")
        ] == [
            'question_bank/t.yaml:1:8: warning[lost-backslash] "\\theta" in double quotes begins with a tab',
            "seeds/tea-book.yaml:11:11: "
            'error[control-character] "\\f" in double quotes is the control character U+000C',
        ]

    @pytest.mark.parametrize(
        ("source", "said", "help"),
        [
            (r'"Is \(x\) even?"', r"\(", r"'Is \(x\) even?'"),
            (r'"Is \sigma \"even\"?"', r"\s", r"""'Is \sigma "even"?'"""),
            (r'"Is \xi?"', r"\x", r"'Is \xi?'"),
            (r'"Is \upsilon?"', r"\u", r"'Is \upsilon?'"),
        ],
    )
    def test_what_is_no_escape_of_yaml_is_told_with_the_quoted_form(self, told, source, said, help):
        assert told(f"prompt: {source}\nanswer: A") == (
            f'5:17: error[syntax] "{said}" in double quotes is no character\n  help: write prompt: {help}'
        )


class TestSplitQuotations:
    @pytest.mark.parametrize(
        ("listed", "said", "help"),
        [
            ("[“Camellia, japonica”, x]", '"“Camellia, japonica”" has become two', '"Camellia, japonica"'),
            ("[x, „Ja, gern“]", '"„Ja, gern“" has become two', '"Ja, gern"'),
            ("[„a, b”, c]", '"„a, b”" has become two', '"a, b"'),
            ("[« un, deux, trois », x]", '"« un, deux, trois »" has become 3', '"un, deux, trois"'),
            ("[»a, b«, c]", '"»a, b«" has become two', '"a, b"'),
            ("[「一, 二」, x]", '"「一, 二」" has become two', '"一, 二"'),
            ("[‘Yes, sir’, No]", '"‘Yes, sir’" has become two', '"Yes, sir"'),
            ("[”Ja, tack”, Nej]", '"”Ja, tack”" has become two', '"Ja, tack"'),
            ("[the “a, b” plant, x]", '"the “a, b” plant" has become two', '"the “a, b” plant"'),
        ],
    )
    def test_a_comma_parts_a_quotation_in_typographic_marks(self, told, listed, said, help):
        found = told(f"prompt: P\nanswer: A\naccept: {listed}")

        assert (
            found.partition(" error")[2]
            == f"[split-quotation] {said} items of the list\n  help: write {help}"
        )

    @pytest.mark.parametrize(
        "listed",
        [
            "[“a”, “b”]",
            "[„a“, „b“]",
            "[« a », « b »]",
            "[‘tis, the dogs’]",
            "[the ‘80s, the dogs’]",
            "[5“, 7”]",
            "['“a', 'b”']",
            '["“Camellia, japonica”", x]',
            "[“first, “second”]",
            "[Rock ’n’ roll, O’Brien]",
            "[don’t, can’t]",
            "[(a, b)]",
        ],
    )
    def test_what_was_not_parted_is_not_told(self, told, listed):
        assert told(f"prompt: P\nanswer: A\naccept: {listed}") == ""


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("“x”", "x"),
        ("« x »", "x"),
        ("„x“", "x"),
        ("‘Don’t’", "Don’t"),
        ("“a” and “b”", ""),
        ("“x", ""),
        ("“”", ""),
        ('"x"', ""),
        ("", ""),
        ("’tis", ""),
        ("《红楼梦》", ""),
    ],
)
def test_what_a_quotation_holds(text, within):
    assert inside(text) == within
