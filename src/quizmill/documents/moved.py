"""Where the paragraphs of a document have gone in a later edition of it.

First every paragraph that stayed as it was is found, wherever it stands; then, among the others, where their
words went; then, for what is left, whether something like it stands between where its neighbours went.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import msgspec
from rapidfuzz import fuzz

from quizmill.documents.landed import followed, landed, once, words

_KEPT = 0.4  # of its words a paragraph has where it went; with fewer it is another one
_PART = 0.15  # of them, at least, are in a part of one that was split, if it stands alone
_LIKE = 60  # percent: letters in common, for one that stands where it should and shares no run of words
_NEAR = 4  # paragraphs to each side of where it should stand


class How(StrEnum):
    """What became of a paragraph."""

    SAME = "same"
    CHANGED = "changed"
    SPLIT = "split"
    JOINED = "joined"
    GONE = "gone"


class Move(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one paragraph; numbers count from 1."""

    how: How
    to: tuple[int, ...] = ()  # ascending; none, when it is gone
    near: int  # the first of them; else where it would stand
    whole: bool = True  # every word of it is still there


class Moved(msgspec.Struct, frozen=True, kw_only=True):
    """What became of each paragraph of a document, and which of the new edition's have other words."""

    moves: tuple[Move, ...]  # of old paragraph n at index n - 1
    reworded: frozenset[int]  # new paragraphs with words that no old one had
    fresh: tuple[int, ...]  # new paragraphs in which nothing of the old edition is
    kept: float  # how much of the old edition's words is still there, from 0 to 1

    def origins(self) -> dict[int, list[int]]:
        """The old paragraphs that went to each new one."""
        found: dict[int, list[int]] = {}
        for n, move in enumerate(self.moves, 1):
            for number in move.to:
                found.setdefault(number, []).append(n)
        return found


def moved(old: Sequence[str], new: Sequence[str]) -> Moved:
    """Where each of the *old* paragraphs is among the *new* ones; both are folded texts."""
    same = same_texts(old, new)
    rest = _Rest(old, new, same)
    places = {i: (j,) for i, j in same.items()} | rest.places
    _find_like(old, new, places)
    return Moved(
        moves=_moves(len(old), len(new), places, rest),
        reworded=frozenset(j + 1 for j in range(len(new)) if not rest.is_covered(j)),
        fresh=tuple(sorted(set(range(1, len(new) + 1)) - {j + 1 for to in places.values() for j in to})),
        kept=_share(old, same, rest),
    )


def same_texts(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """The old texts that are there still, by index: those that both have once, then by their neighbours."""
    theirs = once(new)
    pairs = {i + 1: theirs[text] + 1 for text, i in once(old).items() if text in theirs}
    edges = {0: 0, len(old) + 1: len(new) + 1}  # what begins and ends both
    around = followed(["", *old, ""], ["", *new, ""], pairs | edges)
    found = {i - 1: j - 1 for i, j in around.items() if 0 < i <= len(old)}
    free: dict[str, list[int]] = {}
    taken = set(found.values())
    for j in reversed(range(len(new))):
        if j not in taken:
            free.setdefault(new[j], []).append(j)
    for i, text in enumerate(old):
        if i not in found and free.get(text):
            found[i] = free[text].pop()
    return found


class _Rest:
    """The paragraphs that did not stay as they were, and where their words went."""

    def __init__(self, old: Sequence[str], new: Sequence[str], same: dict[int, int]) -> None:
        taken = set(same.values())
        self.old = {i: words(text) for i, text in enumerate(old) if i not in same}
        self.new = {j: words(text) for j, text in enumerate(new) if j not in taken}
        self.shared = self._other_marks()
        taken = {j for to in self.shared.values() for j in to}
        left = [i for i in self.old if i not in self.shared]
        right = [j for j in self.new if j not in taken]
        found = landed([self.old[i] for i in left], [self.new[j] for j in right]).by_old()
        self.shared |= {left[i]: {right[j]: n for j, n in to.items()} for i, to in found.items()}
        self.places = {i: places for i in self.old if (places := self._places(i))}
        self._covered: dict[int, int] = {}
        for i, places in self.places.items():
            for j in places:
                self._covered[j] = self._covered.get(j, 0) + self.shared[i][j]

    def _other_marks(self) -> dict[int, dict[int, int]]:
        """The paragraphs whose words all stayed, with other marks between and around them."""
        left = [i for i, own in self.old.items() if own]
        right = [j for j, own in self.new.items() if own]
        pairs = same_texts([" ".join(self.old[i]) for i in left], [" ".join(self.new[j]) for j in right])
        return {left[i]: {right[j]: len(self.old[left[i]])} for i, j in pairs.items()}

    def _places(self, i: int) -> tuple[int, ...]:
        own, shared = len(self.old[i]), self.shared.get(i, {})
        parts = {j for j, n in shared.items() if n >= _PART * own or 2 * n >= len(self.new[j])}
        parts |= {j for j in shared if {j - 1, j + 1} & parts}  # a word or two that a break has parted
        return tuple(sorted(parts)) if sum(shared[j] for j in parts) >= _KEPT * own else ()

    def is_whole(self, i: int) -> bool:
        """Whether every word of an old paragraph is where it went."""
        if i not in self.old:
            return True
        return sum(self.shared[i][j] for j in self.places.get(i, ())) == len(self.old[i])

    def is_covered(self, j: int) -> bool:
        """Whether every word of a new paragraph is from old ones."""
        return j not in self.new or self._covered.get(j, 0) == len(self.new[j])


def _find_like(old: Sequence[str], new: Sequence[str], places: dict[int, tuple[int, ...]]) -> None:
    """Add the places of paragraphs that are between those of their neighbours, in other words."""
    taken = {j for to in places.values() for j in to}
    before = -1
    for i in range(len(old)):
        if i not in places:
            after = places.get(i + 1, (before + 1,))[0]
            around = {*range(before + 1, before + 1 + _NEAR), *range(after - _NEAR, after)}
            free = sorted(j for j in around if 0 <= j < len(new) and j not in taken)
            likes = {j: fuzz.ratio(old[i], new[j]) for j in free}
            best = max(free, key=likes.__getitem__, default=None)
            if best is not None and likes[best] >= _LIKE:
                places[i] = (best,)
                taken.add(best)
        before = places[i][-1] if i in places else before


def _moves(count: int, last: int, places: dict[int, tuple[int, ...]], rest: _Rest) -> tuple[Move, ...]:
    shared: dict[int, int] = {}
    for to in places.values():
        for j in to:
            shared[j] = shared.get(j, 0) + 1
    found: list[Move] = []
    before = 0
    for i in range(count):
        to = tuple(j + 1 for j in places.get(i, ()))
        near = to[0] if to else max(1, min(before + 1, last))
        how = _how(i, places.get(i, ()), shared, rest)
        found.append(Move(how=how, to=to, near=near, whole=bool(to) and rest.is_whole(i)))
        before = to[-1] if to else before
    return tuple(found)


def _how(i: int, to: tuple[int, ...], shared: dict[int, int], rest: _Rest) -> How:
    if not to:
        return How.GONE
    if i not in rest.old:
        return How.SAME
    if len(to) > 1:
        return How.SPLIT
    return How.JOINED if shared[to[0]] > 1 else How.CHANGED


def _share(old: Sequence[str], same: dict[int, int], rest: _Rest) -> float:
    lengths = [len(words(old[i])) if i in same else len(rest.old[i]) for i in range(len(old))]
    kept = sum(lengths[i] for i in same) + sum(
        rest.shared[i][j] for i, places in rest.places.items() for j in places
    )
    return kept / total if (total := sum(lengths)) else 1.0
