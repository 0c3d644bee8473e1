"""Pictures as a word processor shows them: pixels as they are, a drawing as pixels, all with their words."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx.shared import Pt

from quizmill.bank.picture import is_raster
from quizmill.export.docx.xml import literal
from quizmill.export.paper.flow import Page, Placed
from quizmill.export.paper.printed_picture import picture

_KNOWN = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8")  # what Word shows
_DOTS = 300 / 72  # pixels a point of what was lines


def add_picture(paragraph: Any, data: bytes, alt: str, width: float, tallest: float) -> None:
    """The picture at its own size, or smaller to fit *width* and *tallest* points; *alt* is its words.

    Raises ValueError, saying why, when it cannot be read.
    """
    drawn = picture(data, width, tallest)
    if not is_raster(data):
        data = _rastered(drawn)
    elif not data.startswith(_KNOWN):
        data = _as_png(data)
    placed = paragraph.add_run().add_picture(BytesIO(data), Pt(drawn.width), Pt(drawn.height))
    told = placed._inline.docPr
    told.set("descr", literal(alt))
    told.set("name", f"Picture {told.get('id')}")


def _as_png(data: bytes) -> bytes:
    from PIL import Image as Pillow

    with Pillow.open(BytesIO(data)) as opened:
        return _png(opened)


def _png(image: Any) -> bytes:
    made = BytesIO()
    image.save(made, "PNG")
    return made.getvalue()


def _rastered(drawn: Any) -> bytes:
    import pypdfium2

    from quizmill.export.paper.pdf import Pdf

    pdf = Pdf((drawn.width, drawn.height), sharing=False, language="en")
    pdf.print([Page(placed=[Placed(0.0, drawn.height, drawn)])])
    page = pypdfium2.PdfDocument(pdf.finish())[0]
    return _png(page.render(scale=_DOTS, fill_color=(255, 255, 255, 0)).to_pil())
