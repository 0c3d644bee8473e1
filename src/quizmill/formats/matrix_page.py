"""The matrix of all formats as a table: what each carries whole, changed, as another kind, or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quizmill.bank.model import KINDS
from quizmill.formats.format import Format
from quizmill.formats.matrix import FIELDS, MARKUP, Cell

_LEGEND = "= whole   ~ changed   P as another kind   - lost"


def matrix_lines(formats: Sequence[Format]) -> Iterator[str]:
    """The table, a column a format, then why, format by format."""
    names = [format.name for format in formats]
    first = max(map(len, (*KINDS, *FIELDS, *MARKUP)))
    widths = [max(len(name), 2) for name in names]
    yield "  ".join(
        ["".ljust(first), *(name.ljust(width) for name, width in zip(names, widths, strict=True))]
    ).rstrip()
    for thing, cells in _things(formats):
        signs = (cell.how.value.ljust(width) for cell, width in zip(cells, widths, strict=True))
        yield "  ".join([thing.ljust(first), *signs]).rstrip()
    yield ""
    yield _LEGEND
    for format in formats:
        yield ""
        yield f"{format.name}: {format.title}; {_ways(format)}"
        yield from (f"  {why}: {', '.join(things)}" for why, things in _reasons(format).items())
        yield from (f"  {remark}" for remark in format.remarks)


def _things(formats: Sequence[Format]) -> Iterator[tuple[str, list[Cell]]]:
    for kind in KINDS:
        yield kind, [format.matrix.kinds[kind] for format in formats]
    for field in FIELDS:
        yield field, [format.matrix.fields[field] for format in formats]
    for mark in MARKUP:
        yield mark, [format.matrix.markup[mark] for format in formats]


def _ways(format: Format) -> str:
    """Whether it is read, written or both."""
    ways = ("read" if format.read else "", "written" if format.write else "")
    return " and ".join(way for way in ways if way)


def _reasons(format: Format) -> dict[str, list[str]]:
    """By reason, what it is the reason of."""
    found: dict[str, list[str]] = {}
    parts: Iterable[tuple[str, Cell]] = (
        *format.matrix.kinds.items(),
        *format.matrix.fields.items(),
        *format.matrix.markup.items(),
    )
    for thing, cell in parts:
        if cell.why:
            found.setdefault(cell.why, []).append(thing)
    return found
