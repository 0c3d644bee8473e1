"""Which things a text names: an index over the bank's names and aliases."""

from __future__ import annotations

from functools import lru_cache

from quizmill.bank.model import Name
from quizmill.grade.normalise import joined, tokens


class NameIndex:
    """Finds names by their words, however these are joined: "Mi Home" and "MiHome" are one."""

    def __init__(self, names: tuple[Name, ...]) -> None:
        self._by_words: dict[str, list[Name]] = {}
        for name in names:
            for spelling in {joined(tokens(text)) for text in (name.name, *name.aliases)}:
                self._by_words.setdefault(spelling, []).append(name)

    def named(self, given: tuple[str, ...]) -> tuple[Name, ...]:
        """The things that exactly these words name; mostly one or none."""
        return tuple(self._by_words.get(joined(given), ()))

    def forms(self, accepted: str) -> tuple[str, ...]:
        """What else the thing that *accepted* names is called."""
        return tuple(
            text
            for name in self.named(tokens(accepted))
            for text in (name.name, *name.aliases)
            if text != accepted
        )


@lru_cache(maxsize=8)  # a bank's names are indexed once, not for every answer
def index(names: tuple[Name, ...]) -> NameIndex:
    """The index of *names*."""
    return NameIndex(names)
