"""Which things a text names: an index over the bank's names and aliases."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache

from quizmill.bank.model import Name
from quizmill.grade.normalise import joined, tokens


class NameIndex:
    """Finds names by their words, however these are joined: "Mi Home" and "MiHome" are one."""

    def __init__(self, names: tuple[Name, ...]) -> None:
        self._names = names
        self._by_words: dict[str, list[Name]] = {}
        for name in names:
            for spelling in {joined(tokens(text)) for text in (name.name, *name.aliases)}:
                self._by_words.setdefault(spelling, []).append(name)

    @cached_property
    def _with_word(self) -> dict[str, list[tuple[str, ...]]]:
        """The words of every name by each of them, in the order of the bank: marking has no need of it."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for name in self._names:
            for words in dict.fromkeys(tokens(text) for text in (name.name, *name.aliases)):
                for word in dict.fromkeys(words):
                    found.setdefault(word, []).append(words)
        return found

    def named(self, given: tuple[str, ...]) -> tuple[Name, ...]:
        """The things that exactly these words name; mostly one or none."""
        return tuple(self._by_words.get(joined(given), ()))

    def containing(self, given: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """The words of names that have these words among more, in this order and next to each other."""
        for words in self._with_word.get(given[0], ()) if given else ():
            runs = (words[start : start + len(given)] for start in range(len(words) - len(given) + 1))
            if len(words) > len(given) and given in runs and self.named(words) != self.named(given):
                yield words

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
