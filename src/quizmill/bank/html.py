"""A bank's text as HTML that shows exactly what is written, and in which nothing is run.

What writes for a program that reads more than HTML in a text (Anki does) escapes that besides, by a *literal*
of its own.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable

from quizmill.bank.markup import Side, Span, Spans, Style, Table

_ALIGNED = {Side.LEFT: "left", Side.CENTRE: "center", Side.RIGHT: "right"}
_ELEMENTS = {Style.EMPHASIS: "em", Style.STRONG: "strong", Style.CODE: "code"}

# Control characters are shown as their pictures, or as unknown; lone surrogates cannot be stored at all.
_PICTURES = (
    {code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)}
    | {0x7F: 0x2421}
    | dict.fromkeys(range(0x80, 0xA0), 0xFFFD)
)
_SURROGATE = re.compile("[\ud800-\udfff]")


def printable(text: str) -> str:
    """The text with a visible sign for every character that cannot stand in a page."""
    if text.isprintable():
        return text
    unix = text.replace("\r\n", "\n").replace("\r", "\n")
    return _SURROGATE.sub("\ufffd", unix.translate(_PICTURES))


def literal(text: str) -> str:
    """Text without markup as HTML; a line break is `<br>`."""
    return html.escape(printable(text), quote=False).replace("\n", "<br>")


def run(
    spans: Spans,
    literal: Callable[[str], str] = literal,
    mathematics: Callable[[str], str] | None = None,
) -> str:
    """Spans as HTML: emphasis, strong and code; formulas as *mathematics* sets them, or in plain text."""
    return "".join(_span(span, literal, mathematics) for span in spans)


def table(made: Table, run: Callable[[Spans], str] = run) -> str:
    """A table as HTML; *run* sets the text of its cells."""
    head = _row("th", made.head, made.sides, run)
    rows = "".join(_row("td", row, made.sides, run) for row in made.rows)
    body = f"<tbody>{rows}</tbody>" if rows else ""
    return f"<table><thead>{head}</thead>{body}</table>"


def _row(tag: str, cells: Iterable[Spans], sides: Iterable[Side | None], run: Callable[[Spans], str]) -> str:
    return f"<tr>{''.join(_cell(tag, *each, run) for each in zip(cells, sides, strict=True))}</tr>"


def _cell(tag: str, spans: Spans, side: Side | None, run: Callable[[Spans], str]) -> str:
    style = f' style="text-align: {_ALIGNED[side]}"' if side else ""
    return f"<{tag}{style}>{run(spans)}</{tag}>"


def _span(span: Span, literal: Callable[[str], str], mathematics: Callable[[str], str] | None) -> str:
    if mathematics and span.style is Style.MATHEMATICS:
        return mathematics(span.text)
    element = _ELEMENTS.get(span.style)
    return f"<{element}>{literal(span.said)}</{element}>" if element else literal(span.said)
