"""A question as it is printed: on a worksheet, and in the answer key."""

from __future__ import annotations

import io
from typing import Any

import msgspec

from quizmill.app.preview.posed import Posed
from quizmill.export.paper.key import answer_keys
from quizmill.export.paper.outlines import Outlines
from quizmill.export.paper.worksheet import worksheets
from quizmill.export.paper.worksheet_options import WorksheetOptions

_SCALE = 2.0  # pixels a point: sharp at the width of a column
_FOOT = 120  # pixels: what runs below every page
_BORDER = 40  # pixels of empty paper that are left around what is printed
_QUICK = 1  # how hard to press what goes no further than this computer


class Printed(msgspec.Struct, frozen=True, kw_only=True):
    """`sheet` and `key` as PDFs, and their pages as PNG where PDFium is there to draw them."""

    pdfs: dict[str, bytes]
    pictures: dict[str, tuple[bytes, ...]]


def printed(posed: Posed, outlines: Outlines) -> Printed:
    """The question on paper; raises FileUnusable and ExportRefused for what cannot be printed."""
    options, images = WorksheetOptions(), posed.pictures()
    papers, names = (posed.paper,), posed.bank.names
    pdfs = {
        "sheet": worksheets(papers, options, images, outlines=outlines),
        "key": answer_keys(papers, options, images, names=names, outlines=outlines),
    }
    return Printed(pdfs=pdfs, pictures={name: _drawn(data) for name, data in pdfs.items()})


def _drawn(pdf: bytes) -> tuple[bytes, ...]:
    """The pages as pictures, without margins and foot; none without PDFium."""
    try:
        import pypdfium2
    except ImportError:
        return ()
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(_png(page.render(scale=_SCALE).to_pil()) for page in document)
    finally:
        document.close()


def _png(picture: Any) -> bytes:
    width, height = picture.size
    printed = (
        picture.convert("L").point(lambda light: 255 - light).crop((0, 0, width, height - _FOOT)).getbbox()
    )
    left, top, right, bottom = printed or (0, 0, width, height)
    made = io.BytesIO()
    cut = picture.crop(
        (max(0, left - _BORDER), max(0, top - _BORDER), min(width, right + _BORDER), bottom + _BORDER)
    )
    cut.save(made, "PNG", compress_level=_QUICK)
    return made.getvalue()
