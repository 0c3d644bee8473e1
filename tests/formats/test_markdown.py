"""Markdown: what is written, and that nothing in a text is a mark by chance."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin

import samples
from quizmill.bank.html import printable
from quizmill.bank.markup import Display, ItemList, Listing, Paragraph, Picture, Spans, Table, blocks
from quizmill.compose.paper import compose
from quizmill.errors import FileUnusable
from quizmill.formats.format import Settings
from quizmill.formats.markdown import FORMAT
from quizmill.formats.markdown_text import address, behind, in_markdown, stacked
from quizmill.formats.report import Report
from quizmill.formats.table import recognised

BANK = "title: B\nnamespace: b\n"


def written(folder: Path, *questions: str, bank: str = BANK, **settings) -> str:
    """The document of questions that are written in YAML; those of one topic called T."""
    entries = ""
    for at, question in enumerate(questions, 1):
        lines = textwrap.dedent(question).strip().splitlines()
        entries += f"  - id: q-{at}\n" + "".join(f"    {line}\n" for line in lines)
    loaded = samples.load(folder, bank=bank, tea=f"title: T\nquestions:\n{entries}").bank
    paper = compose(loaded, tuple(loaded.questions()), seed=1, order="bank")
    assert FORMAT.write
    data = FORMAT.write(paper, Settings(**settings), Report())
    assert FORMAT.recognises(data)
    return data.decode()


CHOICE = """\
type: multiple_choice
prompt: Which *one*?
answer: right
distractors: [{text: wrong, why: It is not.}, bad]
shuffle: false
"""


def test_options_are_boxes_and_the_key_is_the_last_section(tmp_path):
    assert written(tmp_path, f"{CHOICE}explanation: So it is.\nhint: Look.") == (
        "# B\n\n"
        "**1.** Which *one*?\n\n"
        "- [ ] **A** right\n- [ ] **B** wrong\n- [ ] **C** bad\n\n"
        "---\n\n"
        "## Answer key: B\n\n"
        "**1.** **A** right\n\n"
        "So it is.\n\n"
        "*What tempts:*\n\n- **B** (wrong): It is not.\n\n"
        "*Hint:* Look.\n"
    )


@pytest.mark.parametrize(
    ("question", "asked", "key"),
    [
        (
            "type: multiple_response\nprompt: P\nanswers: ['1', '3']\ndistractors: ['2']\nmarks: 2",
            "(2 marks) P\n\n*Mark every right answer.*\n\n- [ ] **A** 1\n- [ ] **B** 2\n- [ ] **C** 3",
            "\n\n- **A** 1\n- **C** 3",
        ),
        (
            "type: true_false\nprompt: P\nanswer: false\ncorrection: C.",
            "P\n\n- [ ] True\n- [ ] False",
            " False. C.",
        ),
        (
            "type: short_answer\nprompt: P\nanswer: a\naccept: ['`b`']",
            "P",
            " a\n\n*Also right:* `b`",
        ),
        (
            "type: numerical\nprompt: P\nanswer: '5'\nunit: km\ntolerance: 2%",
            "P\n\n… km",
            " 5 km\n\n*Also right:* anything within 2% of it",
        ),
        (
            "type: cloze\ntext: '{{a}} `{{b}}` \\(x^{{2}}\\)'",
            r"\_\_\_\_ `____` $x^\underline{\qquad}$",
            " (1) a; (2) b; (3) $2$",
        ),
        (
            "type: matching\nprompt: P\npairs: [[l, '1'], [m, '2']]\nextra: ['3']",
            "P\n\n1. l\n2. m\n\n- **A** 1\n- **B** 2\n- **C** 3",
            " 1 **A**; 2 **B**",
        ),
        (
            "type: ordering\nprompt: P\nsequence: [one, two]",
            "P\n\n- **A** two\n- **B** one",
            " **B**, **A**",
        ),
        (
            "type: essay\nprompt: P\npoints: [one, 2. two]",
            "P",
            "\n\n- one\n- 2\\. two",
        ),
    ],
)
def test_each_kind_is_asked_and_keyed(tmp_path, question, asked, key):
    assert written(tmp_path, question) == f"# B\n\n**1.** {asked}\n\n---\n\n## Answer key: B\n\n**1.**{key}\n"


def test_a_listing_stands_below_the_number_and_within_its_option(tmp_path):
    told = written(
        tmp_path,
        """
        type: multiple_choice
        context: |
          ```py
          a
          ```
        prompt: P
        answer: |
          ```
          b

          ``c`
          ```
        distractors: [d]
        shuffle: false
        """,
    )

    assert told == (
        "# B\n\n**1.**\n\n```py\na\n```\n\nP\n\n"
        "- [ ] **A**\n\n  ```\n  b\n\n  ``c`\n  ```\n\n- [ ] **B** d\n\n"
        "---\n\n## Answer key: B\n\n**1.** **A**\n"
    )


def test_pictures_and_sounds_are_named_by_their_paths_and_shared_thanks_are_said_once(tmp_path):
    told = written(
        tmp_path,
        """
        type: multiple_choice
        prompt: P
        image: {file: "a b/(1).png", alt: "A [leaf]", credit: Ada}
        audio: {file: s/x.mp3, transcript: Hiss., credit: Bo}
        answer: '![one](1.png "Cy")'
        distractors: ['![two](2.png "Cy")']
        shuffle: false
        """,
        pictures={"1.png": b"", "2.png": b""},
    )

    assert told == (
        "# B\n\n**1.** P\n\n![A \\[leaf\\]](a%20b/%281%29.png)\n\n*Ada*\n\n[x.mp3](s/x.mp3)\n\n*Bo*\n\n"
        "- [ ] **A**\n\n  ![one](1.png)\n\n- [ ] **B**\n\n  ![two](2.png)\n\n*Cy*\n\n"
        "---\n\n## Answer key: B\n\n**1.** **A**\n\n*What is said (x.mp3):* Hiss.\n"
    )


def test_topics_are_sections_where_there_are_several(tmp_path):
    bank = samples.load(
        tmp_path,
        bank=f"{BANK}license: CC0-1.0\n",
        tea="title: 'C #'\nquestions:\n  - {id: a, type: true_false, prompt: P, answer: true}\n",
        sea="title: D\nquestions:\n  - {id: b, type: true_false, prompt: Q, answer: true}\n",
    ).bank
    paper = compose(bank, tuple(bank.questions()), seed=1, order="bank", form="A")
    assert FORMAT.write
    told = FORMAT.write(paper, Settings(), Report()).decode()

    assert [line for line in told.splitlines() if line.startswith(("#", "*"))] == [
        *("# B (Form A)", "*CC0-1.0*", "## D", "**1.** Q", "## C \\#", "**2.** P"),
        *("## Answer key: B (Form A)", "**1.** True", "**2.** True"),
    ]


def test_the_language_of_the_bank_is_that_of_the_words(tmp_path):
    told = written(
        tmp_path, "type: true_false\nprompt: P\nanswer: true\nhint: H", bank=f"{BANK}language: fr\n"
    )

    assert "- [ ] Vrai\n- [ ] Faux" in told
    assert "*Indice :* H" in told


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("$5 or $6", r"\$5 or \$6"),
        ("a_b _c_ 2^3^ ~x~", r"a_b \_c\_ 2\^3\^ \~x\~"),
        ("<b>a</b> 1 < 2 &amp; & b", r"\<b>a\</b> 1 < 2 \&amp; & b"),
        ("1. a\n- b\n> c\nI. d\n# e\n=", "1\\. a\\\n\\- b\\\n\\> c\\\nI\\. d\\\n\\# e\\\n\\="),
        ("[a](b) [[c]] ![d](e) [^1]", r"\[a](b) \[\[c]] !\[d](e) \[\^1]"),
        ("a | b -- c ==d== %%e%% @f x@y.z", r"a \| b \-- c \==d\== \%%e\%% \@f x@y.z"),
        (r"这是**“茶”**的", "这是<strong>“茶”</strong>的"),
        (r"\(x\)th \(a\)\(b\)", "$x$<!-- -->th $a$<!-- -->$b$"),
        (r"\(a_1 * b\) \[c\]", "$a_1 * b$\n\n$$\nc\n$$"),
        ("    four spaces", "four spaces"),
        (
            "| a | b |\n|---|:-:|\n| `x|y` | \\(|x|\\) |",
            "| a | b |\n|---|:-:|\n| `x\\|y` | $\\vert x\\vert$ |",
        ),
    ],
)
def test_what_is_no_mark_is_shown_as_it_is(text, markdown):
    assert in_markdown(text) == markdown


def test_two_lists_of_one_sort_stay_two():
    bullets = "- a\n- b"

    assert stacked([bullets, bullets]) == f"{bullets}\n\n<!-- -->\n\n{bullets}"
    assert stacked([bullets, "1. c", "text", bullets]) == f"{bullets}\n\n1. c\n\ntext\n\n{bullets}"


def test_a_path_is_an_address():
    assert address('a b/é(1)%"<>#?.png') == "a%20b/é%281%29%25%22%3C%3E%23%3F.png"


# What other software makes of it ------------------------------------------------------------------------

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
READER.use(dollarmath_plugin, allow_space=False, allow_digits=False)
ATOMS = (
    *("*", "**", "`", "``", "\\", "_", "__", "[", "]", "(", ")", "<", ">", "<b>", "<!--", "-->", "&amp;"),
    *("~~", "^", "$", "$$", "|", "# ", "- ", "+ ", "1. ", "1) ", "a) ", "> ", "==", "---", "%%", "{", "!["),
    *(
        "a",
        "b",
        "c d",
        "é",
        "茶",
        "。",
        "“",
        '"',
        "\n",
        "\n\n",
        " ",
        "    ",
        "\t",
        "5",
        ".",
        "[^1]",
        "[a](b)",
    ),
    *("\\(x\\)", "\\(a|b_1*c\\)", "\\[x^2\\]", "*em*", "**st**", "`co`", "`a|b`", "\n- a\n- b\n"),
    *("\n1. a\n2. b\n", "\n| a | b |\n|---|---|\n| 1 | 2 |\n", "\n```py\nx\n```\n", "\x07", "http://a.b/c_d"),
)
STYLES = {"em_open": "emphasis", "strong_open": "strong", "<em>": "emphasis", "<strong>": "strong"}
LEAVES = {
    "text": "plain",
    "code_inline": "code",
    "math_inline": "mathematics",
    "math_block": "display",
    "fence": "listing",
    "image": "picture",
}
SILENT = {"softbreak", "hardbreak", "paragraph_open", "list_item_open", "thead_open", "tbody_open"}
SILENT |= {"tr_open", "th_open", "td_open"}


def seen(tokens: list[Token]) -> list[tuple[str, str]]:
    """What a reader of Markdown shows: each sign that is not a space with its style, and what lists begin."""
    found: list[tuple[str, str]] = []
    styles = ["plain"]
    for token in tokens:
        kind, content = token.type, token.content
        name = content.strip() if kind.startswith("html") else kind
        if kind == "inline":
            found += seen(token.children or [])
        elif name in STYLES:
            styles.append(STYLES[name])
        elif name in ("em_close", "strong_close", "</em>", "</strong>"):
            styles.pop()
        elif kind in LEAVES:
            found += signs(styles[-1] if kind == "text" else LEAVES[kind], content)
        elif name not in SILENT and name != "<!-- -->" and not kind.endswith("_close"):
            found.append((name, ""))
    return found


def signs(style: str, text: str) -> list[tuple[str, str]]:
    return [(style, sign) for sign in printable(text) if not sign.isspace()]


def meant(text: str) -> list[tuple[str, str]]:
    """What our markup says, in the same terms."""
    found: list[tuple[str, str]] = []
    for block in blocks(text):
        match block:
            case Paragraph(spans=of):
                found += styled(of)
            case Listing(code=code):
                found += signs("listing", code)
            case Table(head=head, rows=rows):
                found += [
                    ("table_open", ""),
                    *(each for row in (head, *rows) for of in row for each in styled(of)),
                ]
            case ItemList(items=items, first=first):
                name = "bullet_list_open" if first is None else "ordered_list_open"
                found += [(name, ""), *(each for of in items for each in styled(of))]
            case Display(source=source):
                found += signs("display", source)
            case Picture():
                raise AssertionError(block)
    return found


def styled(of: Spans) -> list[tuple[str, str]]:
    return [each for span in of for each in signs(span.style.value, span.text)]


@given(st.lists(st.sampled_from(ATOMS), min_size=1, max_size=9).map("".join))
def test_a_reader_of_markdown_sees_what_is_meant(text):
    assume(not any(isinstance(block, Picture) for block in blocks(text)))  # a file beside the document
    assert seen(READER.parse(behind("1", text))) == [("plain", "1"), *meant(text)]


def test_it_is_refused_in_a_sentence_since_it_is_only_written():
    data = "# Tea\n\n*CC0*\n\n## Leaves\n\n**1.** What is $x^{2}$?\n\n{=a ~b}\n"

    with pytest.raises(FileUnusable, match="it is Markdown as `quizmill export` writes it, which is only"):
        recognised(data.encode(), "tea.md")
