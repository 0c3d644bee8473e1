"""Numbers in a sentence: `paragraphs 5, 7 and 9 to 12`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def listed(noun: str, numbers: Iterable[int]) -> str:
    """Ascending *numbers* after their noun; three and more in a row as a span."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    parts = [part for first, last in spans for part in _span(first, last)]
    several = len(parts) > 1 or " to " in parts[0]
    return f"{noun}{'s' if several else ''} {joined(parts)}"


def joined(parts: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part)


def some(items: Sequence[str], most: int = 6) -> str:
    """The first of them, and how many more there are: `a, b and 3 more`."""
    rest = len(items) - most
    return f"{', '.join(items[:most])} and {rest} more" if rest > 0 else joined(list(items))


def _span(first: int, last: int) -> list[str]:
    if last - first < 2:
        return [str(number) for number in range(first, last + 1)]
    return [f"{first} to {last}"]
