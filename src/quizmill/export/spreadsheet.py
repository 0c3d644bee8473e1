"""Rows become CSV that a spreadsheet opens as what it is: text, never a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

# What makes a spreadsheet calculate, or call a program (OWASP, "CSV Injection"); full-width forms included.
_FORMULA = re.compile(r"^\s*[=+\-@\t\r＝＋－＠]")
_NUMBER = re.compile(r"^[+-]?\d[\d.,]*%?$")  # harmless, and wanted as a number


def as_csv(rows: Iterable[Sequence[str]], separator: str = ",") -> bytes:
    """The rows as UTF-8 with a byte order mark, which tells Excel the encoding; lines end as RFC 4180 says.

    A cell that a spreadsheet would run begins with an apostrophe.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    writer.writerows([_defused(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _defused(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.match(cell) else cell
