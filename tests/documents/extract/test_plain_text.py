"""Plain text: how it is cut into paragraphs, and what each of them is."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizmill.bank.document import document_of
from quizmill.bank.model import Cut
from quizmill.documents.extract import plain
from quizmill.errors import FileUnusable

LONG = "This paragraph is long enough to be text, since it says a thing or two about what stands above it."


def kinds(text: str, cut: Cut = Cut.LINE) -> list[tuple[str, int, str]]:
    """Each paragraph that is no text, with its level and its first letters."""
    parts = plain(text.encode(), cut=cut).extracted.parts
    return [(part.kind, part.level, part.text[:20]) for part in parts if part.kind != "text"]


def headings(*lines: str) -> list[tuple[str, int]]:
    text = f"A text without end\n\n{LONG}\n\n" + "\n\n".join(lines) + f"\n\n{LONG}\n"
    parts = plain(text.encode(), cut=Cut.LINE).extracted.parts
    return [(part.text, part.level) for part in parts[1:] if part.kind == "heading"]


class TestCut:
    def test_lines_of_one_width_are_cut_by_blank_lines(self):
        text = (
            "It was the best of times, it was the worst of times, it\n"
            "was the age of wisdom, it was the age of foolishness, it\n"
            "was the epoch of belief.\n\nIt was the season of Light, it was the season of\nDarkness.\n"
        )

        assert plain(text.encode()).cut is Cut.BLANK_LINE

    @pytest.mark.parametrize(
        "text",
        [
            f"{LONG} {LONG}\n{LONG}\n",  # lines that are longer than a page is wide
            "One.\nTwo is longer.\nThree is the longest of them all.\nFour.\n",
            "- tea\n- coffee\n- water with a slice of lemon in it\n- milk\n",
            "小米公司成立于2010年。\n它的总部在北京,创始人是雷军。\n很多人质疑他。\n",
            "alone\n",
        ],
    )
    def test_others_are_cut_by_each_line(self, text: str):
        assert plain(text.encode()).cut is Cut.LINE

    def test_who_knows_better_says_so(self):
        assert plain(b"One.\nTwo.\n", cut=Cut.BLANK_LINE).cut is Cut.BLANK_LINE

    @given(st.text("a.\n \t#=-1", max_size=80), st.sampled_from(Cut))
    def test_there_are_as_many_parts_as_paragraphs(self, text: str, cut: Cut):
        document = document_of(text.encode(), cut)
        if document.paragraphs:
            assert len(plain(text.encode(), cut=cut).extracted.parts) == len(document.paragraphs)
        else:
            with pytest.raises(FileUnusable, match="this file is empty"):
                plain(text.encode(), cut=cut)


class TestHeadings:
    @pytest.mark.parametrize(
        ("line", "level"),
        [
            ("# Tea", 1),
            ("### Leaves", 3),
            ("1. Introduction", 1),
            ("2.3 Scope of the work", 2),
            ("10.4.1 Bad Request", 3),
            ("Chapter IV", 1),
            ("CHAPTER IV.", 1),
            ("Kapitel 3", 1),
            ("IV. The Queen", 1),
            ("TERMS AND CONDITIONS", 1),
            ("第二章 打赌", 1),
            ("一、绪论", 1),
            ("The trembling hand", 2),
            ("Is tea good for you?", 2),
        ],
    )
    def test_by_marks_numbers_capitals_and_shortness(self, line: str, level: int):
        assert [found for _, found in headings(line)] == [level]

    @pytest.mark.parametrize(
        "line",
        [
            "This is a sentence.",
            "and so it goes on",
            "- An item of a list",
            "2004 was a good year.",
            "A line that is far too long to be a heading, and which has no full stop either at its end",
            "He said:",
        ],
    )
    def test_what_is_none(self, line: str):
        assert headings(line) == []

    def test_a_line_below_makes_one(self):
        assert kinds(f"Tea\n===\n\n{LONG}\n\nLeaves of tea\n------\n\n{LONG}") == [
            ("heading", 1, "Tea"),
            ("furniture", 0, "==="),
            ("heading", 2, "Leaves of tea"),
            ("furniture", 0, "------"),
        ]
        assert kinds(f"Tea\n===\n\n{LONG}", Cut.BLANK_LINE) == [("heading", 1, "Tea ===")]
        assert plain(f"Tea\n===\n\n{LONG}".encode(), cut=Cut.BLANK_LINE).extracted.title == "Tea"

    def test_the_first_line_is_the_title(self):
        assert (
            plain(f"The Joyo Regret: a sale\n{LONG}\n".encode()).extracted.title == "The Joyo Regret: a sale"
        )

    def test_a_line_in_the_middle_is_one(self):
        text = f"A. Smith   12\nB. Jones\n\n{' ' * 20}Of tea -- and of ships\n\nFirst\n\n{LONG}\n{LONG}\n"

        assert [each for each in kinds(text, Cut.BLANK_LINE) if "tea" in each[2]] == [
            ("heading", 1, "Of tea -- and of shi")
        ]

    def test_a_sharp_within_it_is_no_mark(self):
        assert plain(f"Learn C# today\n{LONG}\n".encode()).extracted.title == "Learn C# today"

    def test_of_short_lines_in_a_row_only_the_last_can_be_one(self):
        assert headings("Ann Smith", "Bob Jones", "What they found") == [("What they found", 2)]


class TestFurniture:
    @pytest.mark.parametrize(
        "line",
        ["* * *", "-----", "12", "Page 3 of 9", "- 4 -", "Introduction ........ 7", "{:.no_toc}", "Contents"],
    )
    def test_rules_pages_and_tables_of_contents(self, line: str):
        assert [kind for kind, _, _ in kinds(f"{LONG}\n{line}\n{LONG}\n")] == ["furniture"]

    def test_heads_that_come_on_every_page(self):
        page = f"RFC 2616  HTTP/1.1  June 1999\n{LONG}\n"

        assert [kind for kind, _, _ in kinds(page * 3)] == ["furniture"] * 3

    def test_the_licence_around_a_book(self):
        book = (
            "Title: Alice\n*** START OF THE PROJECT GUTENBERG EBOOK ALICE ***\n"
            f"{LONG}\n*** END OF THE PROJECT GUTENBERG EBOOK ALICE ***\nSection 1. General Terms.\n"
        )
        found = plain(book.encode()).extracted

        assert [part.kind for part in found.parts] == [
            "furniture",
            "furniture",
            "text",
            "furniture",
            "furniture",
        ]
        assert found.title == "Alice"

    def test_the_head_of_a_page_for_a_site_tells_title_and_day(self):
        found = plain(f'---\ntitle: "Mi"\ndate: 2025-11-02\n---\n{LONG}\n'.encode()).extracted

        assert [part.kind for part in found.parts] == [*["furniture"] * 4, "text"]
        assert (found.title, found.published) == ("Mi", datetime.date(2025, 11, 2))

    def test_a_day_that_is_none_is_not_told(self):
        assert plain(f"---\ndate: 2025-13-02\n---\n{LONG}\n".encode()).extracted.published is None


class TestListings:
    def test_between_fences(self):
        assert kinds(f"{LONG}\n```\nx = 1\n```\n{LONG}\n") == [
            ("listing", 0, "```"),
            ("listing", 0, "x = 1"),
            ("listing", 0, "```"),
        ]

    def test_set_in_and_with_signs_of_code(self):
        code = "    for n in range(3) {\n        print(n);\n    }\n"

        assert [kind for kind, _, _ in kinds(f"{LONG}\n\n{code}\n{LONG}\n", Cut.BLANK_LINE)] == ["listing"]

    def test_a_grammar(self):
        rules = "    Request = Request-Line\n              | header\n              CRLF\n"

        assert [kind for kind, _, _ in kinds(f"{LONG}\n\n{rules}\n{LONG}\n", Cut.BLANK_LINE)] == ["listing"]

    def test_a_quotation_that_is_set_in_is_text(self):
        assert (
            kinds(f"{LONG}\n\n    Tea is good for you, said he,\n    and drank.\n\n{LONG}", Cut.BLANK_LINE)
            == []
        )
