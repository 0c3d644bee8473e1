"""Plain text, which stays the document as it is: how it is cut into paragraphs, and what each is."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from quizmill.bank import guard
from quizmill.bank.model import Cut
from quizmill.documents.extract import furniture
from quizmill.documents.extract.parts import Extracted, Part
from quizmill.documents.extract.plain_blocks import blocks, cut_of
from quizmill.documents.extract.plain_kinds import parts, without_marks
from quizmill.errors import FileUnusable

_HEAD = 60  # lines in which a text says what it is called
_TITLE = re.compile(r"^title:[ \t]*[\"']?(.+?)[\"']?[ \t]*$", re.IGNORECASE | re.MULTILINE)
_DATE = re.compile(r"^(?:date|published):[ \t]*[\"']?(\d{4})-(\d\d)-(\d\d)", re.IGNORECASE | re.MULTILINE)


class Plain(NamedTuple):
    """A plain text, and how its paragraphs are parted; the parts are those of `document_of` with that cut."""

    extracted: Extracted
    cut: Cut


def plain(data: bytes, name: str = "this file", cut: Cut | None = None) -> Plain:
    """The paragraphs of a plain text, cut as it seems to be unless that is said.

    Raises FileUnusable for what is no text or has none.
    """
    text = guard.text(data, name).removeprefix("\ufeff")
    cut = cut or cut_of(text)
    every = tuple(furniture.marked(parts(tuple(blocks(text, cut)))))
    if not every:
        raise FileUnusable(name, "this file is empty")
    head = "\n".join(text.split("\n")[:_HEAD])
    return Plain(Extracted(_title(head, every), _published(head), "", every), cut)


def _title(head: str, every: tuple[Part, ...]) -> str:
    """What the text says it is called, else its first heading."""
    if said := _TITLE.search(head):
        return said[1]
    return next((without_marks(part.text) for part in every[:5] if part.kind == "heading"), "")


def _published(head: str) -> datetime.date | None:
    said = _DATE.search(head)
    try:
        return datetime.date(*map(int, said.groups())) if said else None
    except ValueError:
        return None
