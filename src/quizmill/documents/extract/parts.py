"""What is taken from a file: its paragraphs in order, what each is, and what the file says of itself."""

from __future__ import annotations

import datetime
from typing import Literal

import msgspec

Kind = Literal["text", "heading", "furniture", "listing", "table", "caption"]


class Part(msgspec.Struct, frozen=True):
    """One paragraph, without a line break.

    Attributes:
        text: What it says, tidied (`whitespace.tidied`); a listing keeps its indentation.
        kind: What it is. Furniture belongs to the page and states nothing: menus, lists of references.
        level: Of a heading, from 1; else 0.
    """

    text: str
    kind: Kind = "text"
    level: int = 0


class Extracted(msgspec.Struct, frozen=True):
    """A file as text, and what the file itself says about it.

    Attributes:
        title: Empty where the file has none.
        published: The day that the file tells; never a guess.
        language: As the file tells it (`de`, `zh-CN`), else empty.
        parts: In the order in which one reads.
        left: Sentences that say what was not taken.
    """

    title: str
    published: datetime.date | None
    language: str
    parts: tuple[Part, ...]
    left: tuple[str, ...] = ()


def as_text(extracted: Extracted) -> str:
    """The document that is written: a part a line, lines ended as on Unix."""
    return "".join(f"{part.text}\n" for part in extracted.parts)


def counted(number: int, one: str, many: str = "") -> str:
    """A number of things in words: `1 picture`, `3 pictures`."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"
