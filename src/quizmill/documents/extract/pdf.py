"""A PDF that has its text: what PDFium finds on the pages, made into paragraphs again by where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quizmill.documents.extract import pdf_furniture, pdf_paragraphs
from quizmill.documents.extract.library import needed
from quizmill.documents.extract.parts import Extracted, Part, counted
from quizmill.documents.extract.pdf_lines import lines_of
from quizmill.documents.extract.pdf_pieces import Piece, pieces_of
from quizmill.documents.extract.whitespace import tidied
from quizmill.errors import FileUnusable

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_LARGEST = 200  # MB
_MOST_PAGES = 3000
_FILE_NAME = re.compile(
    r"(?:microsoft \w+ - )?\S*\.\w{2,5}|untitled.*|unbenannt.*|document\d*|slide \d+", re.IGNORECASE
)


def extract(name: str, data: bytes) -> Extracted:
    """The text of a PDF. Raises FileUnusable for one that is locked, damaged, or has pictures only."""
    if len(data) > _LARGEST * 2**20:
        raise FileUnusable(name, f"this file has more than {_LARGEST} MB; split it")
    with _opened(name, data) as document:
        if len(document) > _MOST_PAGES:
            raise FileUnusable(name, f"this PDF has more than {_MOST_PAGES} pages; split it")
        pages = [pieces_of(document, number) for number in range(len(document))]
        outline = _outline(document)
        told = document.get_metadata_dict()
        language = _language(document)
    if not any(pages):
        raise FileUnusable(name, "this PDF has no text layer, only pictures of pages; OCR it first")
    kept, left = pdf_furniture.without(list(_upright(pages)))
    parts = tuple(pdf_paragraphs.parts(lines_of(kept), outline))
    return Extracted(
        title=_title(told.get("Title", ""), parts),
        published=None,  # the day of the file is when it was printed
        language=language,
        parts=parts,
        left=(*left, *_not_taken(pages)),
    )


def _opened(name: str, data: bytes) -> PdfDocument:
    with needed(name, "PDF"):
        import pypdfium2
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error) or "ecurity" in str(error):
            raise FileUnusable(name, "this PDF is locked by a password; save it without one") from error
        raise FileUnusable(name, "this PDF is damaged; save or print it as a PDF again") from error


def _upright(pages: Sequence[Sequence[Piece]]) -> Iterator[list[Piece]]:
    for page in pages:
        yield [piece for piece in page if not piece.is_turned]


def _not_taken(pages: Sequence[Sequence[Piece]]) -> Iterator[str]:
    empty = [str(number) for number, page in enumerate(pages, 1) if not page]
    if empty:
        verb = "has" if len(empty) == 1 else "have"
        yield f"{counted(len(empty), 'page')} that {verb} no text, from page {empty[0]} on"
    if turned := sum(piece.is_turned for page in pages for piece in page):
        yield f"{counted(turned, 'piece')} of text that stand on their side"


def _outline(document: PdfDocument) -> dict[str, int]:
    """The levels of the bookmarks, from 1, by what they say; none where they cannot be read."""
    found: dict[str, int] = {}
    for each in document.get_toc(max_depth=6):
        found.setdefault(pdf_paragraphs.bare(tidied(each.get_title())), each.level + 1)
    return found


def _language(document: PdfDocument) -> str:
    import ctypes

    from pypdfium2 import raw

    needed_bytes = raw.FPDFCatalog_GetLanguage(document, None, 0)
    if needed_bytes <= 2:
        return ""
    buffer = (ctypes.c_ushort * (needed_bytes // 2))()
    raw.FPDFCatalog_GetLanguage(document, buffer, needed_bytes)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0").strip()


def _title(told: str, parts: Sequence[Part]) -> str:
    said = tidied(told)
    if said and not _FILE_NAME.fullmatch(said):
        return said
    highest = [part for part in parts[:20] if part.kind == "heading"]
    return min(highest, key=lambda part: part.level).text if highest else ""
