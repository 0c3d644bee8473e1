"""Our own table as CSV: all of a question in a row, to be edited in a spreadsheet and brought back."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from quizmill.bank.csv_out import as_csv, meant
from quizmill.compose.paper import Paper
from quizmill.errors import FileUnusable
from quizmill.formats import guard
from quizmill.formats.format import Format, Found, Settings
from quizmill.formats.matrix import lost, matrix
from quizmill.formats.report import Report
from quizmill.formats.sheet import is_head, rows
from quizmill.formats.sheet_items import Row, items

_SEPARATORS = ",;\t"
_HEAD = 16384  # characters in which the titles of the columns stand


def write(paper: Paper, settings: Settings, report: Report) -> bytes:
    """A row a question, in UTF-8 with the mark by which Excel knows it."""
    return as_csv(rows(paper.exercises))


def read(data: bytes, name: str, report: Report) -> Found:
    """The questions of a table whose titles are ours, in any order. Raises FileUnusable for another one."""
    text = _text(data, name)
    if not is_head(_titles(text)):
        raise FileUnusable(name, "a row above the questions must have the titles type, prompt and answer")
    return Found(items=tuple(items(_rows(text, name), report)))


def recognises(data: bytes) -> bool:
    """Whether the first row has our titles."""
    try:
        return is_head(_titles(_text(data, "")))
    except FileUnusable:
        return False


def _text(data: bytes, name: str) -> str:
    """The text with the line ends that stand in its cells: a cell is what its author wrote."""
    return guard.text(data, name, unix=False)


def _titles(text: str) -> list[str]:
    first = next(iter(csv.reader(io.StringIO(text[:_HEAD], newline=""), delimiter=_separator(text))), [])
    return [title.strip().lower() for title in first]


def _separator(text: str) -> str:
    """What parts the cells: a spreadsheet of a country with decimal commas writes semicolons."""
    first = re.split(r"[\r\n]", text, maxsplit=1)[0]
    return max(_SEPARATORS, key=first.count)


def _rows(text: str, name: str) -> Iterator[Row]:
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))  # it guards nothing: all is in memory
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    titles = [title.strip().lower() for title in next(reader)]
    line = reader.line_num + 1
    try:
        for cells in reader:
            yield line, dict(zip(titles, map(meant, cells), strict=False))
            line = reader.line_num + 1
    except csv.Error as error:
        raise FileUnusable(f"{name}:{line}", f"this line is not CSV ({error})") from error


FORMAT = Format(
    name="csv",
    title="CSV, our own table",
    extensions=("csv", "tsv"),
    matrix=matrix(fields={"origin": lost("an import writes its own")}),
    write=write,
    read=read,
    recognises=recognises,
    ids_are_ours=True,
    remarks=("Pictures and sounds are named, not carried: they stay in the bank's folder.",),
)
