"""Plain text stays the document: how it is cut, and what its paragraphs are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizmill.bank.document import document_of
from quizmill.bank.model import Cut
from quizmill.documents.extract import Part, extract, plain
from quizmill.errors import FileUnusable

WRAPPED = """\
THE RIVER

The river rises in the hills of Lusatia and flows through the
land to the city of Berlin, where it joins the Havel.

1.2 Its source

There are three, and each of the villages beside them says that
the river begins there.

- one item
- another

* * *
"""


def test_a_text_whose_lines_are_wrapped_is_cut_at_blank_lines():
    found = plain(WRAPPED.encode())

    assert found.cut is Cut.BLANK_LINE
    assert [(part.kind, part.level, part.text[:20]) for part in found.extracted.parts] == [
        ("heading", 1, "THE RIVER"),
        ("text", 0, "The river rises in t"),
        ("heading", 2, "1.2 Its source"),
        ("text", 0, "There are three, and"),
        ("text", 0, "- one item - another"),
        ("furniture", 0, "* * *"),
    ]
    assert found.extracted.title == "THE RIVER"


@pytest.mark.parametrize(
    "text",
    [
        "One.\nTwo.\nThree.\n",
        "A paragraph a line, however long.".ljust(200, "!") + "\nTwo.",
        "Roses are red,\nviolets are blue,\nsugar is sweet.\n\nAnd so\nare you.\n",
        "- first\n- second\n- third\n",
        "One line",
    ],
)
def test_a_text_with_a_paragraph_a_line_is_cut_at_lines(text: str):
    found = plain(text.encode())

    assert found.cut is Cut.LINE
    assert [part.text for part in found.extracted.parts] == [line for line in text.split("\n") if line]


@pytest.mark.parametrize(
    ("line", "kind", "level"),
    [
        ("CHAPTER ONE", "heading", 1),
        ("第一章 创业", "heading", 1),
        ("二、历史", "heading", 1),
        ("Chapter 2 The source", "heading", 1),
        ("2.1.3 The source", "heading", 3),
        ("IV. The mouth", "heading", 1),
        ("The source", "text", 0),
        ("1914 was the year in which the war began.", "text", 0),
        ("USA", "text", 0),
        ("-----", "furniture", 0),
        ("- 7 -", "furniture", 0),
        ("Page 3 of 9", "furniture", 0),
        ("References", "text", 0),
    ],
)
def test_what_a_paragraph_is(line: str, kind: str, level: int):
    parts = plain(f"Text before it.\n\n{line}\n\nText after it.\n".encode()).extracted.parts

    assert parts[1] == Part(line, kind, level)


@given(st.text("ab .\n\r\t#-1A章", min_size=1))
def test_the_parts_are_the_paragraphs_of_the_document(text: str):
    try:
        found = plain(text.encode())
    except FileUnusable:
        assert not text.strip()
        return

    assert (
        tuple(part.text for part in found.extracted.parts) == document_of(text.encode(), found.cut).paragraphs
    )


def test_a_text_file_is_extracted_as_it_is():
    assert extract("a.txt", b"\xef\xbb\xbfOne.\r\n\r\nTwo.") == plain(b"One.\nTwo.").extracted
    assert extract("a.rst", b"One.").parts == (Part("One."),)
