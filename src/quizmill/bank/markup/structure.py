"""A text cut into its blocks, each with the place where it is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizmill.bank.markup.block import Block, Display, Listing, Paragraph
from quizmill.bank.markup.inline import inline
from quizmill.bank.markup.item_list import list_at
from quizmill.bank.markup.lines import Line, lines_in
from quizmill.bank.markup.picture_line import picture_in
from quizmill.bank.markup.pipe_table import table_at
from quizmill.bank.markup.span import Span, Spans, Style


class PlacedBlock(NamedTuple):
    """A block, from where to where it is written, and the spans that it is in a run of text."""

    start: int
    end: int
    block: Block
    spans: Spans


def placed_blocks(text: str) -> Iterator[PlacedBlock]:
    """The blocks in reading order; between them stands nothing but white space."""
    lines = tuple(lines_in(text))
    begun = at = 0
    while at < len(lines):
        start, end, _ = lines[at]
        blank = start == end or text[start:end].isspace()
        found = None if blank else _block_at(text, lines, at)
        if not (found or blank):
            at += 1
            continue
        yield from _paragraph(text, lines[begun:at])
        if found:
            yield found[0]
        begun = at = found[1] if found else at + 1
    yield from _paragraph(text, lines[begun:])


def _block_at(text: str, lines: Sequence[Line], at: int) -> tuple[PlacedBlock, int] | None:
    """The block that begins with the line *at*, and the line after it; None where a paragraph goes on."""
    start, end, block = lines[at]
    if isinstance(block, Listing):
        return PlacedBlock(start, end, block, (Span(block.code, Style.CODE),)), at + 1
    if isinstance(block, Display):
        return PlacedBlock(start, end, block, (Span(block.source, Style.MATHEMATICS),)), at + 1
    if picture := picture_in(text, start, end):
        return PlacedBlock(start, end, picture, (Span(picture.alt),)), at + 1
    if found := table_at(text, lines, at) or list_at(text, lines, at):
        made, spans, after = found
        return PlacedBlock(start, lines[after - 1].end, made, spans), after
    return None


def _paragraph(text: str, lines: Sequence[Line]) -> Iterator[PlacedBlock]:
    """The lines as one paragraph, without white space around it; nothing if there are none."""
    if lines:
        start, end = lines[0].start, lines[-1].end
        start = end - len(text[start:end].lstrip())
        end = start + len(text[start:end].rstrip())
        spans = inline(text, start, end)
        yield PlacedBlock(start, end, Paragraph(spans), spans)
