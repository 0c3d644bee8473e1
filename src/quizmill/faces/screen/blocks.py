"""Texts with blocks on the screen, and options that are one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from textual.content import Content
from textual.visual import Visual

from quizmill.bank import markup
from quizmill.bank.markup import Spans, Style
from quizmill.faces.screen.prose import BLANK, Hanging, Pen, Stack
from quizmill.pattern import pattern

_WORDS = (Style.PLAIN, Style.EMPHASIS, Style.STRONG)
_MARGIN = pattern(r"(?<=\n) +(?=\S)")


def laid_out(text: str, pen: Pen, look: str = "") -> Visual:
    """A text as its author laid it out; its words upon *look*."""
    found = markup.blocks(text)
    if len(found) == 1:
        return _shown(found[0], pen, look)
    return Stack(list(_parted(found, pen, look)))


def option(text: str, pen: Pen) -> Visual:
    """An option, a step or a side of a pair: a listing or table as a whole, or words and pictures."""
    if found := [_shown(block, pen, "") for block in markup.pictured(text)]:
        return found[0] if len(found) == 1 else Stack(found)
    block = markup.whole(text)
    return _shown(block, pen, "") if isinstance(block, markup.Listing | markup.Table) else pen.marked(text)


def side_by_side(parts: Iterable[tuple[Content, str]], pen: Pen) -> Visual:
    """Options behind their labels, on one line; where one of them is a block, one below the other."""
    labelled = [(label, option(text, pen)) for label, text in parts]
    words = [label + text for label, text in labelled if isinstance(text, Content)]
    if len(words) == len(labelled):
        return Content(" ").join(words)
    return Stack([Hanging(label, text) for label, text in labelled])


def _parted(found: Iterable[markup.Block], pen: Pen, look: str) -> Iterator[Visual]:
    """With a blank line between them, but for a list, which goes on with the words before it."""
    before: markup.Block | None = None
    for block in found:
        goes_on = isinstance(before, markup.Paragraph) and isinstance(block, markup.ItemList)
        if before and not goes_on:
            yield BLANK
        yield _shown(block, pen, look)
        before = block


def _shown(block: markup.Block, pen: Pen, look: str) -> Visual:
    match block:
        case markup.Paragraph():
            return pen.spans(block.spans, look)
        case markup.Listing():
            from quizmill.faces.screen.listing import Code, in_colours

            return Code(in_colours(block, pen), pen.signs)
        case markup.Table():
            return _grid(block, pen, look)
        case markup.ItemList():
            return Stack(list(_items(block, pen, look)))
        case markup.Display():
            return Hanging("  ", pen.spans((markup.Span(block.source, Style.MATHEMATICS),), look))
        case markup.Picture():
            return pen.picture(block.alt or block.file)
        case _:
            assert_never(block)


def _grid(table: markup.Table, pen: Pen, look: str) -> Visual:
    from quizmill.faces.screen.grid import Grid

    head = [pen.spans(cell, "bold") for cell in table.head]
    rows = [[pen.spans(cell, look) for cell in row] for row in table.rows]
    return Grid(head, rows, table.sides, pen.signs)


def _items(found: markup.ItemList, pen: Pen, look: str) -> Iterator[Visual]:
    if found.first is None:
        labels = [f"{pen.signs.bullet} "] * len(found.items)
    else:
        labels = [f"{found.first + place}. " for place in range(len(found.items))]
    widest = max(map(len, labels))
    for label, item in zip(labels, found.items, strict=True):
        yield Hanging(label.rjust(widest), pen.spans(_without_margin(item), look))


def _without_margin(item: Spans) -> Spans:
    """Without what the further lines of an item are indented by: they stand behind its label anyway."""
    margins = [len(each) for span in item if span.style in _WORDS for each in _MARGIN.findall(span.text)]
    margin = "\n" + " " * min(margins, default=0)
    return tuple(
        markup.Span(span.text.replace(margin, "\n"), span.style) if span.style in _WORDS else span
        for span in item
    )
