"""What stands on a page of a PDF: pieces of text, with where they are and how they look."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from quizmill.documents.extract.pdf_words import Word, lines_of_words

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

_GAP = 1.1  # heights between two words that do not belong together: columns, cells
_NAME_LENGTH = 128  # bytes of a font's name
_FIXED = 1  # the flag of a font whose letters are of one width
_BOLD = 600  # a font's weight from which on it is bold


class Piece(msgspec.Struct, frozen=True):
    """Words that follow each other on one line; points from the page's lower left corner."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    is_bold: bool = False
    is_fixed: bool = False  # in letters of one width
    is_turned: bool = False

    @property
    def height(self) -> float:
        """How high its letters are, ascenders and descenders with them."""
        return self.top - self.bottom


def pieces_of(document: PdfDocument, number: int) -> list[Piece]:
    """The pieces of the page of that *number*, counted from 0, in the order in which the file has them."""
    page = document[number]
    text = page.get_textpage()
    try:
        return [_piece(text, run) for line in lines_of_words(text) for run in _runs(line)]
    finally:
        text.close()
        page.close()


def _runs(line: list[Word]) -> Iterator[list[Word]]:
    """The words, parted where a gap is wider than any between words."""
    run = line[:1]
    for word in line[1:]:
        gap = max(word.left - run[-1].right, run[-1].left - word.right)
        if gap > _GAP * max(1.0, word.top - word.bottom):
            yield run
            run = []
        run.append(word)
    yield run


def _piece(text: PdfTextPage, words: list[Word]) -> Piece:
    from pypdfium2 import raw

    name = ctypes.create_string_buffer(_NAME_LENGTH)
    flags = ctypes.c_int()
    middle = words[len(words) // 2].first
    raw.FPDFText_GetFontInfo(text, middle, name, _NAME_LENGTH, flags)
    font = name.value.decode("utf-8", "replace").lower()
    angle = raw.FPDFText_GetCharAngle(text, middle)
    return Piece(
        text=" ".join(word.text for word in words),
        left=min(word.left for word in words),
        right=max(word.right for word in words),
        bottom=words[len(words) // 2].bottom,
        top=words[len(words) // 2].top,
        is_bold="bold" in font or "black" in font or raw.FPDFText_GetFontWeight(text, middle) >= _BOLD,
        is_fixed=bool(flags.value & _FIXED) or "mono" in font or "courier" in font,
        is_turned=min(angle, abs(6.2832 - angle)) > 0.1,
    )
