"""When two texts of a question are one: by what a reader calls the same, or by how they are written.

Code and mathematics count character by character, and so does every text of a question that says so. Else
case, white space and width tell no two texts apart.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from quizmill.bank.markup import Style, cased, is_code, plain, same, spans
from quizmill.bank.model import Compare
from quizmill.pattern import pattern

_EXACT = (Style.CODE, Style.MATHEMATICS)
_SPACES = pattern(r"\s+")


class Stood:
    """The texts that stand somewhere already."""

    def __init__(self, compare: Compare | None, texts: Iterable[str] = ()) -> None:
        self._compare = compare
        self._texts: dict[str, list[str]] = {}  # by what is the same however one compares
        for text in texts:
            self.add(text)

    def add(self, text: str) -> None:
        """Note that *text* stands there."""
        self._texts.setdefault(same(text), []).append(text)

    def like(self, text: str) -> str | None:
        """The first of them that is one with *text*."""
        earlier = self._texts.get(same(text), ())
        return next((each for each in earlier if are_one(each, text, self._compare)), None)


def are_one(one: str, other: str, compare: Compare | None) -> bool:
    """Whether two markup texts are the same to whoever chooses between them."""
    if same(one) != same(other):
        return False
    if compare is Compare.CHARACTERS:
        return exact(one) == exact(other)
    mine, theirs = codes(one), codes(other)
    if mine and theirs and mine != theirs:
        return False
    return compare is not Compare.CASE or cased(one) == cased(other)


def identity(text: str, compare: Compare | None = None) -> tuple[str, ...]:
    """What texts that are one share, wherever in a bank they stand; code is never one with words."""
    if compare is Compare.CHARACTERS:
        return (exact(text),)
    return (cased(text) if compare is Compare.CASE else same(text), *codes(text))


def is_exact(text: str, compare: Compare | None) -> bool:
    """Whether every character of a markup text counts."""
    return compare is Compare.CHARACTERS or is_code(text)


def exact(text: str) -> str:
    """The characters of a markup text, but for white space around it."""
    return unicodedata.normalize("NFC", plain(text.strip())).rstrip()


def as_seen(text: str) -> str:
    """The characters of a markup text as outputs show them: spaces in a row are kept in code alone."""
    shown = (
        span.text if span.style is Style.CODE else _SPACES.sub(" ", span.text) for span in spans(text.strip())
    )
    return unicodedata.normalize("NFC", "".join(shown)).rstrip()


def codes(text: str) -> tuple[str, ...]:
    """What of a markup text is written as code, or as mathematics, in which capitals count too."""
    if "`" not in text and "\\" not in text:
        return ()
    return tuple(
        unicodedata.normalize("NFC", span.text).rstrip() for span in spans(text) if span.style in _EXACT
    )
