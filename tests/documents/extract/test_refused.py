"""What cannot be read is refused in a sentence that says what to do."""

from __future__ import annotations

import builtins
import contextlib
import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formed_documents import Block, as_docx, as_epub, as_html, as_markdown, as_pdf, book, saved, zipped
from quizmill.documents.extract import extract
from quizmill.errors import FileUnusable

Refused = Callable[[str, bytes], str]
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99)
PAGE = '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>a</p></body></html>'
TEXT = (Block("text", "Some text."),)
LARGE = b"a " * (11 * 2**20)
READ = "plain text, Markdown, HTML, DOCX, EPUB and PDF are read"


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.txt", b"", "this file is empty"),
        ("a.pdf", b" \r\n\0", "this file is empty"),
        ("a.txt", b"\xff\xfe\0\xd8" * 9, f"this is no text; {READ}"),
        ("a.txt", b"\x7fELF\0\1\2", f"this is no text; {READ}"),
        ("a.docx", OLD + "EncryptedPackage".encode("utf-16-le"),
         "this file is locked by a password; save it without one"),
        ("a.doc", OLD, "this is a file of an old Word; save it as .docx"),
        ("a.rtf", rb"{\rtf1 x}", "this is rich text (.rtf); open it and save it as .docx"),
        ("a.png", b"\x89PNG\r\n",
         "this is a picture; OCR it first, to a PDF with a text layer or to plain text"),
        ("a.mht", b"MIME-Version: 1.0\n",
         "this is a web archive (.mht); open it in a browser and save it as HTML"),
        ("a.mobi", b"x" * 60 + b"BOOKMOBI", "this is a book for the Kindle; convert it to EPUB"),
        ("a.odt", zipped({"mimetype": "application/vnd.oasis.opendocument.text"}),
         "this is an OpenDocument file; open it and save it as .docx"),
        ("a.pptx", zipped({"ppt/presentation.xml": "<p/>"}), "these are slides (.pptx); export them as PDF"),
        ("a.xlsx", zipped({"xl/workbook.xml": "<p/>"}),
         "this is a workbook (.xlsx); save what is text in it as .docx or .txt"),
        ("a.zip", zipped({"a.txt": "text"}), f"this is an archive; unpack it and name what is in it: {READ}"),
        ("a.html", b"<html><body><script>x</script></body></html>", "there is no text in this file"),
        ("a.md", b"![logo](x.png)", "there is no text in this file"),
        ("a.html", b"<html>" + b"<div>" * 9999 + b"text",
         "this page is nested too deep to be read; save it as plain text"),
        ("a.docx", saved(docx.Document()),
         "there is no text in this document; if it is of pictures, OCR it first"),
        ("a.epub", book({"OEBPS/a.xhtml": "<html/>"}),
         "there is no text in this book; if its pages are pictures, OCR it first"),
        ("a.epub", zipped({"mimetype": "application/epub+zip"}),
         "this is no EPUB, since it has no META-INF/container.xml; save it as EPUB again"),
        ("a.epub", zipped({"META-INF/container.xml": "<container/>"}),
         "this EPUB does not name its pages; save it as EPUB again"),
        ("a.epub", book({"OEBPS/a.xhtml": PAGE}, **{"META-INF/rights.xml": "<r/>"}),
         "this book is locked (DRM); ask for one that is not"),
        ("a.epub", book({"OEBPS/a.xhtml": PAGE}, **{
            "META-INF/encryption.xml": '<e xmlns="u:x"><EncryptionMethod Algorithm="aes"/></e>'}),
         "this book is locked (DRM); ask for one that is not"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read(name: str, data: bytes, sentence: str, refused: Refused):
    assert refused(name, data) == f"{name}: {sentence}"


def test_a_document_that_is_half_there_is_refused(refused: Refused):
    assert refused("a.docx", zipped({"word/document.xml": "<w/>"})).endswith("; save it as .docx again")


def test_a_book_whose_fonts_alone_are_locked_is_read():
    locks = '<e xmlns="u:x"><EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/></e>'

    assert extract("a.epub", book({"OEBPS/a.xhtml": PAGE}, **{"META-INF/encryption.xml": locks})).parts


ENTITIES = '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'


def test_entities_are_not_unfolded(refused: Refused):
    assert refused("a.epub", book({"OEBPS/a.xhtml": ENTITIES + PAGE})) == (
        "a.epub/OEBPS/a.xhtml: this page declares entities, which no book needs; delete its DOCTYPE"
    )
    assert extract("a.html", f"{ENTITIES}<p>&b;</p>".encode()).parts[-1].text.endswith("&b;")


def test_a_document_that_declares_entities_is_refused(refused: Refused):
    data = io.BytesIO(as_docx(TEXT))
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("word/settings2.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')

    assert "the DOCTYPE of this file declares something" in refused("a.docx", data.getvalue())


@pytest.mark.parametrize("made", [as_docx, as_epub])
def test_what_unpacks_to_too_much_is_refused(made: Callable[..., bytes], refused: Refused):
    data = io.BytesIO(made(TEXT))
    with zipfile.ZipFile(data, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/large.xml", bytes(40 * 2**20))

    assert refused("a", data.getvalue()) == 'a: "word/large.xml" in this archive unpacks to too much'


@pytest.mark.parametrize(
    ("name", "data"), [("a.txt", b"a " * (11 * 2**20)), ("a.html", b"<html>" + b"a " * (11 * 2**20))]
)
def test_a_text_that_is_too_large_is_refused(name: str, data: bytes, refused: Refused):
    assert refused(name, data) == f"{name}: this file has more than 20 MB; split it"


def test_a_pdf_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch, refused: Refused):
    monkeypatch.setattr("quizmill.documents.extract.pdf._LARGEST", 0)

    assert refused("a.pdf", as_pdf(TEXT)) == "a.pdf: this file has more than 0 MB; split it"


@pytest.mark.parametrize(
    ("name", "made", "package"),
    [
        ("a.html", as_html, "lxml"),
        ("a.md", as_markdown, "markdown_it"),
        ("a.docx", as_docx, "docx"),
        ("a.epub", as_epub, "lxml"),
        ("a.pdf", as_pdf, "pypdfium2"),
    ],
)
def test_a_package_that_is_missing_is_named(
    name: str, made: Callable[..., bytes], package: str, monkeypatch: pytest.MonkeyPatch, refused: Refused
):
    data = made(TEXT)
    real = builtins.__import__

    def importing(wanted: str, *arguments: object) -> object:
        if wanted.partition(".")[0] == package:
            raise ModuleNotFoundError(name=package)
        return real(wanted, *arguments)

    monkeypatch.setattr(builtins, "__import__", importing)

    assert refused(name, data).endswith(
        f"needs the package {package}; install it: pip install 'quizmill[documents]'"
    )


MADE = {"a.html": as_html, "a.md": as_markdown, "a.docx": as_docx, "a.epub": as_epub, "a.pdf": as_pdf}
WHOLE = {name: made(TEXT) for name, made in MADE.items()}


@given(st.sampled_from(sorted(MADE)), st.data())
@settings(max_examples=60, deadline=None)
def test_a_damaged_file_is_read_or_refused_in_a_sentence(name: str, data: st.DataObject):
    whole = bytearray(WHOLE[name])
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(1, len(whole)))
    with contextlib.suppress(FileUnusable):
        extract(name, bytes(whole[:end]))
