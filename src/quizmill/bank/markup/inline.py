r"""What stands within a line: `*emphasis*`, `**strong**`, `` `code` ``, mathematics as `\(…\)` or `\[…\]`.

A backslash before a mark is the mark itself; everything else is literal. So is a mark without its partner.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.bank.markup.picture_line import PICTURE
from quizmill.bank.markup.span import Span, Spans, Style, joined
from quizmill.bank.verbatim import CODE, LITERAL_MARK, MATHEMATICS
from quizmill.pattern import pattern

# What makes the line above it the head of a table; a blank of a cloze is never a part of it. Where a
# backslash stands before, this line and one that would be a picture are themselves.
_STROKE = r"[ \t]*:?-+:?[ \t]*"
RULER = rf"\|{_STROKE}(?:\|{_STROKE})*+\|?[ \t]*$"

_KEPT = rf"{CODE}|{MATHEMATICS}|{LITERAL_MARK}"
_LITERAL = rf"(?P<literal>{LITERAL_MARK})|(?P<line>^\\(?=\\*(?:{PICTURE}|{RULER})))"
_VERBATIM = rf"(?P<code>{CODE})|(?P<mathematics>{MATHEMATICS})"

# Beside an ASCII letter or digit an asterisk is arithmetic (2*3*4); beside CJK it may be emphasis.
# What is kept whole is atomic: else each backtick and backslash would be tried in two readings.
_MARKED = pattern(
    rf"""{_LITERAL}
      | (?<![A-Za-z0-9])\*\*(?=\S)(?P<strong>(?>{_KEPT}|(?!\*\*).)+?)(?<=\S)\*\*(?![A-Za-z0-9])
      | (?<![A-Za-z0-9*])\*(?=[^\s*])(?P<emphasis>(?>{_KEPT}|[^*])+?)(?<=\S)\*(?![A-Za-z0-9*])
      | {_VERBATIM}""".replace("\n      | ", "|"),
    re.DOTALL | re.MULTILINE,
)
_IN_WORDS = pattern(f"{_LITERAL}|{_VERBATIM}", re.DOTALL | re.MULTILINE)
_STYLES = {"strong": Style.STRONG, "emphasis": Style.EMPHASIS}


def inline(text: str, start: int = 0, end: int | None = None) -> Spans:
    """The spans from *start* to *end* of a text, where no block is, in reading order."""
    return joined(_spans(text, start, len(text) if end is None else end, _MARKED, Style.PLAIN))


def _spans(text: str, start: int, end: int, marks: re.Pattern[str], style: Style) -> Iterator[Span]:
    for found in marks.finditer(text, start, end):
        if found.start() > start:
            yield Span(text[start : found.start()], style)
        start = found.end()
        kind = found.lastgroup or ""
        if kind in _STYLES:
            yield from _spans(text, *found.span(kind), _IN_WORDS, _STYLES[kind])
        elif kind == "code":
            yield Span(found[kind][1:-1], Style.CODE)
        elif kind == "mathematics":
            yield Span(found[kind][2:-2], Style.MATHEMATICS)
        else:
            yield Span(found[kind].replace("\\", "", 1), style)
    if start < end:
        yield Span(text[start:end], style)
