"""Pages of placed elements become a PDF, in which many papers share what they show alike.

There an element is a form XObject (ISO 32000-1, 8.10), drawn once however often it stands, so the file
grows with what is distinct in it. In the file of one paper hardly anything repeats, and elements are drawn
in place.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from io import BytesIO
from math import ceil, floor
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFDictionary,
    PDFObject,
    PDFObjectReference,
    PDFResourceDictionary,
    PDFZCompress,
    pdfdocEnc,
    xObjectName,
)
from reportlab.pdfgen.canvas import Canvas

from quizmill.bank.printable import clean
from quizmill.export.paper.elements import Element
from quizmill.export.paper.flow import Page
from quizmill.export.paper.line_breaking import Line, Passage
from quizmill.export.paper.look import Look
from quizmill.export.paper.outline import Outline
from quizmill.export.paper.text_operators import FontSubsets, operators, spelled

_BEYOND = 6.0  # points that ink may reach beyond an element: slanted letters, widths of lines
_RESOURCES = "quizmill-resources"  # what all pages and elements share, by reportlab's name for it


class Pdf(Canvas):  # type: ignore[misc]
    """One PDF; equal in, equal out. *sharing* says whether elements are drawn once."""

    def __init__(self, size: tuple[float, float], *, sharing: bool, language: str) -> None:
        self._buffer = BytesIO()
        # Streams are deflated by the document, not by the page: reportlab would spell those in ASCII.
        super().__init__(self._buffer, pagesize=size, invariant=1, pageCompression=0, lang=language)
        self._doc.defaultStreamFilters = [PDFZCompress]
        self._doc.ensureMinPdfVersion("transparency")  # 1.4, which has languages too
        self.setCreator("quizmill")
        self.setViewerPreference("DisplayDocTitle", "true")
        self._sharing = sharing
        self._subsets = FontSubsets(self._doc)
        self._names: dict[Element | Outline, str] = {}
        self._lists = False  # whether what is drawn now lists what it needs
        self._count = 0
        self._entered = 0

    def tell(self, *, title: str, author: str, subject: str) -> None:
        """What the document says of itself."""
        self.setTitle(clean(title))
        self.setAuthor(clean(author))
        self.setSubject(clean(subject))

    def print(self, pages: Sequence[Page]) -> None:
        """One paper, beginning on the front of a leaf."""
        if self._count % 2:
            self.turn()
        for page in pages:
            for entry in page.entries:
                self._enter(entry.title, entry.level, entry.top)
            for placed in page.placed:
                self.place(placed.element, placed.left, placed.top)
            self.turn()

    def place(self, element: Element, left: float, top: float) -> None:
        """Put an element by its upper left corner."""
        if not (self._sharing or element.shared):
            self._code += ["q", f"1 0 0 1 {spelled(left)} {spelled(top - element.height)} cm"]
            element.draw(self)
            self._code.append("Q")
            return
        name = self._names.get(element) or self._object(element)
        self._code.append(f"q 1 0 0 1 {left:.2f} {top - element.height:.2f} cm /{name} Do Q")

    def write(self, passage: Passage, lines: Sequence[Line], look: Look, width: float) -> None:
        """The lines of a passage, the lower left corner of the last one at the origin."""
        # The two states within each other are platypus's, as in all that was ever printed.
        shown = (
            ["q", *operators(passage, lines, look, width, self._subsets, self._outline), "Q"] if lines else []
        )
        self._code += ["q", "1 0 0 1 0 0 cm", *shown, "Q"]

    def begin_copied(self, text: str) -> None:
        """What is written from here to `end_copied` is copied as *text*."""
        self._code.append(f"/Span <</ActualText <FEFF{text.encode('utf-16-be').hex()}>>> BDC")

    def end_copied(self) -> None:
        """See `begin_copied`."""
        self._code.append("EMC")

    def turn(self) -> None:
        """End the present page."""
        self.showPage()
        self._count += 1

    def finish(self) -> bytes:
        """The document."""
        resources = PDFResourceDictionary()
        resources.basicFonts()
        resources.allProcs()
        names = self._names.values()
        resources.XObject = PDFDictionary({name: PDFObjectReference(xObjectName(name)) for name in names})
        self._doc.Reference(resources, _RESOURCES)
        self.save()
        return self._buffer.getvalue()

    def _object(self, element: Element) -> str:
        """The name of the element, which is now drawn."""
        name = f"p{len(self._names)}"
        self._names[element] = name
        box = (-_BEYOND, -_BEYOND, round(element.width + _BEYOND), round(element.height + _BEYOND))
        self.beginForm(name, *box)
        element.draw(self)
        self._lists = element.lists
        self._end(name, box)
        self._lists = False
        return name

    def _outline(self, outline: Outline) -> str:
        """The name of the outline, which is now drawn, to be filled in the colour of each place."""
        if outline not in self._names:
            name = self._names[outline] = f"p{len(self._names)}"
            left, bottom = -outline.before, -outline.descent
            box = (floor(left), floor(bottom), ceil(left + outline.width), ceil(outline.ascent))
            self.beginForm(name, *box)
            self._code = [f"{outline.paths} f"]
            self._end(name, box)
        return self._names[outline]

    def _end(self, name: str, box: tuple[float, float, float, float]) -> None:
        """End a form within that *box*: left, bottom, right, top."""
        if self._lists or self._formsinuse:
            self.endForm()
            return
        self._doc.addForm(name, _Form(box, "\n".join((self._preamble, *self._code))))
        self._restartAccumulators()
        self.pop_state_stack()

    def _setXObjects(self, drawn: Any) -> None:  # noqa: N802  reportlab's name
        """What draws no picture itself finds all it needs in one place, and does not list it again.

        A drawing lists its own, opacities and gradients too, which reportlab leaves out of forms.
        """
        super()._setXObjects(drawn)
        if self._lists:
            drawn.Resources = PDFResourceDictionary()
            drawn.Resources.basicFonts()
            drawn.Resources.allProcs()
            drawn.Resources.XObject = drawn.XObjects or {}
            drawn.Resources.ExtGState = drawn.ExtGState or {}
            drawn.Resources.setShading(self._shadingUsed)
        elif not self._formsinuse:
            drawn.Resources = PDFObjectReference(_RESOURCES)

    def _enter(self, title: str, level: int, top: float) -> None:
        key = f"e{self._entered}"
        self._entered += 1
        self.bookmarkPage(key, fit="XYZ", top=top + 4)
        self.addOutlineEntry(" ".join(clean(title).split()), key, level)


class _Form(PDFObject):  # type: ignore[misc]
    """A form that finds all it needs in one place: byte by byte as reportlab writes it, but quicker.

    A class of a thousand has ten thousand of them.
    """

    def __init__(self, box: tuple[float, float, float, float], code: str) -> None:
        self._box, self._code = box, code

    def format(self, document: Any) -> bytes:
        """Its dictionary and its stream."""
        stream = zlib.compress(pdfdocEnc(self._code))
        box = " ".join(map(spelled, self._box))
        resources = PDFObjectReference(_RESOURCES).format(document).decode()
        head = (
            f"<<\n/BBox [ {box} ] /Filter [ /FlateDecode ] /FormType 1 /Length {len(stream)} "
            f"/Matrix [ 1 0 0 1 0 0 ] /Resources {resources} \n  /Subtype /Form /Type /XObject\n>>\nstream\n"
        )
        return b"".join((head.encode(), stream, b"endstream\n"))
