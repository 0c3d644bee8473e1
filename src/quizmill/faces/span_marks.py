"""How a line of a terminal shows what is code or emphasised: in colour by style, else code in backticks.

Code that has its line to itself, as an option or in a cell, needs none: like a listing it stands bare.
A style is wrapped with its text, so a sign of no width stands where it begins and where it ends. These are
noncharacters, which no text that is made harmless holds.
"""

from __future__ import annotations

from collections.abc import Mapping

from quizmill.bank.markup import Spans, Style, kept
from quizmill.faces.text import NO_WIDTH, harmless

Marks = Mapping[Style, tuple[str, str]]  # what stands before and after a span of a style

_CODE, _EMPHASIS, _STRONG, _END = tuple(NO_WIDTH)
_ENDS = ("", "\n")  # before what has its line to itself
IN_WORDS: Marks = {Style.CODE: ("`", "`")}
IN_STYLE: Marks = {
    Style.CODE: (_CODE, _END),
    Style.EMPHASIS: (_EMPHASIS, _END),
    Style.STRONG: (_STRONG, _END),
}

# ECMA-48, Select Graphic Rendition: 1 bold, 3 italic, 4 underlined, 36 cyan; 0 ends it.
_STYLES = {_CODE: "\x1b[36m", _EMPHASIS: "\x1b[3m\x1b[4m", _STRONG: "\x1b[1m"}
UNSTYLED = "\x1b[0m"


def said(spans: Spans, marks: Marks) -> str:
    """What the spans say, harmless, each between the marks of its style."""
    told = ""
    for i, span in enumerate(spans):
        text = harmless(kept(span))
        before, after = marks.get(span.style, ("", ""))
        if (
            marks is IN_WORDS
            and told[-1:] in _ENDS
            and (i + 1 == len(spans) or spans[i + 1].text[:1] == "\n")
        ):
            before = after = ""
        told += f"{before}{text}{after}"
    return told


def styled(line: str, around: str, open_style: str = "") -> tuple[str, str]:
    """The line with its styles in the place of their signs, and the sign of the style that goes on after it.

    *around* is the style of everything in it, *open_style* the sign of what goes on from the line before.
    """
    told = _STYLES.get(open_style, "")
    for character in line:
        if character in _STYLES:
            open_style, character = character, _STYLES[character]
        elif character == _END:
            open_style, character = "", UNSTYLED + around
        told += character
    return (told + UNSTYLED if open_style and not around else told), open_style
