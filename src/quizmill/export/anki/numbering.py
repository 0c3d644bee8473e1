"""Which number a deletion bears. The number is the card: a learner's history hangs on it.

A blank, pair or step keeps the number it had in the previous release, found by its text; a new one takes the
next number that nobody ever had. A number once given is never given to something else, so all are remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec

from quizmill.bank.markup import same
from quizmill.errors import ExportRefused

LAST = 499  # Anki makes no card for a higher number


class Numbered(msgspec.Struct, frozen=True):
    """A number, and the plain texts of what bears or bore it: a blank, a step, or a pair's left and right."""

    number: int
    texts: tuple[str, ...]


Sight = Callable[[tuple[str, ...]], Sequence[str]]

# How an item is recognised, the surest way first: whole, by a pair's left, by its right. For blanks and
# steps all three are the same.
_SIGHTS: tuple[Sight, ...] = (lambda texts: texts, lambda texts: texts[:1], lambda texts: texts[-1:])


def number(
    items: Iterable[tuple[str, ...]], remembered: tuple[Numbered, ...], question: str
) -> tuple[int, ...]:
    """The number of each item, in the items' order. Equal items keep theirs in the order they stand.

    Raises ExportRefused when *question* has used up all numbers.
    """
    wanted = [tuple(map(same, item)) for item in items]
    given: dict[int, int] = {}
    free = list(remembered)
    for sight in _SIGHTS:
        for place, texts in enumerate(wanted):
            if place in given:
                continue
            found = next((old for old in free if sight(_folded(old)) == sight(texts)), None)
            if found:
                given[place] = found.number
                free.remove(found)
    following = max((old.number for old in remembered), default=0) + 1
    for place in range(len(wanted)):
        if place not in given:
            given[place] = following
            following += 1
    if following - 1 > LAST:
        raise ExportRefused(
            (f"{question}: Anki makes no more than {LAST} cards of one note; split the question",)
        )
    return tuple(given[place] for place in range(len(wanted)))


def remember(
    items: Sequence[tuple[str, ...]], numbers: tuple[int, ...], remembered: tuple[Numbered, ...]
) -> tuple[Numbered, ...]:
    """What the next release must know: the numbers now given, and all that were."""
    known = {old.number: old for old in remembered}
    known |= {n: Numbered(n, item) for n, item in zip(numbers, items, strict=True)}
    return tuple(known[n] for n in sorted(known))


def _folded(old: Numbered) -> tuple[str, ...]:
    return tuple(map(same, old.texts))
