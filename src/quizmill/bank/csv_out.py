"""Rows become CSV that a spreadsheet opens as what it is: text, never a formula."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence

# What makes a spreadsheet calculate, or call a program (OWASP, "CSV Injection"); full-width forms included.
_FORMULA = re.compile(r"^'*\s*[=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"^[+-]?\d[\d.,]*%?$")  # harmless, and wanted as a number


def as_csv(rows: Iterable[Sequence[str]], separator: str = ",") -> bytes:
    """The rows as UTF-8 with a byte order mark, which tells Excel the encoding."""
    return "".join(csv_lines(rows, separator)).encode("utf-8-sig")


def csv_lines(rows: Iterable[Sequence[str]], separator: str = ",") -> Iterator[str]:
    """The rows one by one as CSV; lines end as RFC 4180 says.

    A cell that a spreadsheet would run begins with an apostrophe; NUL, which none reads, is left out.
    """
    writer = csv.writer(_Echo(), delimiter=separator, lineterminator="\r\n")
    for row in rows:
        yield writer.writerow([_defused(cell) for cell in row])


class _Echo:
    """Takes the place of a file: the writer hands back what this one returns."""

    def write(self, text: str) -> str:
        return text


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet would run the cell."""
    return _FORMULA.match(cell) is not None and _NUMBER.match(cell) is None


def _defused(cell: str) -> str:
    cell = cell.replace("\0", "")
    return f"'{cell}" if is_formula(cell) else cell


def meant(cell: str) -> str:
    """A cell as it was before `as_csv` kept it from being run."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell
