"""Blocks of a text: paragraphs, listings, tables, lists, displayed formulas, pictures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizmill.bank import cloze
from quizmill.bank.markup import (
    Block,
    Display,
    ItemList,
    Listing,
    Paragraph,
    Picture,
    Side,
    Span,
    Style,
    Table,
    Unfit,
    beside_pictures,
    blocks,
    escape,
    is_code,
    picture_line,
    pictured,
    plain,
    shown,
    spans,
    whole,
    without_credits,
)

LISTING = """\
```python
for n in range(3):

    print(f"{n}`|*a*")
```"""
TABLE = """\
| Gas | Share | Note |
|:----|------:|:----:|
| `N2` | 78 % | |
| O₂ | 21 %"""


def said(text: str) -> tuple[Span, ...]:
    return (Span(text),)


def paragraph(text: str) -> Paragraph:
    return Paragraph(said(text))


def test_paragraphs_are_parted_by_blank_lines_and_keep_their_line_breaks():
    assert blocks("One line\nand another.\n \n\n*Then* more.\n") == (
        paragraph("One line\nand another."),
        Paragraph((Span("Then", Style.EMPHASIS), Span(" more."))),
    )
    assert plain("a\n\n\n b\n") == "a\n\n\n b\n"
    assert blocks(" \n") == ()


def test_a_mark_ends_with_its_paragraph():
    assert spans("*a\n\nb*") == said("*a\n\nb*")


class TestListings:
    def test_a_listing_keeps_its_lines_and_says_its_language(self):
        lines = 'for n in range(3):\n\n    print(f"{n}`|*a*")'
        text = f"What does it print?\n{LISTING}\nThink."

        assert blocks(text) == (
            paragraph("What does it print?"),
            Listing(lines, "python"),
            paragraph("Think."),
        )
        assert plain(text) == f"What does it print?\n{lines}\nThink."
        assert spans(LISTING) == (Span(lines, Style.CODE),)

    @pytest.mark.parametrize("language", ["", "c++", "c#", "objective-c", "vb.net", "6502"])
    def test_the_language_is_one_word_or_none(self, language: str):
        assert blocks(f"``` {language} \nx\n```") == (Listing("x", language),)

    @pytest.mark.parametrize(
        "text",
        [
            "```py\nx = 1",
            "```py\nx = 1\n```js\ny = 1",
            "  ```\n  x\n  ```",
            "a ```\nx\n```b",
            "```two words\nx\n",
        ],
    )
    def test_three_backticks_that_begin_no_listing_are_as_before(self, text: str):
        assert not any(isinstance(block, Listing) for block in blocks(text))

    def test_a_lone_backtick_reaches_into_no_listing(self):
        assert blocks("A lone ` here\n```\nx\n```") == (paragraph("A lone ` here"), Listing("x"))

    def test_mathematics_that_does_not_end_reaches_into_no_listing(self):
        assert blocks("Escape \\(\n```\n\\)\n```") == (paragraph("Escape \\("), Listing("\\)"))

    def test_nothing_in_it_is_a_block(self):
        inside = "| a |\n|---|\n\n- a\n- b\n![x](y)\n\\[x\\]\n\\`"

        assert blocks(f"```\n{inside}\n```") == (Listing(inside),)
        assert plain(f"```\n{inside}\n```") == inside

    def test_its_indentation_is_kept_where_lines_are_broken_anew(self):
        assert shown("```\nif x:\n\ty\n```") == "if x:\n\u00a0\u00a0\u00a0\u00a0y"

    def test_an_answer_that_is_one_is_code(self):
        assert is_code(LISTING)
        assert not is_code(f"See {LISTING}")

    def test_it_may_be_empty(self):
        assert blocks("```\n```") == (Listing(""),)
        assert plain("a\n```\n```") == "a\n"


class TestTables:
    def test_a_table_has_a_head_a_ruler_and_rows(self):
        assert blocks(f"Air:\n{TABLE.replace('21 %', '21 % |  |')}\nIs it so?") == (
            paragraph("Air:"),
            Table(
                head=(said("Gas"), said("Share"), said("Note")),
                rows=(((Span("N2", Style.CODE),), said("78 %"), ()), (said("O₂"), said("21 %"), ())),
                sides=(Side.LEFT, Side.RIGHT, Side.CENTRE),
            ),
            paragraph("Is it so?"),
        )

    def test_its_plain_text_has_a_line_for_each_row(self):
        assert plain("| Year | *Who* |\n|---|---|\n| 1804 | Trevithick |") == "Year | Who\n1804 | Trevithick"

    def test_bars_in_code_and_mathematics_or_behind_a_backslash_part_no_cells(self):
        assert plain("| a |\n|-|\n| `x|y` |\n| \\(|x|\\) |\n| p \\| q |") == "a\nx|y\n|x|\np | q"

    def test_a_row_with_other_cells_than_the_head_is_none_of_it(self):
        head = (said("Gas"), said("Share"), said("Note"))

        assert blocks(TABLE) == (
            Table(
                head, (((Span("N2", Style.CODE),), said("78 %"), ()),), (Side.LEFT, Side.RIGHT, Side.CENTRE)
            ),
            paragraph("| O₂ | 21 %"),
        )

    @pytest.mark.parametrize(
        "text",
        [
            "P(A | B)\n--- | ---",
            "| a | b |\n|---|",
            "|x| is never negative",
            "|x|\n|y|",
            "|---|\nabove",
            "cat a.txt \\\n| sort \\\n| uniq -c",
            "+---+\n| a |\n+---+",
            " | a |\n |---|",
        ],
    )
    def test_bars_alone_make_no_table(self, text: str):
        assert blocks(text) == (paragraph(text.strip()),)
        assert plain(text) == text

    def test_a_ruler_is_meant_behind_a_backslash(self):
        assert blocks("| a |\n\\|---|") == (paragraph("| a |\n|---|"),)


class TestLists:
    def test_a_list_has_two_items_or_more(self):
        assert blocks("It needs\n- *salt*\n- water,\n  warm\nand\n2) flour\n3) yeast") == (
            paragraph("It needs"),
            ItemList(((Span("salt", Style.EMPHASIS),), said("water,\n  warm"))),
            paragraph("and"),
            ItemList((said("flour"), said("yeast")), first=2),
        )

    def test_its_plain_text_is_as_it_is_written(self):
        assert plain("1. *a*\n2.  b \n\n* c\n* d") == "1. a\n2.  b \n\n* c\n* d"

    @pytest.mark.parametrize(
        "text",
        [
            "- 40 degrees",
            "1. FC Köln was founded in",
            "-40\n-50",
            "– Ja.\n– Nein.",
            "— Да.\n— Нет.",
            "1. Weltkrieg\n3. Reich",
            "- a\n* b",
            "1. a\n2) b",
            "1.5 kg\n2.5 kg",
            "2004.\n2005.",
            "+ 3\n+ 4",
            "-\n-",
        ],
    )
    def test_what_is_no_list_is_text(self, text: str):
        assert blocks(text) == (paragraph(text),)
        assert plain(text) == text

    def test_a_blank_line_ends_it(self):
        assert blocks("- a\n\n- b") == (paragraph("- a"), paragraph("- b"))

    def test_what_is_indented_goes_on_with_its_item(self):
        assert blocks("- a\n  - b\n- c") == (ItemList((said("a\n  - b"), said("c"))),)

    def test_a_formula_in_an_item_stays_in_it(self):
        assert blocks("- \\[x\\]\n- y") == (ItemList(((Span("x", Style.MATHEMATICS),), said("y"))),)


class TestDisplayedMathematics:
    def test_it_parts_the_paragraph_in_which_it_stands(self):
        assert blocks("Since \\[\na^2\n+ b^2\\] holds,\n\\[c\\]") == (
            paragraph("Since"),
            Display("\na^2\n+ b^2"),
            paragraph("holds,"),
            Display("c"),
        )

    def test_in_a_run_of_text_it_stands_where_it_is_written(self):
        assert spans("Since \\[a\\] holds") == (
            Span("Since "),
            Span("a", Style.MATHEMATICS),
            Span(" holds"),
        )


class TestPictures:
    def test_a_picture_alone_on_a_line_is_one(self):
        assert blocks("Look:\n![A *cat*](pets/cat-1.png)\nWhat is it?") == (
            paragraph("Look:"),
            Picture("pets/cat-1.png", "A *cat*"),
            paragraph("What is it?"),
        )
        assert plain("![A cat](cat.png)") == "A cat"

    @pytest.mark.parametrize(
        ("text", "picture"),
        [
            ('![A cat](cat.png "Ann, CC BY 4.0")', Picture("cat.png", "A cat", "Ann, CC BY 4.0")),
            ("![A cat]( cat.png)", None),
            ("![A cat](cat.png   )  ", Picture("cat.png", "A cat")),
            (
                r'![A [1\] "x\\](cat.png "\"A\" \\ \`B\` \c")',
                Picture("cat.png", 'A [1] "x\\', r'"A" \ `B` \c'),
            ),
            (r"![A \](cat.png)", None),
            ("![A cat](<my cats/cat (1).png>)", Picture("my cats/cat (1).png", "A cat")),
            ('![A cat](cat.png"Ann")', Picture('cat.png"Ann"', "A cat")),
            ('![A cat](cat.png "Ann" "Bob")', None),
            ('![A cat](cat.png "Ann)', None),
            ("![A cat](<cat.png)", None),
        ],
    )
    def test_its_file_and_whom_to_thank_for_it(self, text: str, picture: Picture | None):
        assert blocks(text) == (picture or paragraph(text),)

    def test_a_line_with_a_blank_is_none(self):
        for text in ("![A {{cat}}](cat.png)", '![A cat](cat.png "{{Ann}}")', "![A ____](cat.png)"):
            assert isinstance(blocks(text)[0], Paragraph)

    @pytest.mark.parametrize(
        "text", ["See ![a](b.png)", "![a](b.png) here", "![a]()", "![a](b c)", "[a](b)", "a[!x](y)"]
    )
    def test_elsewhere_it_is_text(self, text: str):
        assert blocks(text) == (paragraph(text),)
        assert plain(text) == text


@pytest.mark.parametrize(
    ("text", "block"),
    [
        (f"{LISTING}\n", Listing('for n in range(3):\n\n    print(f"{n}`|*a*")', "python")),
        ("| a |\n|---|\n| 1 |", Table((said("a"),), ((said("1"),),), (None,))),
        ("\\[x^2\\]", Display("x^2")),
        (f"So:\n{LISTING}", None),
        ("`x`", None),
        ("\\(x\\)", None),
        ("- 40 degrees", None),
        ("- a\n- b", None),
        ("![a](b)", None),
        ("two\nlines", None),
        ("", None),
    ],
)
def test_an_option_is_a_block_as_a_whole_or_none(text: str, block: Block | None):
    assert whole(text) == block


PARTS = [
    *"a*`|:\\ \n",
    "```",
    "```py\n",
    "\n```\n",
    "|--|",
    "|a|",
    "![a](b)",
    '![a](b "',
    '")',
    "\\(",
    "\\)",
    "\\[",
    "\\]",
    "\n- ",
]


def test_an_option_with_pictures_is_its_words_and_these():
    cat = Picture("cat.png", "A cat")

    assert pictured("![A cat](cat.png)") == (cat,)
    assert pictured("*This*\n![A cat](cat.png)") == (Paragraph((Span("This", Style.EMPHASIS),)), cat)
    assert pictured("See ![A cat](cat.png)") == pictured("```\n![A cat](cat.png)\n```") == ()
    assert plain("This\n![A cat](cat.png)") == "This\nA cat"


def test_where_pictures_are_drawn_their_credits_are_read():
    assert beside_pictures('One\n![A cat](cat.png "Ann")\n![A dog](dog.png)\n\nTwo') == "One\nAnn\n\nTwo"
    assert beside_pictures("One\n\nTwo") == "One\n\nTwo"


@given(
    st.text('ab *`\\()[]|"!.\n', max_size=12),
    st.text('ab `*\\()[]"!.\n', max_size=12),
    st.text('ab `*\\()[]"!.\n', max_size=12),
    st.sampled_from(["cat.png", "my cat (1).png", 'a"b".png', "猫/1.png", "a*b].png"]),
)
def test_a_picture_is_read_as_it_was_written_whatever_stands_above_it(text, alt, credit, file):
    made = Picture(file, " ".join(alt.split()), " ".join(credit.split()))
    line = picture_line(file, alt, credit)

    assert blocks(line) == (made,)
    assert blocks(f"{text}\n{line}")[-1] == made
    assert without_credits(line) == picture_line(file, alt)
    assert plain(escape(line)) == line


@pytest.mark.parametrize(
    ("file", "alt", "credit", "part"),
    [
        ("a<b.png", "A", "", "file"),
        ("a\nb.png", "A", "", "file"),
        ("a`b.png", "A", "", "file"),
        ("a____b.png", "A", "", "file"),
        ("a.png", "{{A}}", "", "alt"),
        ("a.png", "A", "____", "credit"),
    ],
)
def test_what_no_picture_can_say(file: str, alt: str, credit: str, part: str):
    with pytest.raises(Unfit) as error:
        picture_line(file, alt, credit)
    assert error.value.part == part


@given(st.lists(st.sampled_from([*PARTS, "{{x}}", "{{x}}"]), max_size=16).map("".join))
def test_every_blank_of_a_cloze_is_seen(text: str):
    gap = "\u2800"

    assert plain(cloze.with_gaps(text, gap)).count(gap) == len(cloze.blanks(text))


@given(st.lists(st.sampled_from(PARTS), max_size=16).map("".join))
def test_blocks_lose_no_letter(text: str):
    inside = "".join(str(block) for block in blocks(text))

    assert text.count("a") - text.count("](b)") <= inside.count("'a") + inside.count("a")
