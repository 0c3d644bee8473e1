"""Inline markup: `*emphasis*`, `**strong**`, `` `code` ``, and a backslash before a mark for the mark itself.

Everything else is literal text. A mark without its partner is literal too, so no text is ever refused.
Each output turns :class:`Span` into its own dialect at one place; nobody else looks for asterisks.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache

import msgspec

from quizmill.pattern import pattern


class Style(StrEnum):
    """How a span is set."""

    PLAIN = "plain"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"


class Span(msgspec.Struct, frozen=True):
    """A stretch of literal text in one style."""

    text: str
    style: Style = Style.PLAIN


# A backslash before a mark is no character by itself: else each would be tried in both readings.
# Beside an ASCII letter or digit an asterisk is arithmetic (2*3*4); beside CJK it may be emphasis.
_MARKED = pattern(
    r"""\\([*`])                                                                # only itself
      | (?<![A-Za-z0-9])\*\*(?=\S)((?:\\[*`]|(?!\*\*|\\[*`]).)+?)(?<=\S)\*\*(?![A-Za-z0-9])  # strong
      | (?<![A-Za-z0-9*])\*(?=[^\s*])((?:\\[*`]|(?!\\[*`])[^*])+?)(?<=\S)\*(?![A-Za-z0-9*])     # emphasis
      | `([^`]+)`                                                                # code
    """,
    re.VERBOSE | re.DOTALL,
)
_WIDE = pattern("[\u3000\uff01-\uffee]+")  # wide and narrow forms; 2² is another text than 22
_ESCAPE = pattern(r"\\([*`])")
_INDENTED = pattern("^ +|  +", re.MULTILINE)


def spans(text: str) -> tuple[Span, ...]:
    """The text as spans in reading order; neighbouring plain spans are one."""
    if not ("*" in text or "`" in text):
        return (Span(text),) if text else ()
    found: list[Span] = []
    plain = ""
    end = 0
    for match in _MARKED.finditer(text):
        plain += text[end : match.start()]
        end = match.end()
        escaped, strong, emphasis, code = match.groups()
        if escaped is not None:
            plain += escaped
            continue
        if plain:
            found.append(Span(plain))
            plain = ""
        if code is not None:
            found.append(Span(code, Style.CODE))
        elif strong is not None:
            found.append(Span(_ESCAPE.sub(r"\1", strong), Style.STRONG))
        else:
            found.append(Span(_ESCAPE.sub(r"\1", emphasis), Style.EMPHASIS))
    plain += text[end:]
    if plain:
        found.append(Span(plain))
    return tuple(found)


def plain(text: str) -> str:
    """The text without its marks: what is compared, sorted, counted and spoken."""
    return _unmarked(text) if "*" in text or "`" in text else text


@lru_cache(maxsize=1 << 12)  # every comparison begins here, and the checker compares a text dozens of times
def _unmarked(text: str) -> str:
    return "".join(span.text for span in spans(text))


def shown(text: str) -> str:
    """The text without its marks, for outputs that break lines anew: code keeps its spaces."""
    if "`" not in text:
        return plain(text)
    return "".join(kept_spaces(s.text) if s.style is Style.CODE else s.text for s in spans(text))


def kept_spaces(code: str) -> str:
    """The code with no-break spaces where in a paragraph spaces would become one, or none."""
    return _INDENTED.sub(lambda spaces: "\u00a0" * len(spaces[0]), code.expandtabs(4))


def is_code(text: str) -> bool:
    """Whether the whole text is written as `` `code` ``."""
    return "`" in text and [span.style for span in spans(text.strip())] == [Style.CODE]


def same(text: str) -> str:
    """What two texts share when a reader would call them the same."""
    return cased(text).casefold()


def cased(text: str) -> str:
    """The same where capitals count."""
    bare = plain(text)
    if not bare.isascii():
        bare = _WIDE.sub(
            lambda wide: unicodedata.normalize("NFKC", wide[0]), unicodedata.normalize("NFC", bare)
        )
    return " ".join(bare.split())


def escape(text: str) -> str:
    """Literal text as markup: `plain(escape(text)) == text` for every text."""
    return re.sub(r"([*`])", r"\\\1", text)
