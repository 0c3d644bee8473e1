"""Our own table as a workbook: every cell is text, so that no spreadsheet makes a date or formula of one."""

from __future__ import annotations

from quizmill.bank.workbook import is_workbook, write_workbook
from quizmill.compose.paper import Paper
from quizmill.errors import FileUnusable
from quizmill.formats.cells import first, fit_cell, titled, workbook_lines
from quizmill.formats.format import Format, Found, Settings
from quizmill.formats.report import Report
from quizmill.formats.sheet import MATRIX, NOT_OURS, is_head, rows, tell_media
from quizmill.formats.sheet_items import found


def write(paper: Paper, settings: Settings, report: Report) -> bytes:
    """A row a question. Raises FileUnusable where openpyxl is missing."""
    tell_media(settings, report)
    head, *told = rows(paper.exercises)
    kept = [
        [fit_cell(cell, exercise.id, report) for cell in row]
        for exercise, row in zip(paper.exercises, told, strict=True)
    ]
    return write_workbook([head, *kept], "xlsx")


def read(data: bytes, name: str, report: Report) -> Found:
    """The questions of a table whose titles are ours, in any order. Raises FileUnusable for another one."""
    if not is_workbook(data):
        raise FileUnusable(name, 'this is no workbook (.xlsx); --from "csv" reads our own table as CSV')
    lines = list(workbook_lines(data, name, report))
    if not lines or not is_head(lines[0][1]):
        raise FileUnusable(name, NOT_OURS)
    return found(titled(iter(lines)), report)


def recognises(data: bytes) -> bool:
    """Whether the first row has our titles; nobody knows where openpyxl is missing."""
    try:
        return is_workbook(data) and any(
            is_head(cells) for _, cells in first(workbook_lines(data, "", Report()), 1)
        )
    except FileUnusable:
        return False


FORMAT = Format(
    name="xlsx",
    title="Excel, our own table",
    extensions=("xlsx",),
    matrix=MATRIX,
    write=write,
    read=read,
    recognises=recognises,
    ids_are_ours=True,
)
