"""Rules that look at the texts of a question, a fact, a source or a topic."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

import samples
from quizmill.bank.load import load_bank
from quizmill.check.language import html
from quizmill.check.run import check

RULES = ("anki-cloze", "dollar-mathematics", "html-in-text", "kept-quotes")


@pytest.fixture
def asked(lint):
    """`asked(rule, prompt, more)`: what the rule says of a short answer; its prompt begins on line 5."""

    def run(rule: str, prompt: str, more: str = "", answer: str = "A") -> list[str]:
        lines = f"prompt: |-\n{textwrap.indent(prompt, '    ')}\nanswer: {answer}\n{more}".strip()
        entry = f"- id: a\n  type: short_answer\n{textwrap.indent(lines, '  ')}\n  facts: [tea-book/leaf]\n"
        return [line.removeprefix("question_bank/t.yaml:") for line in lint(rule, entry)]

    return run


class TestAnkiCloze:
    HELP = "write `type: cloze` and `text: …{{Phobos}}…`, or leave the braces out"

    def test_in_a_prompt_and_an_explanation_each_once(self, asked):
        text = "{{c1::Phobos::fear}} and {{c2::Deimos}}"

        said = '"{{c1::Phobos::fear}}" is a cloze deletion as Anki writes it, which only a cloze can have'
        assert asked("anki-cloze", text, f"explanation: '{text}'") == [
            f"5:13: warning[anki-cloze] {said}\n  help: {self.HELP}",
            f"8:18: warning[anki-cloze] {said}\n  help: {self.HELP}",
        ]

    def test_in_another_text_of_a_cloze(self, lint):
        entry = """
        - id: a
          type: cloze
          text: The larger moon of Mars is {{Phobos}}.
          hint: "{{c1::Phobos}}"
          facts: [tea-book/leaf]
        """

        assert lint("anki-cloze", entry) == [
            'question_bank/t.yaml:6:11: warning[anki-cloze] "{{c1::Phobos}}" is a cloze deletion as Anki '
            f"writes it, which only a cloze can have\n  help: {self.HELP}"
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "What does {{c1::word}} do in Anki?",
            "What does `{{c1::word}}` hide?",
            "What does {{ c1 }} print?",
            "What is {{std::cout}}?",
        ],
    )
    def test_what_is_meant_is_not_told(self, asked, text):
        assert asked("anki-cloze", text) == []


class TestHtmlInText:
    @pytest.mark.parametrize(
        ("text", "found", "help"),
        [
            ("Is H<sub>2</sub>SO<sub>4</sub> an acid?", "H<sub>2</sub>SO<sub>4</sub>", "write H₂SO₄"),
            ("How long is 10<sup>-3</sup> m?", "10<sup>-3</sup>", "write 10⁻³"),
            ("Is e<sup>ix</sup> real?", "e<sup>ix</sup>", r"write \(e^{ix}\)"),
            ("Which is <b>not</b> a fish?", "<b>not</b>", "write **not**"),
            ("Which is <STRONG>not</STRONG> a fish?", "<STRONG>not</STRONG>", "write **not**"),
            ("Who wrote <i class='t'>Emma</i>?", "<i class='t'>Emma</i>", "write *Emma*"),
            ("What does <code>ls</code> do?", "<code>ls</code>", "write `ls`"),
            ("Is it <u>always</u> so?", "<u>always</u>", "write always"),
            (
                "One.<br>Two?",
                "One.<br>Two",
                "write each line on a line of its own, in a block after `|`",
            ),
            (
                "<p>Who is it?</p>",
                "<p>Who is it?</p>",
                "leave the tags out; paragraphs have an empty line between them, in a block after `|`",
            ),
            (
                "Who?<audio src=a.mp3></audio>",
                "Who?<audio src=a.mp3></audio>",
                "name the sound in `audio: {file: …, transcript: …}`",
            ),
            ("Who?<img src=a.png>", "Who?<img src=a.png>", "name the picture in `image: {file: …, alt: …}`"),
            ("How far is 5&nbsp;km?", "5&nbsp;km", "write 5 km"),
            ("Who led AT&amp;T?", "AT&amp;T", "write AT&T"),
            ("Is it &lt;b&gt;?", "&lt;b&gt;", "write <b>"),
            ("Who was Ren&eacute; Descartes?", "Ren&eacute;", "write René"),
            ("It&#8217;s what?", "It&#8217;s", "write It’s"),
            ("A &nbsp; B?", "&nbsp;", "write a space"),
            ("A&#27;B?", "A&#27;B", "write AB"),
            ("How do H<sub>2</sub> and oxygen react?", "H<sub>2</sub>", "write H₂"),
            ("Is the angular momentum 10<sup>3</sup>?", "10<sup>3</sup>", "write 10³"),
            ("Who, <b>of " + "all " * 30 + "</b>?", "<b>of", "write **…**"),
            ("Who </em> is it?", "</em>", "write *…*"),
            ("Is <b>this</b> <i>so</i>?", "<b>this</b>", "write **this**"),
        ],
    )  # fmt: skip
    def test_tags_and_codes(self, asked, text, found, help):
        assert asked("html-in-text", text) == [
            f'5:13: warning[html-in-text] "{found}" is HTML, which is shown as it is written\n'
            f"  help: {help}; if it is meant as such, put it in backticks"
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "Is `<br>` right?",
            "What is shown by this page?\n\n    <p class='a'>One<br>two</p>\n\nIs it red?",
            "```\n<b>x</b>\n```\nWhat is shown?",
            "What does <br> mean in HTML?",
            "Which tag sets <b>bold</b> type?",
            "¿Qué hace la etiqueta <br>?",
            "Que fait la balise <b>x</b> ?",
            "标签 <br> 做什么？",
            "What does “<br>” stand for?",
            "What is a List<String>, a Map<K, V>, an Array<B> and a Set<I>?",
            "Is a < b > c, and x<y>z?",
            "For which a is 1<a and b>2?",
            "What does #include <stdio.h> do, and <iostream>?",
            "Who is Ann <ann@example.org>?",
            "What does <i> mean as an average?",
            "Which bra goes with <p|q>?",
            "What is R&D; and what P&L;?",
            "What does `f(&x);` or int *p = &num; do?",
            "Press <Del> or <Tab>.",
            "Is 3 &lt 4?",
        ],
    )
    def test_what_looks_like_it_is_not_told(self, asked, text):
        assert asked("html-in-text", text) == []

    def test_a_question_whose_answer_is_a_tag_asks_about_tags(self, asked):
        assert asked("html-in-text", "Which of <b>x</b> and <br> has no end?", answer="<br>") == []
        assert asked("html-in-text", "What has no end: <b>x</b> or what?", answer='"`<br>`"') == []

    def test_what_a_bank_is_about_counts(self, lint):
        entry = "- {id: a, type: short_answer, prompt: Does <hr> end?, answer: x, facts: [tea-book/leaf]}\n"
        about = samples.BANK.replace("Tea and the sea", "A course in HTML")

        assert lint("html-in-text", entry, bank=about) == []
        assert len(lint("html-in-text", entry)) == 1


class TestDollarMathematics:
    @pytest.mark.parametrize(
        ("text", "found", "inside"),
        [
            (r"Is $\frac{1}{2}$ more?", r"$\frac{1}{2}$", r"\frac{1}{2}"),
            ("Is $x^2$ even?", "$x^2$", "x^2"),
            ("Which shell holds $2n^2$ electrons?", "$2n^2$", "2n^2"),
            ("Is $3/4$ more than $0.7$?", "$3/4$", "3/4"),
            ("Is the scale $1 : 50000$ larger?", "$1 : 50000$", "1 : 50000"),
            ("Where is $(3, 4)$?", "$(3, 4)$", "(3, 4)"),
            (r"Is it $20\%$ or less?", r"$20\%$", r"20\%"),
            ("Is $a_n$ or $a_{n+1}$ more?", "$a_n$", "a_n"),
            ("If $x$ is 2, what is $y$?", "$x$", "x"),
            ("Is $f(x) = 2x + 1$ odd?", "$f(x) = 2x + 1$", "f(x) = 2x + 1"),
            ("How long is $AB$?", "$AB$", "AB"),
            (r"Solve $$ \int x \, dx $$!", r"$$ \int x \, dx $$", r"\int x \, dx"),
            ("What is ${}^{14}C$?", "${}^{14}C$", "{}^{14}C"),
            ("It costs $5; is $n$ bills enough?", "$n$", "n"),
            (r"多少是$\pi$？", r"$\pi$", r"\pi"),
            ("Es gilt «$x_1$».", "$x_1$", "x_1"),
        ],
    )
    def test_latex(self, asked, text, found, inside):
        assert asked("dollar-mathematics", text) == [
            f'5:13: warning[dollar-mathematics] "{found}" is LaTeX, whose dollars would be shown\n'
            f"  help: write `\\({inside}\\)`, in single quotes or in none"
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "Is $5 more than $6?",
            "Is it $5-$6, $5k/$6k or $1,000?",
            "Is US$5 to 10$ a lot?",
            "Is it A$5, NZ$6 or 7 $?",
            "What are $HOME/$USER and $PATH?",
            "What is $MY_VAR, and $OTHER_VAR?",
            "What is $A_B:$C?",
            "What does echo $$ print, and $$?",
            "What does $('.a').hide() do with $x?",
            "What is ${name}^2 and ${b}$?",
            "What is $A$1:$B$2?",
            "What is $name$ or $id$ in a file?",
            r"Is \$5 and \$6 the same?",
            "Is `$x$` right?",
            "What does this print?\n\n  $x = $y^2; $z$\n",
            "How does LaTeX set $x^2$?",
            r"What does the regular expression ^$|^x_1$ match?",
            "What is the dollar sign in $x$?",
            r"Is \(x^2\) even, and \(y\)?",
            "$$$ or $$?",
        ],
    )
    def test_money_variables_and_code_are_none(self, asked, text):
        assert asked("dollar-mathematics", text) == []


class TestMathematicsMisread:
    @pytest.mark.parametrize(
        ("text", "said"),
        [
            (
                r"Is \(\dfrc{1}{2}\) more?",
                r'in the formula \dfrc{1}{2}: "\dfrc" is no command that quizmill knows',
            ),
            (
                r"Is \(\href{x}{y}\) it?",
                r'in the formula \href{x}{y}: "\href" is no command that quizmill knows',
            ),
        ],
    )
    def test_what_is_outside_is_named(self, asked, text, said):
        (found,) = asked("mathematics-misread", text)

        assert found.partition("\n")[0] == f"5:13: error[mathematics-misread] {said}"

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            (r"\({{\frac{1}}}{2}\)", r'{{\frac{1}}}{2}: "\frac" lacks what it is about'),
            (r"\(\text{a {{b}}}\)", r'\text{a {{b}}}: "{" stands in \text, which holds words alone'),
        ],
    )
    def test_a_blank_that_is_no_whole_part_of_a_formula(self, lint, text, said):
        found = lint(
            "mathematics-misread", f"- {{id: q, type: cloze, facts: [tea-book/leaf], text: '{text}'}}"
        )

        assert [each.partition("\n")[0] for each in found] == [
            f"question_bank/t.yaml:3:56: error[mathematics-misread] in the formula {said}"
        ]

    @pytest.mark.parametrize(
        "text", [r"Is \(\frac{x^2}{2}\) it?", r"What does `\(\d+\)` match?", r"Is f\(x it?", r"Is it \\(x\)?"]
    )
    def test_what_can_be_drawn_or_is_no_formula_is_not_told(self, asked, text):
        assert asked("mathematics-misread", text) == []


class TestMarkUnread:
    @pytest.mark.parametrize(
        ("text", "message", "help"),
        [
            (
                r"What is \(x + 1 if x is 2?",
                r'the formula that begins with "\(x + 1 if x is 2?" does not end',
                r"end it with \) before the next blank line; what is no formula stands in backticks",
            ),
            (
                r"Is \(x\) in \[y?",
                r'the formula that begins with "\[y?" does not end',
                r"end it with \] before the next blank line; what is no formula stands in backticks",
            ),
            (
                "Which ![A flag](flag.png) is it?",
                '"![A flag](flag.png)" is shown as it is written, not as a picture',
                "give it a line of its own, and put a file whose name has spaces or brackets in <…>",
            ),
            (
                "![A flag](my flag.png)",
                '"![A flag](my flag.png)" is shown as it is written, not as a picture',
                "give it a line of its own, and put a file whose name has spaces or brackets in <…>",
            ),
        ],
    )
    def test_what_is_shown_as_it_is_written(self, asked, text, message, help):
        assert asked("mark-unread", text) == [f"5:13: warning[mark-unread] {message}\n  help: {help}"]

    def test_a_listing_without_its_end(self, lint):
        question = """
            - id: q
              type: true_false
              prompt: |
                Is this right?

                ```python
                print(1)

                Say why.
              answer: true
              facts: [tea-book/leaf]
            """

        assert lint("mark-unread", question) == [
            'question_bank/t.yaml:5:13: warning[mark-unread] the listing that begins with "```python"'
            " does not end\n"
            "  help: end it with ``` on a line of its own; its language is one word, as in ```python"
        ]

    @pytest.mark.parametrize(
        "text",
        [
            r"Is \(x\) or \[y\] it?",
            r"What does `\(` match?",
            r"Is it \\(x?",
            "![A flag](<my flag.png>)",
            "Is `![x](y)` a picture?",
            "Wow![1], he said.",
        ],
    )
    def test_what_is_read_or_meant_as_it_is(self, asked, text):
        assert asked("mark-unread", text) == []


class TestKeptQuotes:
    def said(self, place: str, text: str, help: str) -> str:
        return f'{place}: warning[kept-quotes] "{text}" keeps its quotation marks\n  help: write `{help}`'

    @pytest.mark.parametrize(
        ("answer", "help"),
        [
            ("“Camellia japonica”", "answer: Camellia japonica"),
            ("„Kamelie“", "answer: Kamelie"),
            ("«camélia»", "answer: camélia"),
            ("‘camellia’", "answer: camellia"),
            ("「椿」", "answer: 椿"),
            ("“yes”", 'answer: "yes"'),
        ],
    )
    def test_a_whole_answer(self, asked, answer, help):
        assert asked("kept-quotes", "What?", answer=answer) == [self.said("7:13", answer, help)]

    def test_accepted_forms_and_terms(self, asked, lint):
        assert asked("kept-quotes", "What?", "accept: [“B”, C]") == [self.said("8:14", "“B”", "B")]
        source = samples.SOURCE.replace("[Camellia sinensis]", "[“Camellia sinensis”]")
        assert lint("kept-quotes", "", source=source) == [
            self.said("seeds/tea-book.yaml:12:13", "“Camellia sinensis”", "Camellia sinensis")
        ]

    def test_an_option_among_others(self, lint):
        entry = """
        - id: a
          type: multiple_choice
          prompt: Which?
          answer: Emma
          distractors: [“Persuasion”, {text: Ivanhoe, why: “It is by Scott.”}]
          facts: [tea-book/leaf]
        """

        assert lint("kept-quotes", entry) == [
            self.said("question_bank/t.yaml:7:19", "“Persuasion”", "Persuasion")
        ]

    def test_a_side_of_a_pair_a_step_and_a_blank(self, lint):
        entries = """
        - id: a
          type: matching
          prompt: Match.
          pairs: [[“one”, eins], [two, zwei]]
          facts: [tea-book/leaf]
        - id: b
          type: ordering
          prompt: Order.
          sequence: [“one”, two]
          facts: [tea-book/leaf]
        - id: c
          type: cloze
          text: The third number is {{“three”}}.
          facts: [tea-book/leaf]
        """

        assert [line.removeprefix("question_bank/t.yaml:") for line in lint("kept-quotes", entries)] == [
            self.said("6:14", "“one”", "one"),
            self.said("11:16", "“one”", "one"),
            self.said("15:11", "“three”", "{{three}}"),
        ]

    def test_options_that_are_all_quotations_are_meant_so(self, lint):
        entries = """
        - id: a
          type: multiple_choice
          prompt: What did she say?
          answer: “I came.”
          distractors: [“I saw.”, {text: “I slept.”, why: No.}]
          facts: [tea-book/leaf]
        - id: b
          type: matching
          prompt: Who said what?
          pairs: [[“I came.”, Ann], [“I saw.”, Bob]]
          facts: [tea-book/leaf]
        """

        assert lint("kept-quotes", entries) == []

    @pytest.mark.parametrize(
        "answer", ["“Yes” and “no”", "the “Emma”", "'\"x\"'", "’tis", "《红楼梦》", "O’Brien", "5”"]
    )
    def test_marks_in_a_text_are_its_own(self, asked, answer):
        assert asked("kept-quotes", "“What?”", "explanation: “So it is.”", answer=answer) == []


class TestWhereTheyLook:
    TEXT = "Is <b>x</b>, $x^2$, {{c1::y}}?"

    def found(self, folder: Path) -> list[str]:
        return [
            f"{each.location.file.rpartition('/')[2]}:{each.location.line} {each.rule}"
            for each in check(load_bank(folder))
            if each.rule in RULES
        ]

    def test_in_facts_sources_and_topics(self, tmp_path: Path):
        source = samples.SOURCE.replace("A Short Book of Tea", self.TEXT).replace("Every true tea", self.TEXT)
        folder = samples.write(tmp_path, t=f'title: "{self.TEXT}"\nquestions: []\n', source=source)

        each = ("anki-cloze", "dollar-mathematics", "html-in-text")
        places = ("t.yaml:1", "tea-book.yaml:2", "tea-book.yaml:11")
        assert self.found(folder) == [f"{place} {rule}" for place in places for rule in each]
        records = {each.record for each in check(load_bank(folder)) if each.rule in RULES}
        assert records == {"file t.yaml", "source tea-book", "fact tea-book/leaf"}

    def test_not_in_what_is_no_text(self, tmp_path: Path):
        more = "x-note: <b>x</b>", "allow: {long-prompt: <b>x</b>}", "origin: {format: gift, file: <b>x</b>}"
        lines = "".join(f"    {line}\n" for line in more)
        entry = f"  - id: a\n    type: short_answer\n    prompt: P\n    answer: A\n{lines}"
        folder = samples.write(tmp_path, t=f"title: T\nquestions:\n{entry}    facts: [tea-book/leaf]\n")

        assert self.found(folder) == []

    def test_a_finding_is_allowed_on_its_question_its_fact_or_for_a_topic_in_the_bank(self, tmp_path: Path):
        allow = "allow: {html-in-text: it is meant}\n"
        entry = "  - id: a\n    type: short_answer\n    prompt: Is <b>x</b>?\n    answer: A\n"
        folder = samples.write(
            tmp_path,
            t=f"title: <b>T</b>\nquestions:\n{entry}    facts: [tea-book/leaf]\n    {allow}",
            source=samples.SOURCE.replace("says: Every true", f"{allow}    says: Every <b>true</b>"),
            bank=f"{samples.BANK}{allow}",
        )

        assert self.found(folder) == []
        assert "unused-allow" not in {each.rule for each in check(load_bank(folder))}


@pytest.mark.parametrize(
    "text",
    [
        *("<b " * 300_000, "<b>" * 200_000, "<b>" * 100_000 + "</b>", "<b" + " a" * 400_000, "&#" * 400_000),
        *("`" + "<b>" * 200_000, "\\(" * 300_000 + "<b>"),
    ],
    ids=lambda text: text[:8],
)
def test_a_text_of_a_megabyte_does_not_keep_one_waiting(text):
    html.first_in(text)


@pytest.mark.parametrize(
    "piece",
    ["$ a", "$a", "$", "{{c1::", "“", "„a, “", "<b>$x^2$", "$" + "x" * 499, "$\\"],
    ids=lambda piece: piece[:8],
)
def test_nor_does_a_question_of_one(lint, piece):
    text = piece * (1_000_000 // len(piece))
    lines = "id: a", "type: short_answer", "prompt: P", "answer: A", f"hint: 'a {text}'"
    entry = "- " + "\n  ".join((*lines, "facts: [tea-book/leaf]\n"))

    for rule in RULES:
        lint(rule, entry)
