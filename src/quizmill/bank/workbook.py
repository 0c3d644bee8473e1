"""Workbooks of a spreadsheet (.xlsx), read and written; the only door to openpyxl, which is an extra."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

import msgspec

from quizmill.errors import FileUnusable

_MOST_IN_CELL = 32767  # characters: Excel refuses a workbook that has more
_UNFIT = re.compile(
    "[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)  # for XML, which has line ends of one kind
_MOST_CELLS = 5_000_000  # of a sheet: a row of one cell may be called sixteen thousand cells wide
_LARGEST = 256 * 2**20  # bytes of a workbook when unpacked
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')  # in the format of a number: what is no sign of it
_CURRENCY = re.compile(r"\[\$([^-\]]+)|([$€£¥])")
_MOMENT = (1980, 1, 1, 0, 0, 0)  # in what is written: the earliest that a zip file knows
_SAVED_AT = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")
_BROKEN = (
    zipfile.BadZipFile,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    SyntaxError,
    OSError,
)


def is_workbook(data: bytes) -> bool:
    """Whether these are the bytes of a zip file, as every .xlsx is one."""
    return data.startswith(b"PK\x03\x04")


def read_workbook(data: bytes, path: str) -> tuple[list[tuple[str, ...]], tuple[str, ...]]:
    """The rows of the first sheet that has any, as they are seen, and the titles of further sheets that have.

    Raises FileUnusable when it is no workbook, or when openpyxl is missing.
    """
    openpyxl = _openpyxl(path)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(each.file_size for each in packed.infolist()) > _LARGEST:
                raise FileUnusable(
                    path, f"this workbook has more than {_LARGEST // 2**20} MB; name another file"
                )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of looks that openpyxl does not know
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            for sheet in book.worksheets:
                sheet.reset_dimensions()  # which may say anything: each row is as wide as it is
            sheets = {sheet.title: list(_rows(sheet)) for sheet in book.worksheets}
    except _BROKEN as error:
        raise FileUnusable(
            path, f'this workbook cannot be read ({error}); save it from the spreadsheet as "CSV UTF-8"'
        ) from error
    filled = {title: rows for title, rows in sheets.items() if any(map(any, rows))}
    if not filled:
        raise FileUnusable(path, "this file is empty; its first line must name the columns")
    first, *others = filled
    return filled[first], tuple(others)


def with_cells(data: bytes, path: str, column: int, cells: Mapping[int, str]) -> bytes:
    """The workbook with *cells*, by the numbers of their rows, in a *column* of its first sheet with any."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = _openpyxl(path).load_workbook(io.BytesIO(data))
    sheet = next(sheet for sheet in book.worksheets if any(map(any, _rows(sheet))))
    for row, text in cells.items():
        sheet.cell(row, column + 1).value = _as_number(text)
    return _saved(book)


def without_unfit(cell: str) -> str:
    """A text as a cell can hold it: without control characters, and no longer than Excel takes."""
    return _UNFIT.sub("", cell)[:_MOST_IN_CELL]


class Choices(msgspec.Struct, frozen=True):
    """What may stand in a cell, for a list to choose from: rows and columns are counted from 0."""

    row: int
    column: int
    texts: tuple[str, ...]


def write_workbook(rows: Sequence[Sequence[str]], path: str, choices: Iterable[Choices] = ()) -> bytes:
    """A workbook of one sheet whose columns are text, so that nothing that is typed becomes a date.

    Raises FileUnusable when openpyxl is missing.
    """
    book = _openpyxl(path).Workbook()
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    sheet = book.active
    for at, row in enumerate(rows, start=1):
        for column, text in enumerate(row, start=1):
            if text:
                cell = sheet.cell(at, column, text)
                cell.number_format, cell.data_type = "@", "s"
    for column in range(1, max(map(len, rows), default=0) + 1):
        sheet.column_dimensions[get_column_letter(column)].number_format = "@"
    sheet.freeze_panes = "B2"
    sheet.column_dimensions["A"].width = max(12, *(len(row[0]) for row in rows if len(row) > 1)) + 2
    lists: dict[str, Any] = {}
    for each in choices:
        formula = f'"{",".join(each.texts)}"'
        if formula not in lists:
            lists[formula] = DataValidation("list", formula1=formula, allow_blank=True)
            lists[formula].showErrorMessage = False  # a dash or two letters may be typed as well
            sheet.add_data_validation(lists[formula])
        lists[formula].add(f"{get_column_letter(each.column + 1)}{each.row + 1}")
    return _saved(book)


def _saved(book: Any) -> bytes:
    """The bytes of the workbook, which tell nothing of when it was written."""
    written, still = io.BytesIO(), io.BytesIO()
    book.save(written)
    with zipfile.ZipFile(written) as packed, zipfile.ZipFile(still, "w", zipfile.ZIP_DEFLATED) as repacked:
        for each in packed.infolist():
            data = packed.read(each)
            if each.filename == "docProps/core.xml":
                data = _SAVED_AT.sub(b"", data)
            repacked.writestr(zipfile.ZipInfo(each.filename, _MOMENT), data, zipfile.ZIP_DEFLATED)
    return still.getvalue()


def _as_number(text: str) -> float | int | str:
    try:
        return int(text) if text.isdigit() else float(text)
    except ValueError:
        return text


def _openpyxl(path: str) -> Any:
    try:
        import openpyxl
    except ImportError as error:
        raise FileUnusable(
            path,
            "to read or write .xlsx, openpyxl is needed: pip install 'quizmill[office]'; or save the table "
            'from the spreadsheet as "CSV UTF-8"',
        ) from error
    return openpyxl


def _rows(sheet: Any) -> Iterator[tuple[str, ...]]:
    """The cells of each row as text; a file can name a million empty rows, which are none."""
    empty = total = 0
    for row in sheet.iter_rows():
        total += len(row)
        if total > _MOST_CELLS:
            raise ValueError(f"it has more than {_MOST_CELLS} cells")
        cells = tuple(_text(cell) for cell in row)
        if not any(cells):
            empty += 1
            continue
        yield from [()] * empty
        empty = 0
        yield cells


def _text(cell: Any) -> str:
    """The text of a cell; how one looks is asked only of what is none, since openpyxl takes long to tell."""
    value = cell.value
    if value is None or isinstance(value, str):
        return value or ""
    return _seen(value, str(cell.number_format))


def _seen(value: object, form: str) -> str:
    """What a cell shows, as far as it matters: a date without the parts that its format leaves out."""
    match value:
        case bool():
            return str(value).upper()
        case datetime() | date():
            return _date(value, _QUOTED.sub("", form).lower())
        case time():
            return f"{value:%H:%M:%S}".removesuffix(":00")
        case timedelta():
            minutes = int(value.total_seconds()) // 60
            return f"{minutes // 60}:{minutes % 60:02}"
        case int() | float():
            return _number(value, form)
        case _:
            return str(value)


def _date(value: datetime | date, form: str) -> str:
    if "d" not in form and "y" in form:
        return f"{value:%Y-%m}" if "m" in form else f"{value:%Y}"
    if isinstance(value, datetime) and (value.hour or value.minute):
        return f"{value:%Y-%m-%d %H:%M}"
    return f"{value:%Y-%m-%d}"


def _number(value: float, form: str) -> str:
    if "%" in form:
        return f"{value * 100:.15g}%"
    if sign := _CURRENCY.search(form):
        return f"{sign[1] or sign[2]}{_number(value, '')}"
    form = _QUOTED.sub("", form)
    text = str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else f"{value:.15g}"
    return text.zfill(len(form)) if form and set(form) == {"0"} else text
