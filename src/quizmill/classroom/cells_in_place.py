"""Single cells of a table are written, and everything else of the file stays, byte for byte in a CSV."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping

import msgspec

from quizmill.bank.workbook import is_workbook, with_cells
from quizmill.classroom.table import csv_text

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


class _Field(msgspec.Struct, frozen=True):
    """Where a cell of a CSV begins and ends."""

    start: int
    end: int


def with_marks(data: bytes, path: str, column: int, marks: Mapping[int, str]) -> bytes:
    """The table in *data* with *marks*, by the line on which a row begins, in that *column*.

    Raises FileUnusable when the file is none that `read_table` reads.
    """
    if is_workbook(data):
        return with_cells(data, path, column, marks)
    text, encoding, separator = csv_text(data, path)
    written = _written(text, separator, column, marks)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return mark + written.encode(name)
    return written.encode("utf-8" if encoding == "utf-8-sig" else encoding)


def _written(text: str, separator: str, column: int, marks: Mapping[int, str]) -> str:
    parts, done = [], 0
    for line, fields in _records(text, separator):
        if line not in marks:
            continue
        if column < len(fields):
            field = fields[column]
            old = text[field.start : field.end]
            parts += [text[done : field.start], _quoted(marks[line], separator, always=old.startswith('"'))]
            done = field.end
        else:
            missing = separator * (column - len(fields) + 1)
            parts += [text[done : fields[-1].end], missing, _quoted(marks[line], separator, always=False)]
            done = fields[-1].end
    return "".join((*parts, text[done:]))


def _records(text: str, separator: str) -> Iterator[tuple[int, list[_Field]]]:
    """The rows with the line that each begins on, counted as `csv` counts."""
    plain = rf"[^{re.escape(separator)}\r\n]*"
    pattern = re.compile(rf'((?:"(?:[^"]|"")*")?{plain})({re.escape(separator)}|\r\n|\r|\n|\Z)')
    line, start, fields = 1, 0, list[_Field]()
    began = line
    while found := pattern.match(text, start):
        fields.append(_Field(found.start(1), found.end(1)))
        line += len(re.findall(r"\r\n|\r|\n", found[0]))
        start = found.end()
        if found[2] != separator:
            yield began, fields
            fields, began = [], line
            if start >= len(text):
                return


def _quoted(cell: str, separator: str, *, always: bool) -> str:
    return f'"{cell}"' if always or separator in cell else cell
