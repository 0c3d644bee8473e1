"""Tables as spreadsheets write them: any of their encodings and separators becomes rows with line numbers."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice

import msgspec

from quizmill.bank.csv_in import allow_fields_of
from quizmill.bank.text_encoding import decoded
from quizmill.bank.workbook import is_workbook, read_workbook
from quizmill.errors import FileUnusable

_SEPARATORS = (",", ";", "\t")
_LOOKED_AT = 40  # lines in which a separator is sought: some programs put a title and labels above a table
_DECIMAL = re.compile(r"(?<![^;\t\r\n])[ ]*\d+,\d+[ %]*(?![^;\t\r\n])")  # a comma that parts no cells
_SAID = re.compile(r'\A"?sep=([^"\r\n])"?\r?\n?\Z', re.IGNORECASE)  # Excel's own first line
_DEFUSED = re.compile(r"'(?=\s*[=+\-@＝＋－＠])")  # as our own tables keep a cell from being run


class Row(msgspec.Struct, frozen=True):
    """The cells of a row, without the blanks around them, and the line of the file it begins on."""

    line: int
    cells: tuple[str, ...]

    def cell(self, column: int) -> str:
        """The text of a column; empty when the row is too short."""
        return self.cells[column] if column < len(self.cells) else ""


class Table(msgspec.Struct, frozen=True):
    """A file's first row, which names the columns, and the rows below it that are not empty."""

    path: str
    head: Row
    rows: tuple[Row, ...]
    remarks: tuple[
        Row, ...
    ]  # what is said about the table: rows of one cell, which begins with # and a blank
    separator: str  # for tables to be opened where this one is: one that is found without being said
    encoding: str
    unread: tuple[str, ...] = ()  # the titles of further sheets in a workbook


def read_table(data: bytes, path: str) -> Table:
    """The table in a CSV file or a workbook (.xlsx); empty rows are left out, and remarks stand apart.

    Comma, semicolon or tab may stand between the cells, in any encoding that `decoded` reads. Raises
    FileUnusable for a file that is empty or no text.
    """
    if is_workbook(data):
        sheet, unread = read_workbook(data, path)
        rows = [Row(line, tuple(_tidy(cell) for cell in cells)) for line, cells in enumerate(sheet, start=1)]
        return _table(path, rows, _SEPARATORS[0], "xlsx", unread)
    text, encoding, separator = csv_text(data, path)
    skipped = _separator(text)[1]
    rows = [row for row in _rows(text, separator, path) if row.line > skipped]
    return _table(path, rows, separator if separator in _SEPARATORS else _SEPARATORS[0], encoding)


def csv_text(data: bytes, path: str) -> tuple[str, str, str]:
    """The text of a CSV file, its encoding, and what parts the cells; raises FileUnusable when it is none."""
    _refuse_other_kinds(data, path)
    found = decoded(data)
    if found is None:
        raise FileUnusable(path, 'this is not a CSV file; save it from the spreadsheet as "CSV UTF-8"')
    text, encoding = found
    return text, encoding, _separator(text)[0]


def _table(path: str, rows: list[Row], separator: str, encoding: str, unread: tuple[str, ...] = ()) -> Table:
    filled = [row for row in rows if any(row.cells)]
    remarks = tuple(row for row in filled if row.cells[0].startswith("# ") and not any(row.cells[1:]))
    told = [row for row in filled if row not in remarks]
    if not told:
        raise FileUnusable(path, "this file is empty; its first line must name the columns")
    return Table(path, told[0], tuple(told[1:]), remarks, separator, encoding, unread)


def _refuse_other_kinds(data: bytes, path: str) -> None:
    begins = data[:512].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    kinds = {b"\xd0\xcf\x11\xe0": "an old Excel file", b"%pdf-": "a PDF", b"{\\rtf": "a text document"}
    kinds |= dict.fromkeys(
        (b"<html", b"<!doctype html", b"<table", b"<?xml"), "a web page, whatever its name says"
    )
    for mark, kind in kinds.items():
        if begins.startswith(mark):
            raise FileUnusable(path, f'this is {kind}; open it in the spreadsheet and save it as "CSV UTF-8"')


def _separator(text: str) -> tuple[str, int]:
    """What parts the cells, by the first line; and how many lines say only that."""
    first = text.partition("\n")[0]
    if said := _SAID.match(first):
        return said[1], 1
    bare = [re.sub(r'"[^"]*"', "", line) for line in _lines(text)]
    lines = bare if all(map(_DECIMAL.fullmatch, bare)) else [_DECIMAL.sub("", line) for line in bare]
    head = next((line for line in lines if any(each in line for each in _SEPARATORS)), "")
    return max(_SEPARATORS, key=head.count), 0


def _lines(text: str) -> Iterator[str]:
    """The first lines that have more than separators."""
    filled = (line for line in io.StringIO(text, newline=None) if line.strip(' \r\n,;\t"'))
    return islice(filled, _LOOKED_AT)


def _rows(text: str, separator: str, path: str) -> Iterator[Row]:
    allow_fields_of(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    line = 1
    try:
        for cells in reader:
            yield Row(line, tuple(_tidy(cell) for cell in cells) or ("",))
            line = reader.line_num + 1
    except csv.Error as error:
        raise FileUnusable(f"{path}:{line}", f"this line is not CSV ({error})") from error


def _tidy(cell: str) -> str:
    return (
        _DEFUSED.sub("", " ".join(cell.split()), count=1) if cell.startswith("'") else " ".join(cell.split())
    )
