"""Where the terms of facts stand in a paragraph, so that they can be marked there."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterable, Iterator

import msgspec

from quizmill.bank.document import places
from quizmill.bank.fold import fold

_WORD = re.compile(r"\S+")


class Stretch(msgspec.Struct, frozen=True):
    """A stretch of a paragraph, and whether terms stand in it."""

    text: str
    is_term: bool


def parts(text: str, terms: Iterable[str]) -> tuple[Stretch, ...]:
    """The text in parts, in its order: joined they are the text."""
    marked = sorted(_within(text, terms))
    found: list[Stretch] = []
    end = 0
    for start, stop in marked:
        start = max(start, end)
        if start >= stop:
            continue
        found += [Stretch(text[end:start], False), Stretch(text[start:stop], True)]
        end = stop
    return tuple(part for part in (*found, Stretch(text[end:], False)) if part.text)


def _within(text: str, terms: Iterable[str]) -> Iterator[tuple[int, int]]:
    """From where to where each term stands; terms are compared folded, and folding moves characters."""
    words = [(found.start(), found[0], fold(found[0])) for found in _WORD.finditer(text)]
    words = [each for each in words if each[2]]
    folded = " ".join(each[2] for each in words)
    begins = list(itertools.accumulate((len(each[2]) + 1 for each in words), initial=0))
    for term in dict.fromkeys(map(fold, terms)):
        for place in places(term, folded):
            last = place + len(term) - 1
            first_word, last_word = (bisect.bisect_right(begins, at) - 1 for at in (place, last))
            start = _inside(words[first_word], place - begins[first_word], end=False)
            yield start, _inside(words[last_word], last - begins[last_word], end=True)


def _inside(word: tuple[int, str, str], at: int, *, end: bool) -> int:
    """Where in the text a character of a folded word begins or ends; the word, where that cannot be told."""
    begin, written, folded = word
    if len(written) == len(folded):
        return begin + at + end
    return begin + (len(written) if end else 0)
