"""The text of a cloze: literal stretches and blanks, `{{answer|another form}}`.

Answers take inline markup as everywhere; a bar inside one is written `\\|`. Braces that do not pair
up are literal.
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

_BLANK = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_BAR = re.compile(r"(?<!\\)\|")


class Blank(msgspec.Struct, frozen=True):
    """A gap: the answer that is shown, and what else counts as right."""

    answer: str
    accept: tuple[str, ...] = ()


@lru_cache(maxsize=64)  # each rule of the checker cuts up the question anew
def segments(text: str) -> tuple[str | Blank, ...]:
    """The text in reading order: stretches of markup text, and blanks between them."""
    found: list[str | Blank] = []
    end = 0
    for match in _BLANK.finditer(text):
        if match.start() > end:
            found.append(text[end : match.start()])
        answer, *accept = (form.replace("\\|", "|").strip() for form in _BAR.split(match[1]))
        found.append(Blank(answer, tuple(accept)))
        end = match.end()
    if end < len(text):
        found.append(text[end:])
    return tuple(found)


def blanks(text: str) -> tuple[Blank, ...]:
    """The blanks alone, in reading order."""
    return tuple(segment for segment in segments(text) if isinstance(segment, Blank))


def with_gaps(text: str, gap: str = "____") -> str:
    """The text as asked: every blank as the same *gap*, so that its width tells nothing."""
    return "".join(gap if isinstance(segment, Blank) else segment for segment in segments(text))
