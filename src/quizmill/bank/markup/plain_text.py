"""Text without its marks, and text that has none."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import assert_never

from quizmill.bank.markup.inline import RULER
from quizmill.bank.markup.picture_line import PICTURE
from quizmill.bank.markup.span import Span, Style
from quizmill.bank.markup.whole_text import has_marks, literal_texts, spans
from quizmill.pattern import pattern

_WIDE = pattern("[\u3000\uff01-\uffee]+")  # wide and narrow forms; 2² is another text than 22
_INDENTED = pattern("^ +|  +", re.MULTILINE)
_MARK = pattern(rf"[*`]|\\(?=[(\[])|^(?=\\*(?:{PICTURE}|{RULER}))", re.MULTILINE)


def plain(text: str) -> str:
    """The text without its marks: what is compared, sorted, counted and spoken."""
    # What `has_marks` would say first, without the call: no function is called more often.
    return text if text in literal_texts or not has_marks(text) else _unmarked(text)


@lru_cache(maxsize=1 << 12)  # every comparison begins here, and the checker compares a text dozens of times
def _unmarked(text: str) -> str:
    return "".join(span.said for span in spans(text))


def shown(text: str) -> str:
    """The text without its marks, for outputs that break lines anew: code and formulas keep their spaces."""
    if "`" not in text and "\\" not in text:
        return plain(text)
    return "".join(map(kept, spans(text)))


def kept(span: Span) -> str:
    """What the span says where several spaces become one: those of code stay, and a formula's wide gaps."""
    match span.style:
        case Style.CODE:
            return kept_spaces(span.text)
        case Style.MATHEMATICS:
            return span.said.replace("  ", "\u00a0 ")  # where a line may still end
        case Style.PLAIN | Style.EMPHASIS | Style.STRONG:
            return span.said
        case _:
            assert_never(span.style)


def kept_spaces(code: str) -> str:
    """The code with no-break spaces where in a paragraph spaces would become one, or none."""
    return _INDENTED.sub(lambda spaces: "\u00a0" * len(spaces[0]), code.expandtabs(4))


def is_code(text: str) -> bool:
    """Whether the whole text is written as `` `code` ``, or is a listing."""
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
    return _MARK.sub(r"\\\g<0>", text) if has_marks(text) else text
