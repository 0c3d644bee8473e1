"""A bank's text as HTML that shows exactly what is written, and in which nothing is run.

What writes for a program that reads more than HTML in a text (Anki does) escapes that besides, by a *literal*
of its own.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from quizmill.bank.markup import Span, Spans, Style

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


def _span(span: Span, literal: Callable[[str], str], mathematics: Callable[[str], str] | None) -> str:
    if mathematics and span.style is Style.MATHEMATICS:
        return mathematics(span.text)
    element = _ELEMENTS.get(span.style)
    return f"<{element}>{literal(span.said)}</{element}>" if element else literal(span.said)
