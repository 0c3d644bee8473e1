r"""Tables: lines that begin with a bar, the second of them a ruler such as `|---|:-:|`.

A bar within a cell is written `\|`; one in code or mathematics parts no cells. A row of more or fewer cells
than the head has is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizmill.bank.markup.block import Side, Table
from quizmill.bank.markup.inline import RULER, inline
from quizmill.bank.markup.lines import Line
from quizmill.bank.markup.span import Span, Spans, joined
from quizmill.bank.verbatim import CODE, LITERAL_MARK, MATHEMATICS
from quizmill.pattern import pattern

_RULER = pattern(RULER)
_BARS = pattern(rf"{CODE}|{MATHEMATICS}|{LITERAL_MARK}|(?P<meant>\\\|)|(?P<bar>\|)")
_SIDES = {(True, True): Side.CENTRE, (True, False): Side.LEFT, (False, True): Side.RIGHT}
_Cells = tuple[Spans, ...]


def table_at(text: str, lines: Sequence[Line], at: int) -> tuple[Table, Spans, int] | None:
    """The table that begins with the line *at*, the spans it is in a run of text, and the line after it."""
    sides = _sides(text, lines[at + 1]) if at + 1 < len(lines) and not lines[at + 1].block else ()
    rows: list[_Cells] = []
    while sides and at < len(lines) and len(row := _row(text, lines[at])) == len(sides):
        rows.append(row)
        at += 2 if len(rows) == 1 else 1
    if not rows:
        return None
    return Table(rows[0], tuple(rows[1:]), sides), joined(_run(rows)), at


def _sides(text: str, ruler: Line) -> tuple[Side | None, ...]:
    """Where the cells stand in the columns under a *ruler*; none if it is none."""
    found = _RULER.match(text, ruler.start, ruler.end)
    strokes = found[0].strip(" \t|").split("|") if found else []
    return tuple(_SIDES.get((each.strip()[0] == ":", each.strip()[-1] == ":")) for each in strokes)


def _row(text: str, line: Line) -> _Cells:
    """The cells of a row; none if it is none."""
    if line.block or text[line.start : line.start + 1] != "|":
        return ()
    return tuple(inline(cell.strip()) for cell in _parted(text[line.start : line.end].strip()[1:]))


def _parted(source: str) -> Iterator[str]:
    """What stands between the bars, with the bars that are meant; after the last bar nothing need stand."""
    cell, end = "", 0
    for found in _BARS.finditer(source):
        if found["meant"] or found["bar"]:
            cell += source[end : found.start()]
            end = found.end()
        if found["meant"]:
            cell += "|"
        elif found["bar"]:
            yield cell
            cell = ""
    if rest := cell + source[end:]:
        yield rest


def _run(rows: Sequence[_Cells]) -> Iterator[Span]:
    """The rows line by line, a bar between cells."""
    for number, row in enumerate(rows):
        if number:
            yield Span("\n")
        for column, cell in enumerate(row):
            if column:
                yield Span(" | ")
            yield from cell
