"""Which type a file is of: by its content first, since a name may say anything."""

from __future__ import annotations

import re
from enum import Enum, auto
from pathlib import PurePath

from quizmill.bank.text_encoding import decoded
from quizmill.errors import FileUnusable


class FileType(Enum):
    """What can be read."""

    PLAIN = auto()
    MARKDOWN = auto()
    HTML = auto()
    DOCX = auto()
    EPUB = auto()
    PDF = auto()


_HEAD = 1024  # bytes in which a file says what it is
_MARKDOWN = frozenset((".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".rmd"))
_HTML = frozenset((".html", ".htm", ".xhtml"))
_BEGINS_HTML = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_READ = "plain text, Markdown, HTML, DOCX, EPUB and PDF are read"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM")
_OTHERS = {  # by what they begin with
    rb"{\rtf": "this is rich text (.rtf); open it and save it as .docx",
    b"BOOKMOBI": "this is a book for the Kindle; convert it to EPUB",
    b"MIME-Version:": "this is a web archive (.mht); open it in a browser and save it as HTML",
    b"From: <Saved by": "this is a web archive (.mht); open it in a browser and save it as HTML",
    b"bplist00": "this is a web archive; open it in a browser and save it as HTML",
}
_PACKED = {  # by what their archives hold
    b"application/vnd.oasis.opendocument": "this is an OpenDocument file; open it and save it as .docx",
    b"xl/workbook.xml": "this is a workbook (.xlsx); save what is text in it as .docx or .txt",
    b"ppt/presentation.xml": "these are slides (.pptx); export them as PDF",
}


def type_of(name: str, data: bytes) -> FileType:
    """The type of a file. Raises FileUnusable for what cannot be read, and says what to do instead."""
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise FileUnusable(name, "this file is empty")
    if b"%PDF-" in data[:_HEAD]:
        return FileType.PDF
    if data.startswith(b"PK"):
        return _packed(name, data)
    _refuse(name, data)
    found = decoded(data[: _HEAD * 8]) or decoded(data)
    if found is None:
        raise FileUnusable(name, f"this is no text; {_READ}")
    suffix = PurePath(name).suffix.lower()
    if _BEGINS_HTML.match(found[0]) or suffix in _HTML:
        return FileType.HTML
    return FileType.MARKDOWN if suffix in _MARKDOWN else FileType.PLAIN


def _packed(name: str, data: bytes) -> FileType:
    if b"application/epub+zip" in data[:_HEAD] or b"META-INF/container.xml" in data:
        return FileType.EPUB
    if b"word/document.xml" in data:
        return FileType.DOCX
    other = next((reason for sign, reason in _PACKED.items() if sign in data), None)
    raise FileUnusable(name, other or f"this is an archive; unpack it and name what is in it: {_READ}")


def _refuse(name: str, data: bytes) -> None:
    if data.startswith(_OLD):
        locked = "this file is locked by a password; save it without one"
        raise FileUnusable(
            name, locked if _LOCKED in data else "this is a file of an old Word; save it as .docx"
        )
    if data.startswith(_PICTURES):
        raise FileUnusable(
            name, "this is a picture; OCR it first, to a PDF with a text layer or to plain text"
        )
    other = next((reason for sign, reason in _OTHERS.items() if sign in data[:80]), None)
    if other:
        raise FileUnusable(name, other)
