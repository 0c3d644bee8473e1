"""A text's blocks as HTML that needs no script: listings, tables, lists, and formulas as MathML.

What is no formula that can be read is shown as it is written, a picture as what it shows. Whoever writes for
a program that sets formulas or shows pictures in its own way says how.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import assert_never

import msgspec

from quizmill.bank import mathematics
from quizmill.bank.html import literal, run, table
from quizmill.bank.markup import (
    Block,
    Display,
    ItemList,
    Listing,
    Paragraph,
    Picture,
    Spans,
    Table,
    blocks,
    spans,
)


def mathml(source: str, display: bool) -> str:
    """A formula as MathML; as it is written where it is none."""
    read = mathematics.read(source)
    if isinstance(read, mathematics.Misread):
        return mathjax(source, display)
    return mathematics.mathml(read, display=display)


def mathjax(source: str, display: bool) -> str:
    """A formula for MathJax and its like, which read it in a page's text."""
    begin, end = (r"\[", r"\]") if display else (r"\(", r"\)")
    return literal(begin + source + end)


def shown_words(picture: Picture) -> str:
    """What a picture shows, in its place."""
    return f"[{literal(picture.alt)}]"


def plain_listing(listing: Listing) -> str:
    """A listing in one colour."""
    return f'<pre dir="ltr"><code>{literal(listing.code).replace("<br>", chr(10))}</code></pre>'


class Ways(msgspec.Struct, frozen=True):
    """How a program wants what HTML leaves open: formulas, displayed or not, pictures, and listings."""

    formula: Callable[[str, bool], str] = mathml
    picture: Callable[[Picture], str] = shown_words
    listing: Callable[[Listing], str] = plain_listing


_OURS = Ways()


def in_html(text: str, ways: Ways = _OURS) -> str:
    """A text that may have blocks; paragraphs alone are a run of text."""
    found = blocks(text)
    if all(isinstance(block, Paragraph) for block in found):
        return in_line(spans(text), ways)
    return stacked(found, ways)


def stacked(found: Iterable[Block], ways: Ways = _OURS) -> str:
    """Blocks as HTML, one below the other."""
    return "".join(_block(block, ways) for block in found)


def in_line(of: Spans, ways: Ways = _OURS) -> str:
    """A run of text as HTML."""
    return run(of, literal, lambda source: ways.formula(source, False))


def _block(block: Block, ways: Ways) -> str:
    match block:
        case Paragraph(spans=of):
            return f"<p>{in_line(of, ways)}</p>"
        case Listing():
            return ways.listing(block)
        case Table():
            return table(block, lambda cell: in_line(cell, ways))
        case ItemList(items=items, first=None):
            return f"<ul>{_items(items, ways)}</ul>"
        case ItemList(items=items, first=first):
            return f'<ol start="{first}">{_items(items, ways)}</ol>'
        case Display(source=source):
            return f"<div>{ways.formula(source, True)}</div>"
        case Picture():
            return f"<p>{ways.picture(block)}</p>"
        case _:
            assert_never(block)


def _items(items: Iterable[Spans], ways: Ways) -> str:
    return "".join(f"<li>{in_line(item, ways)}</li>" for item in items)
