"""The same content in every type of file gives the same paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formed_documents import Block, as_docx, as_epub, as_html, as_markdown, as_pdf
from quizmill.documents.extract import Part, as_text, extract

MADE = {"a.html": as_html, "a.md": as_markdown, "a.docx": as_docx, "a.epub": as_epub, "a.pdf": as_pdf}
RIVER = (
    Block("heading", "The river", 1),
    Block(
        "text",
        "The Spree is a river of about 400 kilometres that rises in the hills of Lusatia and flows by "
        "Brandenburg to Berlin, where it joins the Havel. It falls by 478 metres on its way.",
    ),
    Block("heading", "Its history", 2),
    Block("text", "It was made navigable in the 19th century:"),
    Block("item", "in 1848 by the Landwehr Canal"),
    Block(
        "item",
        "in 1891 by the Oder–Spree Canal, which gave the shipping of all the land a new way from Silesia "
        "to the sea, and is in use",
    ),
    Block("table", rows=(("Year", "Length"), ("1900", "403 km"), ("2000", "382 km"))),
    Block("listing", "for year in (1900, 2000):\n    print(year)"),
    Block("heading", "References", 2),
    Block("text", "Müller, Hans: Die Spree. Berlin 1999."),
)
PARTS = (
    Part("The river", "heading", 1),
    Part(RIVER[1].text),
    Part("Its history", "heading", 2),
    Part("It was made navigable in the 19th century:"),
    Part("in 1848 by the Landwehr Canal"),
    Part(RIVER[5].text),
    Part("Year | Length", "table"),
    Part("1900 | 403 km", "table"),
    Part("2000 | 382 km", "table"),
    Part("for year in (1900, 2000):", "listing"),
    Part("    print(year)", "listing"),
    Part("References", "heading", 2),
    Part("Müller, Hans: Die Spree. Berlin 1999.", "furniture"),
)


@pytest.mark.parametrize("name", MADE)
def test_every_type_gives_the_same_parts(name: str):
    assert extract(name, MADE[name](RIVER)).parts == PARTS


@pytest.mark.parametrize("name", MADE)
def test_the_content_tells_the_type_whatever_the_name(name: str):
    data = MADE[name](RIVER)

    if name != "a.md":  # which only its name tells from plain text
        assert extract("a.txt", data).parts == PARTS


def test_the_document_has_a_part_a_line():
    assert as_text(extract("a.html", as_html(RIVER[:3]))) == f"The river\n{RIVER[1].text}\nIts history\n"


words = st.text("abcdefghijklmnopqrstuvwxyzäöüßéñ", min_size=1, max_size=14)
texts = st.lists(words, min_size=1, max_size=40).map(" ".join)
LONG = f"{' '.join(['a paragraph that goes on from line to line'] * 6)}."


@pytest.mark.parametrize("name", MADE)
@given(st.lists(texts, max_size=4))
@settings(max_examples=10, deadline=None)
def test_text_in_gives_the_same_words_in_order(name: str, texts: list[str]):
    written = [LONG, *(f"{text}." for text in texts)]
    found = extract(name, MADE[name]([Block("text", text) for text in written]))

    assert [part.text for part in found.parts] == written
