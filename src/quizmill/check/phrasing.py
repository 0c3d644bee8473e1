"""Numbers and names in a sentence: `paragraphs 5, 7, 9-12`, which can be pasted where numbers are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quizmill.bank.ranges import gathered


def listed(noun: str, numbers: Iterable[int]) -> str:
    """Ascending *numbers* after their noun, as seeds have them: three and more in a row as a range."""
    parts = [str(each) for each in gathered(numbers)]
    several = len(parts) > 1 or "-" in parts[0]
    return f"{noun}{'s' if several else ''} {', '.join(parts)}"


def joined(parts: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part)


def some(items: Sequence[str], most: int = 6) -> str:
    """The first of them, and how many more there are: `a, b and 3 more`."""
    rest = len(items) - most
    return f"{', '.join(items[:most])} and {rest} more" if rest > 0 else joined(list(items))
