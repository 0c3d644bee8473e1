"""The text of a cloze: literal stretches and blanks, `{{answer|another form}}`.

Answers take inline markup as everywhere; a bar inside one is written `\\|`. Braces that do not pair
up are literal.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from quizmill.pattern import pattern

_BAR = pattern(r"(?<!\\)\|")


class Blank(msgspec.Struct, frozen=True):
    """A gap: the answer that is shown, and what else counts as right."""

    answer: str
    accept: tuple[str, ...] = ()


@lru_cache(maxsize=64)  # each rule of the checker cuts up the question anew
def segments(text: str) -> tuple[str | Blank, ...]:
    """The text in reading order: stretches of markup text, and blanks between them."""
    found: list[str | Blank] = []
    end = 0
    while (opening := text.find("{{", end)) >= 0 and (closing := text.find("}}", opening + 2)) >= 0:
        if opening > end:
            found.append(text[end:opening])
        found.append(_blank(text[opening + 2 : closing]))
        end = closing + 2
    if end < len(text):
        found.append(text[end:])
    return tuple(found)


def _blank(inside: str) -> Blank:
    answer, *accept = (form.replace("\\|", "|").strip() for form in _BAR.split(inside))
    return Blank(answer, tuple(accept))


def blanks(text: str) -> tuple[Blank, ...]:
    """The blanks alone, in reading order."""
    return tuple(segment for segment in segments(text) if isinstance(segment, Blank))


def with_gaps(text: str, gap: str = "____") -> str:
    """The text as asked: every blank as the same *gap*, so that its width tells nothing."""
    return "".join(gap if isinstance(segment, Blank) else segment for segment in segments(text))
