"""How what happens on the way is made known: functions that are given a sentence, or called after a step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

Tell = Callable[[str], None]
Watch = Callable[[int, str], AbstractContextManager[Callable[[], None]]]  # of so many steps, and their name


def count(number: int, noun: str) -> str:
    """`1 question`, `2 questions`, `1,000 questions`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def silent(note: str) -> None:
    """For who does not want to know."""


@contextmanager
def unwatched(steps: int, name: str) -> Iterator[Callable[[], None]]:
    """For steps that nobody watches."""
    yield lambda: None
