"""The press: pages of placed pieces become a PDF in which each piece is drawn once, however often it stands.

A piece is a form XObject of PDF (ISO 32000-1, 8.10), so a file grows with what is distinct in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from reportlab.pdfbase.pdfdoc import PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from quizmill.export.paper.flow import Page
from quizmill.export.paper.markup import clean
from quizmill.export.paper.pieces import Piece

_BEYOND = 6.0  # points that ink may reach beyond a piece: slanted letters, widths of lines


class Press:
    """Prints one PDF; equal in, equal out."""

    def __init__(
        self, size: tuple[float, float], *, title: str, author: str, subject: str, language: str
    ) -> None:
        self._buffer = BytesIO()
        # Streams are deflated by the document, not by the page: reportlab would spell those in ASCII.
        self._canvas = Canvas(self._buffer, pagesize=size, invariant=1, pageCompression=0, lang=language)
        self._canvas._doc.defaultStreamFilters = [PDFZCompress]
        self._canvas.setTitle(clean(title))
        self._canvas.setAuthor(clean(author))
        self._canvas.setSubject(clean(subject))
        self._canvas.setCreator("quizmill")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._names: dict[Piece, str] = {}
        self._pages = 0
        self._entries = 0

    def print(self, pages: Sequence[Page]) -> None:
        """One paper, beginning on the front of a leaf."""
        if self._pages % 2:
            self.show()
        for page in pages:
            for entry in page.entries:
                self._enter(entry.title, entry.level, entry.top)
            for placed in page.placed:
                self.place(placed.piece, placed.left, placed.top)
            self.show()

    def place(self, piece: Piece, left: float, top: float) -> None:
        """Put a piece on the present page, by its upper left corner."""
        name = self._names.get(piece)
        if name is None:
            name = self._names[piece] = f"{len(self._names)}"
            self._draw(piece, name)
        self._canvas.addLiteral(f"q 1 0 0 1 {left:.2f} {top - piece.height:.2f} cm")
        self._canvas.doForm(name)
        self._canvas.addLiteral("Q")

    def ink(self, piece: Piece, left: float, top: float) -> None:
        """The same for a piece that stands nowhere else."""
        self._canvas.saveState()
        self._canvas.translate(left, top - piece.height)
        piece.draw(self._canvas)
        self._canvas.restoreState()

    def finish(self) -> bytes:
        """The document."""
        self._canvas.save()
        return self._buffer.getvalue()

    def _draw(self, piece: Piece, name: str) -> None:
        self._canvas.beginForm(name, -_BEYOND, -_BEYOND, piece.width + _BEYOND, piece.height + _BEYOND)
        piece.draw(self._canvas)
        self._canvas.endForm()

    def _enter(self, title: str, level: int, top: float) -> None:
        key = f"e{self._entries}"
        self._entries += 1
        self._canvas.bookmarkPage(key, fit="XYZ", top=top + 4)
        self._canvas.addOutlineEntry(" ".join(clean(title).split()), key, level)

    def show(self) -> None:
        """End the present page."""
        self._canvas.showPage()
        self._pages += 1
