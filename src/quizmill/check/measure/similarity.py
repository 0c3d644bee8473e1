"""Texts that share most of their words, found through an index of their rarest ones, never pair by pair."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence

_LONGEST_LIST = 50  # texts looked up for one word; what more share tells nothing apart


def alike(texts: Sequence[Collection[str]], least: float) -> Iterator[tuple[int, int, float]]:
    """Pairs of texts (first, later) whose words agree by at least *least* (Jaccard), and how far they do.

    Each text is given by its different words. Two such texts must share one of the rarest words of each
    (prefix filter: Chaudhuri, Ganti and Kaushik 2006), so only those are looked up.
    """
    different = [frozenset(text) for text in texts]
    often = Counter(word for words in different for word in words)
    seen: defaultdict[str, list[int]] = defaultdict(list)
    for later, words in enumerate(different):
        rarest = sorted(words, key=lambda word: (often[word], word))
        rarest = rarest[: len(words) - math.ceil(least * len(words)) + 1]
        candidates = {first for word in rarest for first in seen[word][-_LONGEST_LIST:]}
        for first in sorted(candidates):
            shared = jaccard(words, different[first])
            if shared >= least:
                yield first, later, shared
        for word in rarest:
            seen[word].append(later)


def rarity(texts: Sequence[Collection[str]]) -> dict[str, float]:
    """For each word how much it tells (inverse document frequency): 0 when it stands in every text."""
    often = Counter(word for text in texts for word in set(text))
    return {word: math.log(len(texts) / count) for word, count in often.items()}


def jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the words of either that are in both; 1 for the same."""
    both = len(one & other)
    either = len(one) + len(other) - both
    return both / either if either else 1.0
