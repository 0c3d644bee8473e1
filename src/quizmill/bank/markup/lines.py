"""A text cut into lines, in which what is read as one stays whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizmill.bank.markup.block import Display, Listing
from quizmill.bank.verbatim import CODE, DISPLAY, INLINE_MATHEMATICS, LISTING, LITERAL_MARK
from quizmill.pattern import pattern

MARKER = r"(?P<indent> {0,3})(?:(?P<bullet>[-*])|(?P<number>\d{1,9})(?P<stop>[.)]))[ \t]+(?=\S)"
ROW = r"\|"

_TOKEN = pattern(
    rf"(?P<listing>{LISTING})|(?P<display>{DISPLAY})|(?P<end>\n)|{CODE}|{INLINE_MATHEMATICS}|{LITERAL_MARK}",
    re.MULTILINE,
)
_KEPT_WHOLE = pattern(rf"{MARKER}|{ROW}")


class Line(NamedTuple):
    """From where to where it is written, and the block that all of it is."""

    start: int
    end: int
    block: Listing | Display | None = None


def lines_in(text: str) -> Iterator[Line]:
    """The lines in reading order; a formula is displayed on its own, but for an item's and a row's."""
    start = 0
    for found in _TOKEN.finditer(text):
        begin, end = found.span()
        match found.lastgroup:
            case "end":
                yield Line(start, begin)
                start = end
            case "listing":
                yield Line(begin, end, _listing(found[0]))
                start = end
            case "display" if not _KEPT_WHOLE.match(text, start):
                yield Line(start, begin)
                yield Line(begin, end, Display(found[0][2:-2]))
                start = end
            case _:
                pass  # breaks in it end no line
    yield Line(start, len(text))


def _listing(source: str) -> Listing:
    language, *code, _ = source.split("\n")
    return Listing("\n".join(code), language[3:].strip())
