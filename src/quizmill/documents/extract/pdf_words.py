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
_OLD_PARTED = 0xFFFE  # of older releases
_CODES = 0x110000
_CHINESE = re.compile(f"[{CJK}]")
_FORMS = re.compile("[\u0622\u0623\u0625\u0627]\u0644")  # of one sign, two letters in the wrong order
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
    at = 0
    while at < len(signs.text):
        sign = signs.text[at]
        if not sign.isspace():
            end = signs.end_of_word(at)
            line += signs.word(at, end)
            at = end
        if sign in "\r\n" or signs.text[at - 1] == _PARTED:
            if line:
                yield line
            line = []
        at += sign.isspace()
    if line:
        yield line


class _Signs:
    """The signs of a page."""

    def __init__(self, page: PdfTextPage) -> None:
        from pypdfium2 import raw

        self._raw, self._page = raw, page
        self._box = raw.FS_RECTF()
        codes = map(partial(raw.FPDFText_GetUnicode, page), range(raw.FPDFText_CountChars(page)))
        self.text = self._ordered("".join(map(_sign, codes)))

    def _ordered(self, text: str) -> str:
        """The text with the two letters of an Arabic لا in order: PDFium turns them with the line."""
        places = [each.start() for each in _FORMS.finditer(text)]
        letters = list(text)
        for at in (at for at in places if self._box_of(at) == self._box_of(at + 1)):
            letters[at : at + 2] = letters[at + 1], letters[at]
        return "".join(letters)

    def end_of_word(self, at: int) -> int:
        """Where the word ends that begins at a place; what only PDFium calls a space ends no Chinese."""
        end = at + 1
        while end < len(self.text) and self.text[end - 1] != _PARTED:
            if not self.text[end].isspace():
                end += 1
            elif self._is_gap_in_chinese(end):
                end += 2
            else:
                break
        return end

    def _is_gap_in_chinese(self, at: int) -> bool:
        around = self.text[at - 1] + self.text[at + 1 : at + 2]
        if self.text[at] != " " or len(around) < 2 or around[1].isspace() or not _CHINESE.search(around):
            return False
        if not self._raw.FPDFText_IsGenerated(self._page, at):
            return False
        before, after = self._box_of(at - 1), self._box_of(at + 1)
        return after[0] - before[2] < 0.5 * (before[3] - before[1])

    def word(self, at: int, end: int) -> list[Word]:
        """The word between two places; none where nothing of it is seen."""
        first, last = self._box_of(at), self._box_of(end - 1)
        text = self.text[at:end].replace(" ", "").replace(_PARTED, "-")
        if text[-1].isdigit() and len(text) > 1 and last[3] - last[1] < _SMALL * (first[3] - first[1]):
            text = self._shifted(at, end, first)
        found = Word(text, at, min(first[0], last[0]), first[1], max(first[2], last[2]), first[3])
        return [found] if text else []

    def _shifted(self, at: int, end: int, first: Box) -> str:
        """A word whose last figures stand high or low, as 10⁶; without those that lead to a note."""
        height, (_, bottom, _, top) = first[3] - first[1], self._box_of(end - 1)
        begin = end - 1
        while begin > at + 1 and self.text[begin - 1].isdigit() and self._box_of(begin - 1)[1] == bottom:
            begin -= 1
        head, figures = self.text[at:begin].replace(" ", ""), self.text[begin:end].replace(" ", "")
        if bottom > first[1] + _SHIFTED * height:
            return head if _WORD.search(head) else head + raised(figures)
        return head + (lowered(figures) if top < first[3] - _SHIFTED * height else figures)

    def _box_of(self, at: int) -> Box:
        self._raw.FPDFText_GetLooseCharBox(self._page, at, self._box)
        return self._box.left, self._box.bottom, self._box.right, self._box.top


def _sign(code: int) -> str:
    return _PARTED if code == _OLD_PARTED else chr(code) if code < _CODES else "\N{REPLACEMENT CHARACTER}"
