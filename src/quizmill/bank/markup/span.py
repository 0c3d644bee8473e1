"""What stands in a line of text: stretches of characters, each in one style."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

import msgspec

from quizmill.bank.markup import formula


class Style(StrEnum):
    """How a span is set."""

    PLAIN = "plain"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    MATHEMATICS = "mathematics"


class Span(msgspec.Struct, frozen=True):
    """A stretch of literal text in one style; of mathematics the LaTeX source, as it is written."""

    text: str
    style: Style = Style.PLAIN

    @property
    def said(self) -> str:
        """Its characters in plain text."""
        return formula.linear(self.text) if self.style is Style.MATHEMATICS else self.text


Spans = tuple[Span, ...]
_WORDS = (Style.PLAIN, Style.EMPHASIS, Style.STRONG)


def joined(spans: Iterable[Span]) -> Spans:
    """The spans, none of them empty; neighbours that are words in one style are one."""
    found: list[Span] = []
    texts: list[str] = []
    style = Style.PLAIN
    for span in spans:
        if texts and (span.style is not style or style not in _WORDS):
            found.append(Span("".join(texts), style))
            texts = []
        if span.text:
            texts.append(span.text)
            style = span.style
    if texts:
        found.append(Span("".join(texts), style))
    return tuple(found)
