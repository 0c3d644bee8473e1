"""Several things in a sentence: `a, b and c`."""

from __future__ import annotations

from collections.abc import Sequence


def joined(parts: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part)


def some(items: Sequence[str], most: int = 6) -> str:
    """The first of them, and how many more there are: `a, b and 3 more`."""
    rest = len(items) - most
    return f"{', '.join(items[:most])} and {rest} more" if rest > 0 else joined(list(items))
