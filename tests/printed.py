"""A PDF as a reader sees it, through PDFium: text by page, ink on the paper, outline and language."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from quizmill.bank.model import Bank, Question, Topic
from quizmill.compose.paper import Paper, compose


def paper_of(*questions: Question, title: str = "Test", seed: int = 1, form: str = "A") -> Paper:
    """The questions, in the order given, as one paper."""
    topic = Topic(id="topic", title="Topic", questions=questions)
    bank = Bank(title=title, namespace="test", topics=(topic,))
    return compose(bank, tuple(bank.questions()), seed=seed, form=form, order="bank")


class Printed:
    """What stands on the pages of a PDF."""

    def __init__(self, data: bytes) -> None:
        self.document = pdfium.PdfDocument(data)
        self.pages = [_words(page.get_textpage().get_text_bounded()) for page in self.document]
        self.text = " ".join(self.pages)
        self.sizes = [page.get_size() for page in self.document]
        self.outline = [bookmark.get_title() for bookmark in self.document.get_toc()]
        self.metadata = self.document.get_metadata_dict()

    @property
    def language(self) -> str:
        """The language of the document, as a screen reader asks for it."""
        buffer = (ctypes.c_ushort * 64)()
        length = raw.FPDFCatalog_GetLanguage(self.document, buffer, 128)
        return bytes(buffer)[: length - 2].decode("utf-16-le")

    @property
    def smallest(self) -> float:
        """The size of the smallest letters on any page, in points as they are drawn."""
        return min(size for page in self.document for size in _sizes(page))

    @property
    def smallest_written(self) -> float:
        """The same without what is written in drawings, in the file of a single paper."""
        return min(
            round(_font_size(each) * each.get_matrix().d, 1)
            for page in self.document
            for each in page.get_objects([raw.FPDF_PAGEOBJ_TEXT], max_depth=1)
        )

    def page_of(self, text: str) -> int:
        """The only page on which the text stands, from 0."""
        found = [number for number, page in enumerate(self.pages) if text in page]
        assert len(found) == 1, (text, found)
        return found[0]

    def ink(self, page: int) -> tuple[float, float, float, float]:
        """What the ink on a page reaches, in points from its edges: left, top, right, bottom."""
        picture = self.picture(page)
        left, top, right, bottom = picture.point(lambda grey: 255 if grey < 200 else 0).getbbox()
        return left / 2, top / 2, (picture.width - right) / 2, (picture.height - bottom) / 2

    def picture(self, page: int):
        """The page in grey, two pixels a point."""
        return self.document[page].render(scale=2).to_pil().convert("L")

    def place_of(self, text: str) -> tuple[int, float, float, float, float]:
        """Page, and left, bottom, right and top in points, of the first occurrence of one line's text."""
        for number, page in enumerate(self.document):
            textpage = page.get_textpage()
            found = textpage.search(text).get_next()
            if found:
                boxes = [textpage.get_charbox(index) for index in range(found[0], sum(found))]
                lefts, bottoms, rights, tops = zip(*boxes, strict=True)
                return number, min(lefts), min(bottoms), max(rights), max(tops)
        raise AssertionError(text)


def save(data: bytes, folder: Path) -> Path:
    """The PDF in a file, for programs that want one."""
    path = folder / "printed.pdf"
    path.write_bytes(data)
    return path


def _sizes(page: pdfium.PdfPage) -> Iterator[float]:
    """The size of every letter that can be seen, as it is drawn: of a form too, whatever its matrix."""
    text = page.get_textpage()
    for index in range(text.count_chars()):
        if (
            raw.FPDFText_IsGenerated(text, index) == 0
            and not chr(raw.FPDFText_GetUnicode(text, index)).isspace()
        ):
            matrix = raw.FS_MATRIX()
            raw.FPDFText_GetMatrix(text, index, matrix)
            yield round(raw.FPDFText_GetFontSize(text, index) * (matrix.c**2 + matrix.d**2) ** 0.5, 1)


def _font_size(text: pdfium.PdfObject) -> float:
    size = ctypes.c_float()
    raw.FPDFTextObj_GetFontSize(text.raw, size)
    return size.value


def _words(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\ufffe", "-")).strip()
