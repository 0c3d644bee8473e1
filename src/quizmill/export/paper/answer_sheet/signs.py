"""What a camera looks for on an answer sheet: the markers, and the QR code."""

from __future__ import annotations

from itertools import groupby

from quizmill.compose.answer_sheet.code import SheetCode
from quizmill.compose.answer_sheet.layout import PATTERNS, Layout
from quizmill.export.paper.elements import Element, Surface
from quizmill.export.paper.look import BLACK
from quizmill.export.paper.page_layout import MM

_CELLS = 6  # of a marker, side by side: a black frame around a pattern of 4 x 4
_DARK, _LIGHT = "0", "1"


class Markers(Element):
    """All markers of a sheet, in a box as large as the page."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self.width, self.height = layout.width * MM, layout.height * MM

    def draw(self, surface: Surface) -> None:
        """Black squares with white cells in them, as areas, so that they are sharp at any size."""
        cell = self._layout.marker / _CELLS * MM
        for corner, pattern in zip(self._layout.markers, PATTERNS, strict=True):
            left, top = corner.x * MM, self.height - corner.y * MM
            _areas(surface, left, top, cell, _framed(pattern))


class CodeSquare(Element):
    """The QR code of one page, as wide as it is said, without its quiet zone."""

    def __init__(self, code: SheetCode, side: float) -> None:
        self._code = code
        self.width = self.height = side

    def draw(self, surface: Surface) -> None:
        """A quarter of it may be lost, and it is still read."""
        from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

        made = QRCode(None, QRErrorCorrectLevel.Q)
        made.addData(str(self._code))
        made.make()
        rows = ["".join(_DARK if dark else _LIGHT for dark in row) for row in made.modules]
        _areas(surface, 0.0, self.height, self.width / len(rows), rows)


def _framed(pattern: str) -> list[str]:
    inner = _CELLS - 2
    rows = [_DARK + pattern[start : start + inner] + _DARK for start in range(0, inner * inner, inner)]
    return [_DARK * _CELLS, *rows, _DARK * _CELLS]


def _areas(surface: Surface, left: float, top: float, cell: float, rows: list[str]) -> None:
    """The dark cells, those beside each other as one."""
    surface.setFillGray(BLACK)
    path = surface.beginPath()
    for down, row in enumerate(rows, 1):
        across = 0
        for shade, same in groupby(row):
            count = len(list(same))
            if shade == _DARK:
                path.rect(left + across * cell, top - down * cell, count * cell, cell)
            across += count
    surface.drawPath(path, stroke=0, fill=1)
