"""Numbers of paragraphs as an author writes them: one by one, or from one to another."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

RANGE = r"(\d{1,6}) ?(?:-|–|to) ?(\d{1,6})"  # 9-20, or 9 to 20, as the checker says it
_MOST = 10_000  # paragraphs in one range; no document has as many that state nothing


def spread(written: str) -> list[str] | None:
    """The numbers of a range, each as text; None for what is none."""
    found = re.fullmatch(RANGE, written)
    if not found:
        return None
    first, last = int(found[1]), int(found[2])
    return [str(n) for n in range(first, last + 1)] if 0 <= last - first < _MOST else None


def gathered(numbers: Iterable[int]) -> list[int | str]:
    """Numbers in their order, three or more that follow each other as a range."""
    found: list[int | str] = []
    for _, run in itertools.groupby(enumerate(numbers), key=lambda each: each[1] - each[0]):
        own = [number for _, number in run]
        found += [f"{own[0]}-{own[-1]}"] if 2 < len(own) <= _MOST else own
    return found
