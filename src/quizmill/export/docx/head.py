"""The head of a sheet: the school, the title, cells for name, class, date and marks, and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Pt

from quizmill.compose.paper import Paper
from quizmill.export.docx.pictures import add_picture
from quizmill.export.docx.runs import add_text
from quizmill.export.docx.template import Measures
from quizmill.export.docx.writer import Writer
from quizmill.export.docx.xml import element
from quizmill.export.paper.sheet_head import Owner, what_to_do
from quizmill.export.paper.worksheet_options import WorksheetOptions
from quizmill.words import Words

_LOGO = (120.0, 42.0)  # points at most, across and down
_GAP, _PADDING = 12.0, 5.4  # points between two cells, and at the sides within each
_SHARES = (0.42, 0.19, 0.21, 0.18)  # of the width, for name, class, date and marks


def add_head(
    writer: Writer, paper: Paper, owner: Owner, options: WorksheetOptions, measures: Measures, words: Words
) -> None:
    """Everything above the first question."""
    _school(writer, options)
    form = words("sheet.form", form=paper.form) if paper.form else ""
    writer.about = "the title"
    writer.paragraph("Heading 1", f"{paper.title}\t{form}" if form else paper.title)
    _fields(writer, owner, f"/ {paper.possible}", measures, words)
    own, told = what_to_do(paper, options, words)
    writer.about = "the instructions"
    if own:
        writer.text(own, "Cell", "Cell")
    if told:
        writer.paragraph("Instructions", told)


def _school(writer: Writer, options: WorksheetOptions) -> None:
    if not (options.logo or options.header):
        return
    writer.about = "the header"
    line = writer.paragraph("Cell")
    if options.logo:
        try:
            add_picture(line, options.logo, options.header, *_LOGO)
        except ValueError as error:
            writer.refuse(f"the logo cannot be printed; {error}")
    add_text(line, f"  {options.header}" if options.logo else options.header, bold=True)


def _fields(writer: Writer, owner: Owner, total: str, measures: Measures, words: Words) -> None:
    """A cell with a line below it for each; two rows of them in large print."""
    told = (
        f"{words('sheet.name')} {owner.student}",
        f"{words('sheet.class')} {owner.group}",
        f"{words('sheet.date')} ",
        f"{words('sheet.score')}\t{total}",
    )
    if measures.looks.scale > 1:
        _row(writer, told[:2], (0.65, 0.35), measures)
        _row(writer, told[2:], (0.65, 0.35), measures)
    else:
        _row(writer, told, _SHARES, measures)


def _row(writer: Writer, texts: Sequence[str], shares: Sequence[float], measures: Measures) -> None:
    """Cells side by side; between two of them there is a gap in the line."""
    widths = [width for share in shares for width in (share * measures.width - _GAP, _GAP)][:-1]
    cells = writer.table(1, widths).rows[0].cells
    for cell, text, width in zip(cells[::2], texts, widths[::2], strict=True):
        _underline(cell)
        line = writer.within(cell, width).paragraph("Cell", text)
        end = Pt(width - 2 * _PADDING)
        line.paragraph_format.tab_stops.add_tab_stop(end, WD_TAB_ALIGNMENT.RIGHT)
    writer.paragraph("Spacer")


def _underline(cell: Any) -> None:
    line = element("w:bottom", val="single", sz=4, space=0, color="auto")
    cell._tc.get_or_add_tcPr().append(element("w:tcBorders", line))
