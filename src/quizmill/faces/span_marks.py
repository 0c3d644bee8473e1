"""How a line of a terminal shows what is code or emphasised: in colour by style, else code in backticks.

A title, which is what is emphasised and begins with a letter that is no small one, is in quotation marks as
well: who hears a line hears no style. Code that has its line to itself, as an option or in a cell, needs no
backticks: like a listing it stands bare.
A style is wrapped with its text, so a sign of no width stands where it begins and where it ends. These are
noncharacters, which no text that is made harmless holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from quizmill.bank.markup import Spans, Style, kept, spans
from quizmill.faces.text import NO_WIDTH, harmless
from quizmill.words import Words

_Pair = tuple[str, str]  # what stands before and after something


class Marks(NamedTuple):
    """What stands around a title, and around a span of each style."""

    quotes: _Pair
    styles: Mapping[Style, _Pair]


_CODE, _EMPHASIS, _STRONG, _END = tuple(NO_WIDTH)
_ENDS = ("", "\n")  # before what has its line to itself
_QUOTES = tuple('"“„«‘「『')  # after one of them what is emphasised is quoted already
_BACKTICK = "`"
_IN_STYLE = {Style.CODE: (_CODE, _END), Style.EMPHASIS: (_EMPHASIS, _END), Style.STRONG: (_STRONG, _END)}

# ECMA-48, Select Graphic Rendition: 1 bold, 3 italic, 4 underlined, 36 cyan; 0 ends it.
_STYLES = {_CODE: "\x1b[36m", _EMPHASIS: "\x1b[3m\x1b[4m", _STRONG: "\x1b[1m"}
UNSTYLED = "\x1b[0m"


def in_words(words: Words) -> Marks:
    """Without any style."""
    return Marks(_quotation_marks(words), {Style.CODE: (_BACKTICK, _BACKTICK)})


def in_style(words: Words) -> Marks:
    """For a terminal with styles."""
    return Marks(_quotation_marks(words), _IN_STYLE)


def spoken(text: str, words: Words) -> str:
    """Inline markup as plain text, titles in quotation marks."""
    return said(spans(text), in_words(words))


def _is_title(text: str) -> bool:
    return text[:1].isalpha() and not text[:1].islower()


def _quotation_marks(words: Words) -> _Pair:
    before, _, after = words("list.quoted", text="\n").partition("\n")
    return before, after


def said(found: Spans, marks: Marks) -> str:
    """What the spans say, harmless, each between the marks of its style."""
    told = ""
    for i, span in enumerate(found):
        text = harmless(kept(span))
        before, after = marks.styles.get(span.style, ("", ""))
        is_alone = told[-1:] in _ENDS and (i + 1 == len(found) or found[i + 1].text[:1] == "\n")
        if is_alone and before == _BACKTICK:
            before = after = ""
        if span.style is Style.EMPHASIS and _is_title(text) and not told.endswith(_QUOTES):
            before, after = marks.quotes[0] + before, after + marks.quotes[1]
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
