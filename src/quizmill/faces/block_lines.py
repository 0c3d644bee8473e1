"""A bank's text as lines of a terminal: listings keep theirs, the columns of tables stand below each other.

Read aloud, it comes in the order in which it is written: a table row by row, and where its columns have no
room, cell by cell with what each is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from quizmill.bank.markup import (
    Block,
    Display,
    ItemList,
    Listing,
    Paragraph,
    Picture,
    Side,
    Span,
    Spans,
    Style,
    Table,
    blocks,
    pictured,
    spans,
    whole,
)
from quizmill.faces.span_marks import Marks, in_words, said
from quizmill.faces.text import cells, cut, harmless, wrapped
from quizmill.words import Words

_INDENT = 4  # columns that set a block off from paragraphs
_GOES_ON = "↪ "  # before the rest of a line of code that has no room
_BETWEEN = 2  # columns between those of a table


def block_lines(text: str, width: int, words: Words, marks: Marks | None = None) -> list[str]:
    """A text that may have blocks, a blank line between them; no line is wider than *width* columns."""
    marks = marks or in_words(words)
    lines: list[str] = []
    for block in blocks(text):
        indent = 0 if isinstance(block, Paragraph | ItemList | Picture) else _INDENT
        lines += [""] if lines else []
        lines += ((" " * indent + line).rstrip() for line in _set(block, width - indent, words, marks))
    return lines or [""]


def option_lines(text: str, width: int, words: Words, marks: Marks | None = None) -> list[str]:
    """A text that is a block as a whole, has pictures among its words, or has no block."""
    marks = marks or in_words(words)
    if found := pictured(text):
        return [line for block in found for line in _set(block, width, words, marks)]
    block = whole(text)
    return list(_set(block, width, words, marks)) if block else wrapped(said(spans(text), marks), width)


def _set(block: Block, width: int, words: Words, marks: Marks) -> Iterator[str]:
    match block:
        case Paragraph(spans=found):
            yield from wrapped(said(found, marks), width)
        case Listing(code=code):
            yield from _listing(code, width)
        case Table():
            yield from _table(block, width, marks)
        case ItemList():
            yield from _items(block, width, marks)
        case Display(source=source):
            yield from wrapped(said((Span(source, Style.MATHEMATICS),), marks), width)
        case Picture(alt=alt):
            yield from wrapped(harmless(words("face.picture", alt=alt)), width)
        case _:
            assert_never(block)


def _listing(code: str, width: int) -> Iterator[str]:
    for line in harmless(code.expandtabs(4)).split("\n"):
        first, *rest = cut(line, width - cells(_GOES_ON))
        yield first
        yield from (_GOES_ON + part for part in rest)


def _items(block: ItemList, width: int, marks: Marks) -> Iterator[str]:
    for number, item in enumerate(block.items, block.first or 0):
        marker = "- " if block.first is None else f"{number}. "
        head, *rest = wrapped(said(item, marks), max(1, width - cells(marker)))
        yield marker + head
        yield from (" " * cells(marker) + line for line in rest)


def _table(table: Table, width: int, marks: Marks) -> Iterator[str]:
    head, *rows = ([_cell(cell, marks) for cell in row] for row in (table.head, *table.rows))
    widths = [max(map(cells, column)) for column in zip(head, *rows, strict=True)]
    if sum(widths) + _BETWEEN * (len(widths) - 1) > width:
        yield from _cell_by_cell(head, rows, width)
        return
    for row in (head, ["-" * each for each in widths], *rows):
        padded = map(_padded, row, widths, table.sides)
        yield (" " * _BETWEEN).join(padded).rstrip()


def _cell(found: Spans, marks: Marks) -> str:
    return " ".join(said(found, marks).split())


def _padded(cell: str, width: int, side: Side | None) -> str:
    room = width - cells(cell)
    before = room if side is Side.RIGHT else room // 2 if side is Side.CENTRE else 0
    return " " * before + cell + " " * (room - before)


def _cell_by_cell(head: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """Each row as lines of its own, `head: cell`, a blank line between rows."""
    for number, row in enumerate(rows or [[""] * len(head)]):
        if number:
            yield ""
        for title, cell in zip(head, row, strict=True):
            yield from wrapped(f"{title}: {cell}" if title else cell, width)
