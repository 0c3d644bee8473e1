"""How much of the marks an answer in parts earns: a share from 0 to 1."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence


def picks(picked: Iterable[int], right: Iterable[int]) -> float:
    """(Right picks - wrong picks) / right answers, never below zero: picking everything earns nothing."""
    chosen, wanted = set(picked), set(right)
    return max(0.0, (len(chosen & wanted) - len(chosen - wanted)) / len(wanted)) if wanted else 0.0


def fraction(parts: Sequence[bool]) -> float:
    """The share of the parts that are right."""
    return sum(parts) / len(parts) if parts else 0.0


def run(ranks: Sequence[int]) -> int:
    """The length of the longest rising run, gaps allowed: how many items stand in order among themselves.

    By patience sorting, in O(n log n).
    """
    tops: list[int] = []
    for rank in ranks:
        at = bisect_left(tops, rank)
        tops[at : at + 1] = [rank]
    return len(tops)


def order(ranks: Sequence[int], steps: int) -> float:
    """(Longest rising run - 1) / (steps - 1): one step alone is always in order, and earns nothing."""
    return max(0, run(ranks) - 1) / (steps - 1) if steps > 1 else float(run(ranks) == steps)
