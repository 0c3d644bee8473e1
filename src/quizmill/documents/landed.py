"""Which words of some texts are words of others.

Runs of words that both have once are found, wherever they stand, and followed to both sides. The time is that
of reading the texts, however they were rearranged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence

import msgspec

from quizmill.pattern import pattern

Words = tuple[str, ...]

_CJK = pattern("([\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])")  # in scripts without spaces each sign is a word
_AROUND = ".,;:!?\"'()[]{}*_#>|•·…"  # what may stand around a word; a minus or $ before a figure is of it
_RUNS = (4, 2)  # words of a run that is looked for: long ones first, so that short ones find less to mistake


class Landed(msgspec.Struct, frozen=True):
    """How many words each old text shares with each new one, both by index."""

    shared: Counter[tuple[int, int]]

    def by_old(self) -> dict[int, dict[int, int]]:
        """For each old text, the new ones in which words of it are."""
        found: dict[int, dict[int, int]] = {}
        for (old, new), count in sorted(self.shared.items()):
            found.setdefault(old, {})[new] = count
        return found


def words(folded: str) -> Words:
    """The words and figures of a folded text."""
    bare = (word.strip(_AROUND) for word in _CJK.sub(r" \1 ", folded).split())
    return tuple(word for word in bare if word.strip("-"))


def landed(old: Sequence[Words], new: Sequence[Words]) -> Landed:
    """Where the words of the *old* texts are in the *new* ones; no word is in two places."""
    before, after = _run_on(old), _run_on(new)
    pairs: dict[int, int] = {}
    for length in _RUNS:
        pairs |= _of_runs(before.words, after.words, length, pairs)
        pairs = followed(before.words, after.words, pairs)
    return Landed(Counter((before.text[i], after.text[j]) for i, j in pairs.items()))


def followed(old: Sequence[Hashable], new: Sequence[Hashable], pairs: dict[int, int]) -> dict[int, int]:
    """*pairs* of indices, with those of equal neighbours, and of theirs."""
    found, taken = dict(pairs), set(pairs.values())
    for step in (1, -1):
        for i, j in sorted(found.items(), reverse=step < 0):
            i, j = i + step, j + step
            while 0 <= i < len(old) and 0 <= j < len(new) and old[i] == new[j]:
                if i in found or j in taken:
                    break
                found[i] = j
                taken.add(j)
                i, j = i + step, j + step
    return found


def once(items: Sequence[Hashable]) -> dict[Hashable, int]:
    """The items that are there once, and where."""
    counts = Counter(items)
    return {item: at for at, item in enumerate(items) if counts[item] == 1}


class _RunOn(msgspec.Struct):
    """Texts as one: their words, and the text that each word is of."""

    words: list[str]
    text: list[int]


def _run_on(texts: Sequence[Words]) -> _RunOn:
    return _RunOn(
        [word for text in texts for word in text], [at for at, text in enumerate(texts) for _ in text]
    )


def _of_runs(old: list[str], new: list[str], length: int, pairs: dict[int, int]) -> dict[int, int]:
    """The words of runs that both have once among what is in no pair yet."""
    theirs = once(_runs(new, length, set(pairs.values())))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for run, i in once(_runs(old, length, set(pairs))).items():
        j = theirs.get(run)
        if run is not None and j is not None:
            for step in range(length):
                if i + step not in found and j + step not in taken:
                    found[i + step] = j + step
                    taken.add(j + step)
    return found


def _runs(words: list[str], length: int, known: set[int]) -> list[Words | None]:
    """The run of words that begins at each; None where one of them is known."""
    runs: list[Words | None] = [tuple(words[at : at + length]) for at in range(len(words) - length + 1)]
    for at in known:
        for start in range(max(0, at - length + 1), min(at + 1, len(runs))):
            runs[start] = None
    return runs
