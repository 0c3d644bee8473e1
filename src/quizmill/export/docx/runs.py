"""Texts within a paragraph: runs of characters, formulas, and boxes to write in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from quizmill.bank import mathematics
from quizmill.bank.listing_colours import TokenKind, coloured
from quizmill.bank.markup import Listing, Span, Spans, Style
from quizmill.export.docx.omml import omml
from quizmill.export.docx.xml import element, texted

_FROM_RIGHT = "\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc"
_DIRECTIONS = re.compile(f"[{_FROM_RIGHT}]+(?:[^\\S\n]+[{_FROM_RIGHT}]+)*|[^{_FROM_RIGHT}]+")
_LINES = re.compile("[^\n]+|\n")
_ROOM = "\u00a0" * 7  # in a box to write in


class Set(msgspec.Struct, frozen=True):
    """How characters are set beside what their paragraph says."""

    bold: bool = False
    italic: bool = False
    code: bool = False


_AS = {
    Style.PLAIN: Set(),
    Style.EMPHASIS: Set(italic=True),
    Style.STRONG: Set(bold=True),
    Style.CODE: Set(code=True),
    Style.MATHEMATICS: Set(italic=True),
}
_CODE = {TokenKind.KEYWORD: Set(bold=True, code=True), TokenKind.COMMENT: Set(italic=True, code=True)}


def add_spans(paragraph: Any, spans: Spans, *, bold: bool = False) -> None:
    """The spans of a text at the end of a paragraph, its formulas such as can be edited."""
    for span in spans:
        paragraph._p.extend(_span(span, bold))


def add_text(paragraph: Any, text: str, *, bold: bool = False) -> None:
    """Literal text at the end of a paragraph; a tab goes to the next stop."""
    for place, part in enumerate(text.split("\t")):
        if place:
            paragraph._p.append(element("w:r", element("w:tab")))
        paragraph._p.extend(_runs(part, Set(bold=bold)))


def unbroken(text: str) -> str:
    """The text on one line."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def add_listing(paragraph: Any, made: Listing) -> None:
    """Lines of code at the end of a paragraph, as they are; keywords are bold and comments slanted."""
    for place, line in enumerate(coloured(made.code.expandtabs(4), made.language)):
        if place:
            paragraph._p.append(_break())
        for part in line:
            paragraph._p.append(_run(part.text, _CODE.get(part.kind, _AS[Style.CODE])))


def add_box(paragraph: Any) -> None:
    """A box to write a letter, a number or a score in."""
    border = element("w:bdr", val="single", sz=6, space=0, color="auto")
    paragraph._p.append(element("w:r", element("w:rPr", border), texted("w:t", _ROOM)))


def add_field(paragraph: Any, code: str) -> None:
    """What the word processor works out, such as the number of a page."""
    paragraph._p.append(element("w:fldSimple", element("w:r", texted("w:t", "1")), instr=code))


def _span(span: Span, bold: bool) -> Iterator[Any]:
    if span.style is Style.MATHEMATICS:
        read = mathematics.read(span.text.strip())
        if isinstance(read, mathematics.Formula):
            yield omml(read, display=False)
        else:
            yield from _runs(rf"\({span.text}\)", Set())
        return
    how = _AS[span.style]
    yield from _runs(span.text.expandtabs(4), Set(bold=how.bold or bold, italic=how.italic, code=how.code))


def _runs(text: str, how: Set) -> Iterator[Any]:
    for line in _LINES.findall(text):
        if line == "\n":
            yield _break()
        else:
            yield from (_run(part, how) for part in _DIRECTIONS.findall(line))


def _break() -> Any:
    return element("w:r", element("w:br"))


def _run(text: str, how: Set) -> Any:
    looks = [
        *([element("w:rStyle", val="Code")] if how.code else []),
        *([element("w:b"), element("w:bCs")] if how.bold else []),
        *([element("w:i"), element("w:iCs")] if how.italic else []),
        *([element("w:rtl")] if _from_right(text) else []),
    ]
    return element("w:r", *([element("w:rPr", *looks)] if looks else []), texted("w:t", text))


def _from_right(text: str) -> bool:
    return bool(re.match(f"[{_FROM_RIGHT}]", text))
