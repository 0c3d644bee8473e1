"""Texts of several blocks, one below the other: paragraphs, listings, tables, lists, formulas, pictures."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import assert_never

from quizmill.bank.markup import (
    Block,
    Display,
    ItemList,
    Listing,
    Paragraph,
    Picture,
    Span,
    Style,
    Table,
    beside_pictures,
    blocks,
    escape,
    pictured,
    plain,
    whole,
)
from quizmill.bank.markup.structure import placed_blocks
from quizmill.bank.printable import clean
from quizmill.export.paper import listing, table
from quizmill.export.paper.elements import Element
from quizmill.export.paper.figure import TALLEST, figure, figure_width, tallest_option
from quizmill.export.paper.look import Look
from quizmill.export.paper.rows import Row, Stack
from quizmill.export.paper.typeset import Typesetter

_APART = 0.4  # of the leading, between two blocks
_INDENT = 1.6  # of the type size, of a displayed formula
_MARKER = 0.5  # of the type size, between the number of an item and its text
_HANG = 1.8  # of the type size, at least, for a letter beside a block: so that lines of code stand in line
_LABEL = re.compile(r"[A-Z]{1,2}\)|\d+\.")  # as `together` puts them before an option
_MOST = 0.5  # of the width, for numbers


def composed(text: str, look: Look, width: float, setter: Typesetter, tallest: float = TALLEST) -> Element:
    """A text that may have blocks, *width* points wide; none of its pictures is higher than *tallest*."""
    found = blocks(clean(text)) if "\n" in text or "\\[" in text or "![" in text else ()
    if len(found) < 2 and all(isinstance(block, Paragraph) for block in found):
        return setter.set(text, look, width)
    return _checked(text, found, look, width, setter, tallest)


def option(text: str, look: Look, width: float, setter: Typesetter) -> Element:
    """An option, a step or a side of a pair: a block as a whole, or text, which may have a picture."""
    cleaned = clean(text)
    if found := pictured(cleaned):
        return _checked(text, found, look, width, setter, tallest_option(look))
    block = whole(cleaned)
    if block is None:
        return setter.set(text, look, width)
    if isinstance(block, Display):
        return setter.formula(block.source.strip(), look, width) if setter.check(text) else Stack([])
    return _checked(text, (block,), look, width, setter, tallest_option(look))


def option_width(text: str, look: Look, setter: Typesetter) -> float:
    """The width in points that it needs to be set as it is written."""
    cleaned = clean(text)
    if found := pictured(cleaned):
        return max(_natural(each, look, setter) for each in found)
    block = whole(cleaned)
    return _natural(block, look, setter) if isinstance(block, Listing | Table) else setter.width(text, look)


def _natural(block: Block, look: Look, setter: Typesetter) -> float:
    match block:
        case Picture():
            return figure_width(block, look, setter)
        case Listing():
            return listing.natural(block, look)
        case Table():
            return table.natural(block, look, setter)
        case Display():
            return setter.width((Span(block.source.strip(), Style.MATHEMATICS),), look)
        case Paragraph(spans=spans):
            return setter.width(spans, look)
        case ItemList(items=items):
            return max(setter.width(item, look) for item in items) + 2 * look.size
        case _:
            assert_never(block)


def together(*parts: str) -> str:
    """The parts of a text in one: a block among them stands on lines of its own."""
    told = parts[0]
    for before, part in pairwise(parts):
        told += ("\n" if _is_block(before, -1) or _is_block(part, 0) else " ") + part
    return told


def shortened(text: str, longest: int) -> str:
    """The text up to that many characters, from a listing on as it is written, else without its marks."""
    kept, end, left = "", 0, longest
    for start, after, block, said in placed_blocks(text) if "```" in text else ():
        length = sum(len(span.said) for span in said)
        if length > left:
            if isinstance(block, Listing) and (code := block.code[:left].rstrip()):
                return f"{kept}{text[end:start]}```\n{code}…\n```"
            break
        kept, end, left = kept + text[end:after], after, left - length
    return kept + escape(plain(text[end:])[:left].rstrip() + "…")


def _is_block(text: str, place: int) -> bool:
    """Whether it begins, or ends, with something else than words."""
    found = blocks(text) if "\n" in text or "\\[" in text or "![" in text else ()
    return bool(found) and not isinstance(found[place], Paragraph)


def _checked(
    text: str, found: tuple[Block, ...], look: Look, width: float, setter: Typesetter, tallest: float
) -> Element:
    if not setter.check(beside_pictures(text)):
        return Stack([])
    key = (composed, found, look, width, tallest)
    return setter.once(key, lambda: _stack(found, look, width, setter, tallest))


def _stack(found: tuple[Block, ...], look: Look, width: float, setter: Typesetter, tallest: float) -> Element:
    elements = [_element(block, look, width, setter, tallest) for block in found]
    if len(elements) == 1:
        return elements[0]
    if label := _label(found, look, setter):
        beside = _stack(found[1:], look, width - label, setter, tallest)
        return Stack([Row([(0, elements[0]), (label, beside)])])
    apart = look.leading * _APART
    return Stack([*(Row([(0, each)], after=apart) for each in elements[:-1]), Row([(0, elements[-1])])])


def _label(found: tuple[Block, ...], look: Look, setter: Typesetter) -> float:
    """The room for a first paragraph that is no more than the letter or number of the block after it."""
    if not isinstance(found[0], Paragraph) or isinstance(found[1], Paragraph | ItemList):
        return 0
    told = "".join(span.said for span in found[0].spans)
    if not _LABEL.fullmatch(told):
        return 0
    return max(setter.width(found[0].spans, look) + look.size * _MARKER, look.size * _HANG)


def _element(block: Block, look: Look, width: float, setter: Typesetter, tallest: float) -> Element:
    match block:
        case Paragraph(spans=spans):
            return setter.set(spans, look, width)
        case Listing():
            return listing.listing(block, look, width)
        case Table():
            return table.table(block, look, width, setter)
        case ItemList():
            return _items(block, look, width, setter)
        case Display():
            indent = min(look.size * _INDENT, width / 4)
            return Stack([Row([(indent, setter.formula(block.source.strip(), look, width - indent))])])
        case Picture():
            return figure(block, look, width, tallest, setter)
        case _:
            assert_never(block)


def _items(made: ItemList, look: Look, width: float, setter: Typesetter) -> Element:
    """Numbers or dots, and the text of each item beside its own."""
    count = len(made.items)
    markers = ["•"] * count if made.first is None else [f"{made.first + i}." for i in range(count)]
    widest = max(setter.width((Span(marker),), look) for marker in markers)
    left = min(widest + look.size * _MARKER, width * _MOST)
    return Stack(
        [
            Row([(0, setter.set((Span(marker),), look, left)), (left, setter.set(item, look, width - left))])
            for marker, item in zip(markers, made.items, strict=True)
        ]
    )
