"""What other programs' files keep of a question, from the matrix of each format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from making.markdown import page, prose, table
from quizmill.formats.format import Format
from quizmill.formats.matrix import Cell, How
from quizmill.formats.table import formats as all_formats

_OF_FORMATS = """
What `quizmill import` reads and `quizmill export` writes. [Questions in other
programs](../how-to/other-programs.md) tells how to go about it, and which buttons to press there. `quizmill
export --list` shows the same tables at the terminal, and every import and export ends with a report of what
was lost.

In the tables `=` is kept whole, `~` changed, `P` kept as another kind of question, and `-` lost; the section
of a format says why. A field or mark is lost or changed only where a question has it.
"""
_CALLED = {How.CHANGED: "changed", How.OTHERWISE: "as another kind", How.LOST: "lost"}


def formats() -> str:
    """Every format: what it is, and what becomes of each kind, field and mark."""
    found = all_formats()
    written = [each for each in found if each.write]
    parts = [
        "# Formats of other programs",
        *prose(_OF_FORMATS),
        table(("format", "what it is", "files", "read", "written"), map(_summary, found)),
        "## Kinds of questions",
        _matrix(written, [each.matrix.kinds for each in written]),
        "## Fields",
        _matrix(written, [_of_all(each.matrix.fields) for each in written]),
        "## Marks within texts",
        _matrix(written, [each.matrix.markup for each in written]),
    ]
    for each in found:
        parts += _format(each)
    return page(parts, "the matrices in src/quizmill/formats")


def _summary(format: Format) -> list[str]:
    files = ", ".join(f".{each}" for each in format.extensions)
    ways = ("yes" if way else "" for way in (format.read, format.write))
    return [f"[`{format.name}`](#{format.name})", format.title, files, *ways]


def _matrix(written: list[Format], cells: list[Mapping[str, Cell]]) -> str:
    heads = ("", *(f"`{each.name}`" for each in written))
    return table(heads, ([f"`{name}`", *(each[name].how for each in cells)] for name in cells[0]))


def _of_all(fields: Mapping[str, Cell]) -> Mapping[str, Cell]:
    """Without those that only one kind has otherwise."""
    return {name: cell for name, cell in fields.items() if "." not in name}


def _format(format: Format) -> Iterator[str]:
    yield f"## {format.name}"
    ways = " and ".join(way for way, can in (("read", format.read), ("written", format.write)) if can)
    yield f"{format.title}; {ways}."
    matrix = format.matrix
    rows = list(_reasons({**matrix.kinds, **matrix.fields, **matrix.markup}))
    if format.write and rows:
        yield table(("what", "becomes", "because"), rows)
    elif format.write:
        yield "It carries everything."
    if remarks := " ".join(format.remarks):
        yield remarks


def _reasons(cells: Mapping[str, Cell]) -> Iterable[list[str]]:
    """What is not whole; what comes alike stands in a row."""
    alike: dict[tuple[How, str], list[str]] = {}
    for name, cell in cells.items():
        if cell.how is not How.WHOLE:
            alike.setdefault((cell.how, cell.why), []).append(f"`{name}`")
    return ([", ".join(names), _CALLED[how], why] for (how, why), names in alike.items())
