"""A text's blocks as HTML that needs no script: listings, tables, lists, and formulas as MathML.

What is no formula that can be read is shown as it is written, a picture as what it shows.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

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


def in_html(text: str) -> str:
    """A text that may have blocks; paragraphs alone are a run of text."""
    found = blocks(text)
    if all(isinstance(block, Paragraph) for block in found):
        return _run(spans(text))
    return "".join(map(_block, found))


def _run(of: Spans) -> str:
    return run(of, literal, lambda source: _formula(source, display=False))


def _formula(source: str, *, display: bool) -> str:
    read = mathematics.read(source)
    if isinstance(read, mathematics.Misread):
        begin, end = (r"\[", r"\]") if display else (r"\(", r"\)")
        return literal(begin + source + end)
    return mathematics.mathml(read, display=display)


def _block(block: Block) -> str:
    match block:
        case Paragraph(spans=of):
            return f"<p>{_run(of)}</p>"
        case Listing(code=code):
            return f'<pre dir="ltr"><code>{literal(code).replace("<br>", chr(10))}</code></pre>'
        case Table():
            return table(block, _run)
        case ItemList(items=items, first=None):
            return f"<ul>{_items(items)}</ul>"
        case ItemList(items=items, first=first):
            return f'<ol start="{first}">{_items(items)}</ol>'
        case Display(source=source):
            return f"<div>{_formula(source, display=True)}</div>"
        case Picture(alt=alt):
            return f"<p>[{literal(alt)}]</p>"
        case _:
            assert_never(block)


def _items(items: Iterable[Spans]) -> str:
    return "".join(f"<li>{_run(item)}</li>" for item in items)
