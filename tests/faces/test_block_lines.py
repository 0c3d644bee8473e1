"""A bank's text as lines of a terminal: what a learner sees of each block, and hears in that order."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizmill.faces.block_lines import block_lines, option_lines
from quizmill.faces.plain.terminal import Screen, Tone
from quizmill.faces.text import cells
from quizmill.words import words_in

WORDS = words_in("en")


def lines(text: str, width: int = 40) -> list[str]:
    return block_lines(text, width, WORDS)


def test_paragraphs_have_a_blank_line_between_them_and_keep_their_breaks():
    assert lines("One *line*\nand a second.\n\n\nAnother paragraph.\n") == [
        "One line",
        "and a second.",
        "",
        "Another paragraph.",
    ]
    assert lines("") == [""]


def test_a_listing_keeps_its_lines_and_is_set_off():
    assert lines("What does it print?\n```py\nif x:\n\tprint('a  b')\n\n  y\n```\nThink.") == [
        "What does it print?",
        "",
        "    if x:",
        "        print('a  b')",
        "",
        "      y",
        "",
        "Think.",
    ]


def test_a_line_of_code_that_has_no_room_goes_on_behind_a_sign():
    assert lines("```\nconst total = prices.sum();\nreturn\n```", width=22) == [
        "    const total = pr",
        "    ↪ ices.sum();",
        "    return",
    ]


def test_columns_of_a_table_stand_below_each_other():
    table = "| City | 人口 | Founded |\n|:--|--:|:-:|\n| `Lima` | 10 | 1535 |\n| São Paulo | 12 | |"

    assert lines(table) == [
        "    City       人口  Founded",
        "    ---------  ----  -------",
        "    Lima         10   1535",
        "    São Paulo    12",
    ]


def test_a_table_without_room_is_told_cell_by_cell():
    table = "| Bone | Where it is |\n|---|---|\n| femur | in the thigh |\n| | in the ear |"

    assert lines(table, width=22) == [
        "    Bone: femur",
        "    Where it is: in",
        "    the thigh",
        "",
        "    Bone:",
        "    Where it is: in",
        "    the ear",
    ]


def test_items_hang_behind_their_markers():
    assert lines("- salt\n- water that is\n  warm\n\n9. knead\n10. let it rest for a day", width=20) == [
        "- salt",
        "- water that is",
        "  warm",
        "",
        "9. knead",
        "10. let it rest for",
        "    a day",
    ]


def test_a_displayed_formula_is_set_off_and_a_picture_told():
    assert lines("So\n\\[E=mc^2\\]\n![A *black* cat](cat.png)") == [
        "So",
        "",
        "    E = mc²",
        "",
        "[Picture: A *black* cat]",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- 40 degrees", ["- 40 degrees"]),
        ("- a\n- b", ["- a", "- b"]),
        ("```\nif x:\n    y\n```", ["if x:", "    y"]),
        ("| p | q |\n|---|---|\n| T | F |", ["p  q", "-  -", "T  F"]),
        ("\\[x^2\\]", ["x²"]),
        ("Either\n```\n x\n```", ["Either", " x"]),
        ('![A *black* cat](cat.png "Ann")', ["[Picture: A *black* cat]"]),
        ("*This* one\n![A cat](cat.png)", ["“This” one", "[Picture: A cat]"]),
    ],
)
def test_an_option_is_a_block_as_a_whole_or_text(text: str, said: list[str]):
    assert option_lines(text, 40, WORDS) == said


def test_a_wide_gap_of_a_formula_stays_wide_and_lets_a_line_end():
    assert lines(r"So \(a \qquad b\quad c\, d\)") == ["So a  b  c d"]
    assert lines(r"\[a \qquad b\]", width=6) == ["    a", "    b"]
    assert option_lines(r"\(a \qquad b\)", 40, WORDS) == ["a  b"]


def test_code_among_words_stands_in_backticks_and_alone_on_its_line_bare():
    assert lines("*is* is `is`, **not** `==`.\n`n`\n\n`x`") == ["is is `is`, not `==`.", "n", "", "x"]
    assert option_lines("`    n`", 40, WORDS) == ["    n"]
    assert lines("- `a` or b\n- `c`") == ["- `a` or b", "- c"]


def test_a_title_is_in_quotation_marks_of_the_language_once():
    said = 'Of *The Tea Book*, "*The Tea Book*", *every* tea, *1869* and *茶经*'

    assert lines(said, width=80) == ['Of “The Tea Book”, "The Tea Book", every tea, 1869 and “茶经”']
    assert block_lines("*The Tea Book*", 40, words_in("de")) == ["„The Tea Book“"]
    assert block_lines("*The Tea Book*", 40, words_in("fr")) == ["« The Tea Book »"]


def test_on_a_colour_terminal_it_has_a_style_that_outlives_the_end_of_a_line():
    out = io.StringIO()
    screen = Screen(out, width=40, colour=True)
    screen.text("Is *y* or **ye** in `n`?\x1b[31m\ufdd0", tone=Tone.QUIET)
    screen.text("`one two` three **of seven words and more of them**.", indent=20)

    assert out.getvalue() == (
        "\x1b[2mIs \x1b[3m\x1b[4my\x1b[0m\x1b[2m or \x1b[1mye\x1b[0m\x1b[2m in "
        "\x1b[36mn\x1b[0m\x1b[2m?␛[31m�\x1b[0m\n"
        "                    \x1b[36mone two\x1b[0m three \x1b[1mof\x1b[0m\n"
        "                    \x1b[1mseven words and more\x1b[0m\n"
        "                    \x1b[1mof them\x1b[0m.\n"
    )


def test_a_screen_aligns_blocks_behind_their_label():
    out = io.StringIO()
    screen = Screen(out, width=40, colour=False)

    screen.option("```\nif x:\n\n  y\n```", label="a. ", indent=2)
    screen.text("Because\n\n- a\n- b", label="Why: ")

    assert out.getvalue() == "  a. if x:\n\n       y\nWhy: Because\n\n     - a\n     - b\n"


PARTS = [
    "a word",
    "小米",
    "\n",
    "\n\n",
    "```\n",
    "| a | b |\n",
    "|---|--:|\n",
    "- ",
    "1. ",
    "`  x`",
    "\\[x\\]",
    "\x1b[0m",
    "\t",
]


@given(st.lists(st.sampled_from(PARTS), max_size=20).map("".join), st.integers(10, 60))
def test_no_line_is_too_wide_and_none_does_anything(text: str, width: int):
    for line in (*lines(text, width), *option_lines(text, width, WORDS)):
        assert cells(line) <= width
        assert not set(line) & set("\n\t\x1b")
