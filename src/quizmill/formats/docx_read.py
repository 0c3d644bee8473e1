"""The lines and tables of a document handed to the grammar of numbered questions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from quizmill.formats.any_table import in_rows
from quizmill.formats.coded import seen
from quizmill.formats.docx_lines import SeenLine, SeenTable, as_table
from quizmill.formats.in_markup import literal
from quizmill.formats.item import Item
from quizmill.formats.report import Report
from quizmill.formats.text_key import Asked, Line, is_list_head, list_on_line, told_below
from quizmill.formats.text_lines import Reading
from quizmill.formats.text_signs import CHOICE, NUMBERED, SECTION

_NUMBER_ALONE = re.compile(r"(?:question\s*|q)?\d{1,4}\s*[.)]?|\(?[A-Za-z][.)]", re.IGNORECASE)
_DIGITS = re.compile(r"\d{1,4}[.)]?")


class Document:
    """What a document asks, as far as its lines have been read."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._reading = Reading(report, "paragraph")
        self._asks = ""  # what stands above a table of two sides to be matched
        self.in_tables: list[Item] = []
        self.title = ""

    @property
    def asked(self) -> list[Asked]:
        """The questions in their order."""
        return self._reading.found

    def read(self, parts: Iterable[SeenLine | SeenTable]) -> None:
        """Take the whole of a document."""
        parts = list(parts)
        lines = _inside(parts)
        numbered = any(NUMBERED.fullmatch(line.text.strip()) for line in lines)
        parts = parts if numbered else list(_with_numbers(parts))
        for part, after in zip_longest(parts, parts[1:]):
            if isinstance(part, SeenTable):
                self._table(part, numbered=numbered)
            elif isinstance(after, SeenTable) and _sides(after) and not NUMBERED.fullmatch(part.text.strip()):
                self._asks = part.text
            else:
                self._line(part)

    def _line(self, line: SeenLine) -> None:
        text = seen(line.text).strip()
        if is_list_head(text) or list_on_line(text):
            self._reading.take(line.number, text)
        elif line.heading == 0 and text:
            self.title = self.title or text
        elif (text and line.heading is not None and not NUMBERED.fullmatch(text)) or SECTION.fullmatch(text):
            self._reading.under(text)
        else:
            self._reading.take(line.number, line.text)

    def _table(self, table: SeenTable, *, numbered: bool) -> None:
        rows = [[" ".join(line.text for line in cell) for cell in row] for row in table.rows]
        bare = [(at, tuple(seen(cell).strip() for cell in row)) for at, row in enumerate(rows, start=1)]
        if self._reading.in_list or _is_key(bare):
            self._key(table, bare)
        elif sides := _sides(table):
            self._reading.match(table.number, self._asks, *sides)
            self._asks = ""
        elif found := in_rows(bare, f"table after paragraph {table.number}, row ", self._report):
            self.in_tables += found
        elif any(_is_labelled(line.text) for row in table.rows for cell in row for line in cell):
            for line in _flat(table):
                self._line(line)
        elif self._reading.is_open:
            self._reading.take(table.number, as_table(table))
        elif not numbered and all(len(row) == 2 and all(row) for _, row in bare):
            self.in_tables += _cards(bare, table.number)
        else:
            rule = "a table that belongs to no question is left out"
            told = " | ".join(" | ".join(row) for _, row in bare)
            self._report.lost(f"table after paragraph {table.number}", "question", rule, told)

    def _key(self, table: SeenTable, rows: Sequence[tuple[int, Sequence[str]]]) -> None:
        """Answers beside their numbers, or below them."""
        if not self._reading.in_list:
            self._reading.take(table.number, "Answers:")
        for at, (_, row) in enumerate(rows):
            if row and all(map(_DIGITS.fullmatch, row)) and at + 1 < len(rows):
                for number, told in zip(row, rows[at + 1][1], strict=False):
                    self._reading.take(table.number, f"{number.rstrip('.)')}. {told}")
            for number, told in zip(row[::2], row[1::2], strict=False):
                if _DIGITS.fullmatch(number) and not _DIGITS.fullmatch(told):
                    self._reading.take(table.number, f"{number.rstrip('.)')}. {told}")


def _inside(parts: Iterable[SeenLine | SeenTable]) -> Iterator[SeenLine]:
    """The lines, also those in tables."""
    for part in parts:
        if isinstance(part, SeenTable):
            yield from _flat(part)
        else:
            yield part


def _flat(table: SeenTable) -> Iterator[SeenLine]:
    """The lines of a table row by row; a number or letter in a cell of its own stands before the next."""
    for row in table.rows:
        label = ""
        for cell in row:
            for line in cell:
                text = seen(line.text).strip()
                if _NUMBER_ALONE.fullmatch(text) and not label:
                    label = f"{text.rstrip('.)')}{'.' if text[:1].isdigit() else ')'} "
                else:
                    yield SeenLine(line.number, f"{label}{line.text}")
                    label = ""


def _sides(table: SeenTable) -> tuple[list[tuple[int, str]], list[Line]] | None:
    """The numbered lefts and lettered rights of a table that has these beside each other; else None."""
    lefts, rights, beside = [], [], 0
    for row in table.rows:
        cells = [line.text.strip() for line in _flat(SeenTable(table.number, (row,)))]
        numbered = [found for cell in cells if (found := NUMBERED.fullmatch(cell)) and found["text"]]
        lettered = [found for cell in cells if (found := CHOICE.fullmatch(cell))]
        if len(numbered) > 1 or len(lettered) > 1 or len(numbered) + len(lettered) < min(len(cells), 1):
            return None
        lefts += [(int(found["number"]), found["text"]) for found in numbered]
        rights += [Line(found["text"], letter=found["letter"].upper()) for found in lettered]
        beside += bool(numbered and lettered)
    return (lefts, rights) if beside > 1 else None


def _is_labelled(text: str) -> bool:
    return any(pattern.match(text.strip()) for pattern in (NUMBERED, CHOICE))


def _is_key(rows: Sequence[tuple[int, Sequence[str]]]) -> bool:
    """Whether a table has nothing but numbers and the letters of options."""
    cells = [cell for _, row in rows for cell in row if cell]
    numbers = [cell for cell in cells if _DIGITS.fullmatch(cell)]
    letters = [cell for cell in cells if re.fullmatch(r"\(?[A-Ja-j]\)?\.?", cell)]
    return len(numbers) > 1 and len(numbers) + len(letters) == len(cells) and bool(letters)


def _cards(rows: Sequence[tuple[int, Sequence[str]]], number: int) -> Iterator[Item]:
    for at, (front, back) in rows:
        place = f"table after paragraph {number}, row {at}"
        yield Item(kind="short_answer", place=place, prompt=literal(front), answers=(literal(back),))


def _with_numbers(parts: Sequence[SeenLine | SeenTable]) -> Iterator[SeenLine | SeenTable]:
    """The document with a number for each question that has none: the paragraph before its option a).

    Further down it begins with the first paragraph after the question before.
    """
    starts: set[int] = set()
    begun: int | None = None
    for at, part in enumerate(parts):
        text = seen(part.text).strip() if isinstance(part, SeenLine) else ""
        option = CHOICE.fullmatch(text)
        if option and option["letter"] in "aA" and begun is not None:
            starts.add(begun)
        if option or told_below(text) or (text and isinstance(part, SeenLine) and part.heading is not None):
            begun = None
        elif text and (begun is None or not starts):
            begun = at
    number = 0
    for at, part in enumerate(parts):
        if at in starts and isinstance(part, SeenLine):
            number += 1
            yield SeenLine(part.number, f"{number}. {part.text.lstrip()}")
        else:
            yield part
