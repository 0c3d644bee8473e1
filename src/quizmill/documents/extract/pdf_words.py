"""The words on a page of a PDF, line by line as PDFium finds them, spelt as one reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from quizmill.documents.extract.whitespace import CJK, lowered, raised

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

_PARTED = "\x02"  # what PDFium makes of a hyphen at a line's end, with the line end
_OLD_PARTED = "\ufffe"  # of older releases
_BREAKS = "\r\n"
_ENDS = _BREAKS + _PARTED
_TOKEN = re.compile(rf"[{_BREAKS}]|{_PARTED}|[^\s{_PARTED}]+{_PARTED}?")
_CODES = 0x110000
_NO_GAP = "\u2060"
_GAP = re.compile(f"(?<=[{CJK}]) (?=\\S)|(?<=\\S) (?=[{CJK}])")
_FORMS = re.compile("[\u0622\u0623\u0625\u0627]\u0644")  # of one sign, two letters in the wrong order
_RARE = re.compile(f"[\u0644{CJK}]")
_SHIFTED = 0.12  # heights by which a figure stands high or low
_SMALL = 0.9  # of a word's height: a figure that stands so
_WORD = re.compile(r"[^\W\d_]{4}$|[.,;:!?)\]”»]$")  # after which a high figure leads to a note

Box = tuple[float, float, float, float]  # left, bottom, right, top


class Word(msgspec.Struct, frozen=True):
    """A word, the place of its first letter on the page, and where it stands, in points."""

    text: str
    first: int
    left: float
    bottom: float
    right: float
    top: float


def lines_of_words(page: PdfTextPage) -> Iterator[list[Word]]:
    """The words of each line."""
    signs = _Signs(page)
    line: list[Word] = []
    for token in _TOKEN.finditer(signs.text):
        if token[0] not in _BREAKS:
            line.append(signs.word(*token.span()))
        if line and token[0][-1] in _ENDS:
            yield line
            line = []
    if line:
        yield line


class _Signs:
    """The signs of a page, each at its place."""

    def __init__(self, page: PdfTextPage) -> None:
        from pypdfium2 import raw

        self._raw, self._page = raw, page.raw
        self._box = raw.FS_RECTF()
        self.text = _spelt(page, raw.FPDFText_CountChars(page))
        if _RARE.search(self.text):
            self.text = self._ordered(self.text)

    def _ordered(self, text: str) -> str:
        """The text with the two letters of an Arabic لا in order, and without gaps in Chinese.

        PDFium turns the letters with the line, and calls what a program leaves beside figures a space.
        """
        signs = list(text)
        for at in (each.start() for each in _FORMS.finditer(text)):
            if self._box_of(at) == self._box_of(at + 1):
                signs[at : at + 2] = signs[at + 1], signs[at]
        for at in (each.start() for each in _GAP.finditer(text)):
            if self._raw.FPDFText_IsGenerated(self._page, at) and self._is_narrow(at):
                signs[at] = _NO_GAP
        return "".join(signs)

    def _is_narrow(self, at: int) -> bool:
        before, after = self._box_of(at - 1), self._box_of(at + 1)
        return after[0] - before[2] < 0.5 * (before[3] - before[1])

    def word(self, at: int, end: int) -> Word:
        """The word between two places."""
        first, last = self._box_of(at), self._box_of(end - 1)
        text = self._read(at, end)
        if text[-1].isdigit() and len(text) > 1 and last[3] - last[1] < _SMALL * (first[3] - first[1]):
            text = self._shifted(at, end, first)
        return Word(text, at, min(first[0], last[0]), first[1], max(first[2], last[2]), first[3])

    def _read(self, at: int, end: int) -> str:
        return self.text[at:end].replace(_NO_GAP, "").replace(_PARTED, "-")

    def _shifted(self, at: int, end: int, first: Box) -> str:
        """A word whose last figures stand high or low, as 10⁶; without those that lead to a note."""
        height, (_, bottom, _, top) = first[3] - first[1], self._box_of(end - 1)
        begin = end - 1
        while begin > at + 1 and self.text[begin - 1].isdigit() and self._box_of(begin - 1)[1] == bottom:
            begin -= 1
        head, figures = self._read(at, begin), self._read(begin, end)
        if bottom > first[1] + _SHIFTED * height:
            return head if _WORD.search(head) else head + raised(figures)
        return head + (lowered(figures) if top < first[3] - _SHIFTED * height else figures)

    def _box_of(self, at: int) -> Box:
        self._raw.FPDFText_GetLooseCharBox(self._page, at, self._box)
        return self._box.left, self._box.bottom, self._box.right, self._box.top


def _spelt(page: PdfTextPage, count: int) -> str:
    """The text of a page, a sign for each of PDFium's."""
    text: str = page.get_text_range()
    if len(text) != count:  # it leaves some out, or needs two for one
        from pypdfium2 import raw

        text = "".join(map(_sign, map(partial(raw.FPDFText_GetUnicode, page), range(count))))
    return text.replace(_OLD_PARTED, _PARTED)


def _sign(code: int) -> str:
    return chr(code) if code < _CODES else "\N{REPLACEMENT CHARACTER}"
