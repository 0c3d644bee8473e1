"""What a text is made of: paragraphs, listings, tables, lists, displayed formulas and pictures."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from quizmill.bank.markup.span import Spans


class Side(StrEnum):
    """Where in their column the cells of a table stand."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Paragraph(msgspec.Struct, frozen=True):
    """Text; its line breaks are its author's."""

    spans: Spans


class Listing(msgspec.Struct, frozen=True):
    """Lines of code, and the language they are said to be in."""

    code: str
    language: str = ""


class Table(msgspec.Struct, frozen=True):
    """Rows of as many cells as there are *sides*; a column says nothing of its side where there is None."""

    head: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]
    sides: tuple[Side | None, ...]


class ItemList(msgspec.Struct, frozen=True):
    """Items in a row: numbered from *first* on, or not at all."""

    items: tuple[Spans, ...]
    first: int | None = None


class Display(msgspec.Struct, frozen=True):
    """Mathematics on a line of its own: the LaTeX source, as it is written."""

    source: str


class Picture(msgspec.Struct, frozen=True):
    """A picture on a line of its own: its file, what it shows in words, and whom to thank for it."""

    file: str
    alt: str
    credit: str = ""


Block = Paragraph | Listing | Table | ItemList | Display | Picture
