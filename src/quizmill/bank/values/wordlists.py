"""Patterns of many words: as whole words, or wherever they stand where a script does not part words."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: Iterable[str], *, before: str = "", after: str = "") -> re.Pattern[str] | None:
    """A pattern of the words, the longest first; None of no words."""
    found = alternation(words)
    return re.compile(f"{before}{found}{after}") if found else None


def alternation(words: Iterable[str]) -> str:
    """The source of such a pattern; "" of no words."""
    listed = sorted(set(words), key=lambda word: (-len(word), word))
    if not listed:
        return ""
    # What must not stand before them is looked at once for all: most are passed over at their first letter.
    kinds = [
        f"{bound}(?:{'|'.join(map(_ended, some))})"
        for bound in dict.fromkeys(map(_bound, listed))
        if (some := [word for word in listed if _bound(word) == bound])
    ]
    return f"(?:{'|'.join(kinds)})"


def bounded(word: str) -> str:
    """The source of a pattern for one whole word."""
    return _bound(word) + _ended(word)


def _bound(word: str) -> str:
    """What may not stand before the word: a letter, and before what is as short as the e of 5e-2 no digit."""
    if word[0] >= "\u2e80" or not word[0].isalnum():
        return ""
    return r"(?<![^\W\d_])" if word[0].isalpha() and len(word) > 1 else r"(?<!\w)"


def _ended(word: str) -> str:
    open_ended = word[0] >= "\u2e80" or not word[-1].isalnum()
    return re.escape(word) + ("" if open_ended else r"(?!\w)")
