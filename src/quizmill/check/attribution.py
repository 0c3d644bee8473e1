"""Whether a text says whose claim it is: by a document's title, or by naming anyone who says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.check.grounds import Grounds
from quizmill.check.language.tokens import words

_ANYONE = re.compile(
    r"\b(?:according to|by the account of|in the (?:view|opinion|words|eyes) of|in (?:his|her|their) view"
    r"|as .{1,40} (?:puts?|tells?|sees?|says?|calls?) it"
    r"|(?:calls?|called|describes?|described|claims?|claimed|says?|said|argues?|argued|praises?|praised"
    r"|regards?|regarded|considers?|considered|portrays?|portrayed|rates?|rated)\b)",
    re.IGNORECASE,
)


def says_whose(text: str, grounds: Grounds) -> bool:
    """Whether a claim in the text is anyone's."""
    return bool(_ANYONE.search(text)) or names_document(text, grounds)


def names_document(text: str, grounds: Grounds) -> bool:
    """Whether the text names one of the bank's documents by title, short title or id."""
    spaced = f" {' '.join(words(text))} "
    return any(f" {title} " in spaced for title in _titles(grounds))


def without_titles(text: str, grounds: Grounds) -> str:
    """The text as folded words, the titles of the bank's documents left out."""
    spaced = f" {' '.join(words(text))} "
    for title in sorted(_titles(grounds), key=len, reverse=True):
        spaced = spaced.replace(f" {title} ", " … ")
    return spaced.strip()


def untitled(text: str, grounds: Grounds) -> str:
    """The text as written, the titles of the bank's documents as gaps."""
    for source in grounds.bank.sources:
        for title in (source.title, source.short_title):
            if title and title in text:
                text = text.replace(title, "…")
    return text


def _titles(grounds: Grounds) -> Iterator[str]:
    for source in grounds.bank.sources:
        for name in (source.title, source.short_title, source.id.replace("-", " ")):
            if found := " ".join(words(name)):
                yield found
