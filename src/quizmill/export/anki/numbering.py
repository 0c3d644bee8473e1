"""Which number a deletion bears. The number is the card: a learner's history hangs on it.

A blank, pair or step keeps the number it had in the previous release, found by its text, or by one so like it
that it has been corrected; a new one takes the next number that nobody ever had. A number once given is never
given to something else, so all are remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count

import msgspec

from quizmill.bank.markup import same
from quizmill.errors import ExportRefused

LAST = 499  # Anki makes no card for a higher number
_ALIKE = 80  # of 100; "29.5 days" is 100 like "29.5", "First quarter" 77 like "Third quarter"


class Numbered(msgspec.Struct, frozen=True):
    """A number, and the plain texts of what bears or bore it: a blank, a step, or a pair's left and right."""

    number: int
    texts: tuple[str, ...]


_Known = tuple[int, tuple[str, ...]]  # a number, and the folded texts of what bore it
Sight = Callable[[tuple[str, ...]], Sequence[str]]

# How an item is recognised, the surest way first: whole, by a pair's left, by its right. For blanks and
# steps all three are the same.
_SIGHTS: tuple[Sight, ...] = (lambda texts: texts, lambda texts: texts[:1], lambda texts: texts[-1:])


def number(
    items: Sequence[tuple[str, ...]], remembered: tuple[Numbered, ...], question: str
) -> tuple[int, ...]:
    """The number of each item, in the items' order. Equal items keep theirs in the order they stand.

    Raises ExportRefused when *question* has used up all numbers.
    """
    kept = _kept(items, remembered) if remembered else {}
    following = count(max((old.number for old in remembered), default=0) + 1)
    given = tuple(kept[place] if place in kept else next(following) for place in range(len(items)))
    if max(given, default=0) > LAST:
        raise ExportRefused(
            (f"{question}: Anki makes no more than {LAST} cards of one note; split the question",)
        )
    return given


def remember(
    items: Sequence[tuple[str, ...]], numbers: tuple[int, ...], remembered: tuple[Numbered, ...]
) -> tuple[Numbered, ...]:
    """What the next release must know: the numbers now given, and all that were."""
    known = {old.number: old for old in remembered}
    known |= {n: Numbered(n, item) for n, item in zip(numbers, items, strict=True)}
    return tuple(known[n] for n in sorted(known))


def _kept(items: Sequence[tuple[str, ...]], remembered: tuple[Numbered, ...]) -> dict[int, int]:
    """By an item's place, the number it had."""
    wanted = [_folded(item) for item in items]
    free: list[_Known] = [(old.number, _folded(old.texts)) for old in remembered]
    kept: dict[int, int] = {}
    for sight in _SIGHTS:
        for place, texts in enumerate(wanted):
            if place in kept:
                continue
            found = next((old for old in free if sight(old[1]) == sight(texts)), None)
            if found:
                kept[place] = found[0]
                free.remove(found)
    for place, texts in enumerate(wanted):
        if place not in kept and (corrected := _most_like(texts, free)):
            kept[place] = corrected[0]
            free.remove(corrected)
    return kept


def _most_like(texts: tuple[str, ...], free: list[_Known]) -> _Known | None:
    """The one of *free* that the item has been corrected from, if any."""
    from rapidfuzz import fuzz, process  # 20 ms that only a changed item needs

    choices = [" = ".join(known[1]) for known in free]
    found = process.extractOne(" = ".join(texts), choices, scorer=fuzz.token_set_ratio, score_cutoff=_ALIKE)
    return free[found[2]] if found else None


def _folded(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(same, texts))
