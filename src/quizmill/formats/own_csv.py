"""Our own table as CSV: all of a question in a row, to be edited in a spreadsheet and brought back."""

from __future__ import annotations

from quizmill.bank.csv_out import as_csv, meant
from quizmill.bank.workbook import is_workbook
from quizmill.compose.paper import Paper
from quizmill.errors import FileUnusable
from quizmill.formats.cells import csv_lines, first, titled
from quizmill.formats.format import Format, Found, Settings
from quizmill.formats.report import Report
from quizmill.formats.sheet import MATRIX, NOT_OURS, is_head, rows, tell_media
from quizmill.formats.sheet_items import found


def write(paper: Paper, settings: Settings, report: Report) -> bytes:
    """A row a question, in UTF-8 with the mark by which Excel knows it."""
    tell_media(settings, report)
    return as_csv(rows(paper.exercises))


def read(data: bytes, name: str, report: Report) -> Found:
    """The questions of a table whose titles are ours, in any order. Raises FileUnusable for another one."""
    if is_workbook(data) or not any(is_head(cells) for _, cells in first(csv_lines(data, name), 1)):
        raise FileUnusable(name, NOT_OURS)
    read = titled(csv_lines(data, name))
    return found(
        ((line, {title: meant(cell) for title, cell in cells.items()}) for line, cells in read), report
    )


def recognises(data: bytes) -> bool:
    """Whether the first row has our titles."""
    try:
        return not is_workbook(data) and any(is_head(cells) for _, cells in first(csv_lines(data, ""), 1))
    except FileUnusable:
        return False


FORMAT = Format(
    name="csv",
    title="CSV, our own table",
    extensions=("csv", "tsv"),
    matrix=MATRIX,
    write=write,
    read=read,
    recognises=recognises,
    ids_are_ours=True,
)
