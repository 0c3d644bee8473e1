"""Writes a bank's texts into a document, or a cell of it: paragraphs, listings, tables, lists, pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, assert_never

from docx.enum.text import WD_PARAGRAPH_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Pt

from quizmill.bank import mathematics
from quizmill.bank.markup import (
    Block,
    Display,
    ItemList,
    Listing,
    Paragraph,
    Picture,
    Side,
    Span,
    Spans,
    Style,
    Table,
    blocks,
    pictured,
    spans,
    whole,
)
from quizmill.errors import ExportRefused, Refusal
from quizmill.export.docx.omml import omml
from quizmill.export.docx.pictures import add_picture
from quizmill.export.docx.runs import add_listing, add_spans, add_text
from quizmill.export.docx.xml import element

TALLEST = 200.0  # points, of a picture in a text
_ALIGNED = {Side.CENTRE: WD_PARAGRAPH_ALIGNMENT.CENTER, Side.RIGHT: WD_PARAGRAPH_ALIGNMENT.RIGHT}


class Writer:
    """Writes at the end of the body of a document.

    Paragraphs that are written `together` stay on one page. What could not be written is kept until `finish`.
    """

    def __init__(
        self, place: Any, images: Mapping[str, bytes], width: float, *, from_right: bool = False
    ) -> None:
        self._place, self._images, self._width, self._from_right = place, images, width, from_right
        self._kept: list[Any] | None = None  # the paragraphs that stay together
        self._refused: dict[Refusal, None] = {}
        self.about = ""  # what is written about: the id of a question, or in words anything else

    @property
    def images(self) -> Mapping[str, bytes]:
        """The pictures that there are, by file."""
        return self._images

    def within(self, cell: Any, width: float) -> Writer:
        """The same, in a cell of a table so wide in points; its own empty paragraph is taken away."""
        cell._element.remove(cell.paragraphs[0]._p)
        other = Writer(cell, self._images, width, from_right=self._from_right)
        other._kept, other._refused, other.about = self._kept, self._refused, self.about
        return other

    @contextmanager
    def together(self, *, new_page: bool = False) -> Iterator[None]:
        """What is written within stays on one page, and begins a *new_page* perhaps."""
        kept: list[Any] = []
        self._kept = kept
        yield
        self._kept = None
        for paragraph in kept:
            paragraph.paragraph_format.keep_together = True
        kept[0].paragraph_format.page_break_before = new_page or None
        for paragraph in kept[:-1]:
            paragraph.paragraph_format.keep_with_next = True

    def paragraph(self, style: str, text: str = "", *, bold: bool = False) -> Any:
        """A paragraph of that style, so far with that literal *text*."""
        made = self._place.add_paragraph(style=style)
        if self._kept is not None:
            self._kept.append(made)
        add_text(made, text, bold=bold)
        return made

    def table(self, rows: int, widths: Sequence[float], style: str = "", indent: float = 0) -> Any:
        """A table with columns so wide in points; no row of it is parted between pages.

        A `Spacer` must be written after it: two tables would become one, and in LibreOffice what stays with
        the first row of a table stays with all that comes after it.
        """
        made = self._place.add_table(rows, len(widths))
        made.autofit = False
        if style:
            made.style = style
        wide = made._tbl.tblPr.find(qn("w:tblW"))
        wide.addnext(element("w:tblInd", w=round(indent * 20), type="dxa"))
        if self._from_right:
            wide.addprevious(element("w:bidiVisual"))
        for row in made.rows:
            row._tr.get_or_add_trPr().append(element("w:cantSplit"))
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = Pt(width)
        for column, width in zip(made.columns, widths, strict=True):
            column.width = Pt(width)
        return made

    def text(
        self, text: str, style: str, further: str, *, begun: Any = None, tallest: float = TALLEST
    ) -> None:
        """A text that may have blocks: words at its beginning in one *style*, all else in a *further* one.

        A paragraph that has *begun* already, with a number perhaps, is gone on with where the text begins
        with words.
        """
        found = blocks(text) if "\n" in text or "\\[" in text or "![" in text else ()
        if len(found) < 2 and all(isinstance(block, Paragraph) for block in found):
            found = (Paragraph(spans(text)),)
        for place, block in enumerate(found):
            if place == 0 and isinstance(block, Paragraph):
                add_spans(begun or self.paragraph(style), block.spans)
            else:
                self._block(block, further, tallest)

    def beside(self, begun: Any, text: str, further: str, tallest: float) -> None:
        """An option, a step or a side of a pair beside its label, with which its paragraph has *begun*."""
        block = whole(text)
        pictures = pictured(text)
        if isinstance(block, Display):
            add_spans(begun, (Span(block.source, Style.MATHEMATICS),))
        elif isinstance(block, Listing):
            add_listing(begun, block)
        elif pictures and isinstance(pictures[0], Picture):
            self._shown(begun, pictures[0], tallest)
            for each in pictures[1:]:
                self._block(each, further, tallest)
        else:
            self.text(text, further, further, begun=begun, tallest=tallest)

    def picture(self, found: Picture, style: str, tallest: float = TALLEST) -> None:
        """A picture, and below it whom to thank for it; in words where it is not there."""
        self._shown(self.paragraph(style), found, tallest)

    def _shown(self, made: Any, found: Picture, tallest: float) -> None:
        """The picture at the end of a paragraph, and below that whom to thank for it."""
        if found.file not in self._images:
            add_spans(made, (Span(f"[{found.alt}]", Style.EMPHASIS),))
            return
        try:
            add_picture(made, self._images[found.file], found.alt, self._width, tallest)
        except ValueError as error:
            self.refuse(f"the picture {found.file} cannot be printed; {error}")
        if found.credit:
            self.paragraph("Credit", found.credit)

    def refuse(self, reason: str) -> None:
        """Note that something cannot be written, once."""
        self._refused[Refusal(self.about, reason)] = None

    def finish(self) -> None:
        """Raise ExportRefused with everything that could not be written, if anything."""
        if self._refused:
            raise ExportRefused(tuple(self._refused))

    def _block(self, block: Block, style: str, tallest: float) -> None:
        match block:
            case Paragraph(spans=of):
                add_spans(self.paragraph(style), of)
            case Listing():
                self._listing(block, style)
            case Table():
                self._table(block)
            case ItemList(items=items, first=first):
                for place, item in enumerate(items):
                    marker = "•" if first is None else f"{first + place}."
                    add_spans(self.paragraph(style, f"{marker} "), item)
            case Display(source=source):
                self._display(source.strip(), style)
            case Picture():
                self.picture(block, style, tallest)
            case _:
                assert_never(block)

    def _listing(self, made: Listing, style: str) -> None:
        paragraph = self.paragraph("Listing")
        around = paragraph.part.document.styles[style].paragraph_format
        paragraph.paragraph_format.left_indent = around.left_indent
        add_listing(paragraph, made)

    def _display(self, source: str, style: str) -> None:
        read = mathematics.read(source)
        paragraph = self.paragraph(style)
        if isinstance(read, mathematics.Formula):
            paragraph._p.append(omml(read, display=True))
        else:
            add_text(paragraph, rf"\[{source}\]")

    def _table(self, made: Table) -> None:
        share = self._width / max(len(made.sides), 1)
        table = self.table(1 + len(made.rows), [share] * len(made.sides), "Table Grid")
        table.rows[0]._tr.get_or_add_trPr().append(element("w:tblHeader"))
        for row, cells in zip(table.rows, (made.head, *made.rows), strict=True):
            for cell, of, side in zip(row.cells, cells, made.sides, strict=True):
                self._cell(cell, of, side, bold=cells is made.head)
        self.paragraph("Spacer")

    def _cell(self, cell: Any, of: Spans, side: Side | None, *, bold: bool) -> None:
        paragraph = self.within(cell, self._width).paragraph("Cell")
        if side in _ALIGNED:
            paragraph.alignment = _ALIGNED[side]
        add_spans(paragraph, of, bold=bold)
