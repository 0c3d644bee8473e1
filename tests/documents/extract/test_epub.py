"""Books, page by page in the order of their spine."""

from __future__ import annotations

import datetime

from formed_documents import book
from quizmill.documents.extract import extract

PAGE = '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head>'


def page(body: str) -> str:
    return f'<?xml version="1.0"?>\n<!DOCTYPE html>\n{PAGE}<body>{body}</body></html>'


def texts(data: bytes) -> list[tuple[str, str]]:
    return [(part.kind, part.text) for part in extract("a.epub", data).parts]


def test_the_pages_come_in_the_order_of_the_spine():
    data = book({"OEBPS/z.xhtml": page("<h1>One</h1><p>a</p>"), "OEBPS/a.xhtml": page("<h1>Two</h1>")})

    assert texts(data) == [("heading", "One"), ("text", "a"), ("heading", "Two")]


def test_a_page_that_is_missing_is_told():
    data = book({"OEBPS/a%20b.xhtml": page("<p>never</p>"), "OEBPS/c.xhtml": page("<p>c</p>")})

    assert extract("a.epub", data).left == ("1 page that the book names and does not have",)


def test_a_path_in_the_book_is_read_as_an_address():
    data = book({"OEBPS/a%20b.xhtml": page("<p>never</p>")}, **{"OEBPS/a b.xhtml": page("<p>found</p>")})

    assert texts(data) == [("text", "found")]


def test_pages_are_xml_with_the_entities_of_html():
    assert texts(
        book({"OEBPS/a.xhtml": page('<p><a id="x"/>a&nbsp;b &eacute;&amp;&unknown;</p><p>c</p>')})
    ) == [
        ("text", "a b é&&unknown;"),
        ("text", "c"),
    ]


def test_a_page_that_is_no_xml_is_read_as_a_browser_reads_it():
    assert texts(book({"OEBPS/a.xhtml": "<html><body><p>one<br>two<p>three"})) == [
        ("text", "one two"),
        ("text", "three"),
    ]


def test_the_menu_of_a_book_is_furniture():
    pages = {
        "OEBPS/nav.xhtml": page("<h1>Contents</h1><ol><li>One</li></ol>"),
        "OEBPS/a.xhtml": page("<p>a</p>"),
    }

    assert texts(book(pages, menu=0)) == [("furniture", "Contents"), ("furniture", "One"), ("text", "a")]


def test_a_page_begins_with_what_the_menu_calls_it_and_that_is_a_heading():
    links = (
        '<a href="a%20b.xhtml#top">The <b>river</b></a><a href="a%20b.xhtml#end">a</a><a href="c.xhtml">C</a>'
    )
    pages = {
        "OEBPS/nav.xhtml": page(f"<nav>{links}</nav>"),
        "OEBPS/a b.xhtml": page("<p>The river</p><p>a</p>"),
        "OEBPS/c.xhtml": page("<p>c</p>"),
    }

    assert texts(book(pages, menu=0))[1:] == [("heading", "The river"), ("text", "a"), ("text", "c")]


def test_notes_come_last():
    note = '<aside epub:type="footnote"><p>By whom.</p></aside>'
    body = f'<p>said<a epub:type="noteref">1</a>.</p>{note}'

    assert texts(book({"OEBPS/a.xhtml": page(body), "OEBPS/b.xhtml": page("<p>more</p>")})) == [
        ("text", "said."),
        ("text", "more"),
        ("text", "By whom."),
    ]


def test_what_a_book_says_of_itself():
    changed = (
        '<dc:date xmlns:opf="http://www.idpf.org/2007/opf" opf:event="modification">2024-05-01</dc:date>'
    )
    metadata = (
        f"<dc:title>A  book</dc:title><dc:language>fr</dc:language>{changed}<dc:date>1913-11-14</dc:date>"
    )
    found = extract("a.epub", book({"OEBPS/a.xhtml": page("<p>a</p>")}, metadata))

    assert (found.title, found.published, found.language) == ("A book", datetime.date(1913, 11, 14), "fr")


def test_what_it_does_not_say_is_not_made_up():
    found = extract("a.epub", book({"OEBPS/a.xhtml": page("<p>a</p>")}))

    assert (found.title, found.published, found.language) == ("", None, "")
