"""The cells of a table of other programs: CSV with any separator, or the first filled sheet of a workbook."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from itertools import islice

from quizmill.bank import guard
from quizmill.bank.csv_in import allow_fields_of
from quizmill.bank.workbook import is_workbook, read_workbook, without_unfit
from quizmill.errors import FileUnusable
from quizmill.formats.report import Report

_SEPARATORS = ",;\t"
_QUOTED = re.compile(r'"[^"]*"')
_SAID = re.compile(r'\A"?sep=([^"\r\n])"?\r?\n', re.IGNORECASE)  # Excel's own first line
_HEAD = 16384  # characters in which the titles of the columns stand
_XML = (".xml", ".rels")

Line = tuple[int, tuple[str, ...]]  # the line it begins on, and its cells


def lines(data: bytes, name: str, report: Report) -> Iterator[Line]:
    """The rows of a CSV file or workbook. Raises FileUnusable for what is neither, or without openpyxl."""
    return workbook_lines(data, name, report) if is_workbook(data) else csv_lines(data, name, loose=True)


def csv_lines(data: bytes, name: str, *, loose: bool = False) -> Iterator[Line]:
    """The rows of a CSV file, each cell what its author wrote; *loose*, but for the blanks before it.

    Raises FileUnusable for what is no CSV.
    """
    text = guard.text(data, name, unix=False)
    allow_fields_of(text)
    said = _SAID.match(text)
    separator = said[1] if said else _separator(text)
    reader = csv.reader(
        io.StringIO(text[said.end() :] if said else text, newline=""),
        delimiter=separator,
        skipinitialspace=loose,
    )
    line = before = 2 if said else 1
    try:
        for cells in reader:
            yield line, tuple(cells)
            line = reader.line_num + before
    except csv.Error as error:
        raise FileUnusable(f"{name}:{line}", f"this line is not CSV ({error})") from error


def workbook_lines(data: bytes, name: str, report: Report) -> Iterator[Line]:
    """The rows of the first sheet that has any, as they are seen; others are told. Raises as `lines` does."""
    for path, member in guard.members(data, name).items():
        if path.endswith(_XML):
            guard.look_through(member, name)
    rows, others = read_workbook(data, name)
    if others:
        rule = "only the first sheet is read; save each other one as a file of its own"
        report.lost("", "file", rule, ", ".join(others))
    yield from enumerate(rows, start=1)


def fit_cell(cell: str, id: str, report: Report) -> str:
    """A cell of a question as a workbook can hold it; what is left out is told."""
    fit = without_unfit(cell) if cell else ""
    if fit != cell:
        rule = "a cell holds no control characters, and 32,767 others; the rest is left out"
        report.changed(id, "question", rule, cell)
    return fit


def first(of: Iterator[Line], count: int) -> list[Line]:
    """So many rows from the top, as a reader looks at them that only wants to know the file."""
    return list(islice(of, count))


def titled(of: Iterator[Line]) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows below the first: cells that say something, by the titles in it without their case."""
    titles = plain_titles(next(of, (1, ()))[1])
    for line, cells in of:
        yield line, {title: cell for title, cell in zip(titles, cells, strict=False) if cell}


def plain_titles(cells: Sequence[str]) -> list[str]:
    """Titles of columns without case, and the blanks around them."""
    return [title.strip().lower() for title in cells]


def _separator(text: str) -> str:
    """What parts the cells: a spreadsheet of a country with decimal commas writes semicolons."""
    bare = _QUOTED.sub("", text[:_HEAD])
    line = next((line for line in bare.splitlines() if any(each in line for each in _SEPARATORS)), "")
    return max(_SEPARATORS, key=line.count)
