"""What formats carry whole, changed, as another kind, or not: of all as a table, of one with the reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizmill.bank.model import KINDS
from quizmill.formats.format import Format
from quizmill.formats.matrix import FIELDS, MARKUP, Cell, How, Matrix

_CALLED = {How.WHOLE: "whole", How.CHANGED: "changed", How.OTHERWISE: "as another kind", How.LOST: "lost"}
_WIDTH = max(map(len, (*KINDS, *FIELDS, *MARKUP)))


def matrix_lines(formats: Sequence[Format]) -> Iterator[str]:
    """The table, a column for each format that is written, then what all of them are called."""
    written = [format for format in formats if format.write]
    for at, format in enumerate(written):
        yield f"{'':{_WIDTH}}  {'| ' * at}{format.name}"
    rows = zip(*(_things(format.matrix) for format in written), strict=True)
    for cells in rows:
        thing = cells[0][0]
        if thing in (FIELDS[0], MARKUP[0]):
            yield ""
        yield f"{thing:{_WIDTH}}  {' '.join(cell.how for _, cell in cells)}"
    yield ""
    yield "   ".join(f"{how} {called}" for how, called in _CALLED.items())
    yield ""
    yield from map(_title, formats)


def format_lines(format: Format) -> Iterator[str]:
    """What one format carries otherwise than whole, and why; what comes alike stands in a line."""
    yield _title(format)
    found: dict[tuple[How, str], list[str]] = {}
    for thing, cell in (*_things(format.matrix), *_of_one_kind(format.matrix)):
        if cell.how is not How.WHOLE:
            found.setdefault((cell.how, cell.why), []).append(thing)
    for (how, why), things in found.items():
        yield f"{how} {', '.join(things)}: {why}"
    yield from format.remarks


def _things(matrix: Matrix) -> list[tuple[str, Cell]]:
    found = [(kind, matrix.kinds[kind]) for kind in KINDS]
    found += [(field, matrix.fields[field]) for field in FIELDS]
    return [*found, *((mark, matrix.markup[mark]) for mark in MARKUP)]


def _of_one_kind(matrix: Matrix) -> list[tuple[str, Cell]]:
    return [(name, cell) for name, cell in matrix.fields.items() if name not in FIELDS]


def _title(format: Format) -> str:
    ways = ("read" if format.read else "", "written" if format.write else "")
    return f"{format.name}: {format.title}; {' and '.join(way for way in ways if way)}"
