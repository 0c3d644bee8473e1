"""Texts of several blocks, one below the other: paragraphs, listings, tables, lists, displayed formulas."""

from __future__ import annotations

from itertools import pairwise
from typing import assert_never

from msgspec.structs import replace

from quizmill.bank.markup import (
    Block,
    Display,
    ItemList,
    Listing,
    Paragraph,
    Picture,
    Span,
    Table,
    blocks,
    escape,
    plain,
    whole,
)
from quizmill.bank.markup.structure import placed_blocks
from quizmill.bank.printable import clean
from quizmill.export.paper import listing, table
from quizmill.export.paper.elements import Element
from quizmill.export.paper.look import Look
from quizmill.export.paper.rows import Row, Stack
from quizmill.export.paper.typeset import Typesetter

_APART = 0.4  # of the leading, between two blocks
_INDENT = 1.6  # of the type size, of a displayed formula
_MARKER = 0.5  # of the type size, between the number of an item and its text
_MOST = 0.5  # of the width, for numbers


def composed(text: str, look: Look, width: float, setter: Typesetter) -> Element:
    """A text that may have blocks, *width* points wide."""
    found = blocks(clean(text)) if "\n" in text or "\\[" in text or "![" in text else ()
    if len(found) < 2 and all(isinstance(block, Paragraph) for block in found):
        return setter.set(text, look, width)
    return _checked(text, found, look, width, setter)


def option(text: str, look: Look, width: float, setter: Typesetter) -> Element:
    """An option, a step or a side of a pair: a block as a whole, or text."""
    block = whole(clean(text))
    if block is None:
        return setter.set(text, look, width)
    if isinstance(block, Display):
        return setter.formula(block.source.strip(), look, width) if setter.check(text) else Stack([])
    return _checked(text, (block,), look, width, setter)


def option_width(text: str, look: Look, setter: Typesetter) -> float:
    """The width in points that it needs to be set as it is written."""
    block = whole(clean(text))
    if isinstance(block, Listing):
        return listing.natural(block.code, look)
    if isinstance(block, Table):
        return table.natural(block, look, setter)
    return setter.width(text, look)


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


def _checked(text: str, found: tuple[Block, ...], look: Look, width: float, setter: Typesetter) -> Element:
    if not setter.check(text):
        return Stack([])
    return setter.once((composed, found, look, width), lambda: _stack(found, look, width, setter))


def _stack(found: tuple[Block, ...], look: Look, width: float, setter: Typesetter) -> Element:
    elements = [_element(block, look, width, setter) for block in found]
    if len(elements) == 1:
        return elements[0]
    apart = look.leading * _APART
    return Stack([*(Row([(0, each)], after=apart) for each in elements[:-1]), Row([(0, elements[-1])])])


def _element(block: Block, look: Look, width: float, setter: Typesetter) -> Element:
    match block:
        case Paragraph(spans=spans):
            return setter.set(spans, look, width)
        case Listing(code=code):
            return listing.listing(code, look, width)
        case Table():
            return table.table(block, look, width, setter)
        case ItemList():
            return _items(block, look, width, setter)
        case Display():
            indent = min(look.size * _INDENT, width / 4)
            return Stack([Row([(indent, setter.formula(block.source.strip(), look, width - indent))])])
        case Picture(alt=alt):
            return setter.set((Span(f"[{alt}]"),), replace(look, weight="slanted"), width)
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
