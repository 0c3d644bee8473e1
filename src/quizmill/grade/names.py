"""Which things a text names: an index over the bank's names and aliases."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from quizmill.bank.model import Name
from quizmill.grade.normalise import joined, tokens


class NameIndex:
    """Finds names by their words, however these are joined: "Mi Home" and "MiHome" are one."""

    def __init__(self, names: tuple[Name, ...]) -> None:
        self._by_words: dict[str, list[Name]] = {}
        self._with_word: dict[str, list[tuple[str, ...]]] = {}
        for name in names:
            spelt = {tokens(text) for text in (name.name, *name.aliases)}
            for spelling in {joined(words) for words in spelt}:
                self._by_words.setdefault(spelling, []).append(name)
            for words in spelt:
                for word in set(words):
                    self._with_word.setdefault(word, []).append(words)

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
