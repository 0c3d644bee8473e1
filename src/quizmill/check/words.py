"""Which words of a text are names, titles or figures, free to anyone."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from quizmill.check.language.words import words

_FIGURE_WORDS = frozenset(
    "thousand million billion trillion percent dollar dollars yuan rmb usd cny us january february march "
    "april may june july august september october november december".split()
)


class FreeWords(msgspec.Struct, frozen=True):
    """Phrases that anyone may repeat, by their first word, longest first."""

    phrases: dict[str, tuple[tuple[str, ...], ...]]

    @classmethod
    def of(cls, phrases: Iterable[str]) -> FreeWords:
        """The words of *phrases*: titles and names."""
        by_first: dict[str, set[tuple[str, ...]]] = {}
        for phrase in map(words, phrases):
            if phrase:
                by_first.setdefault(phrase[0], set()).add(phrase)
        return cls({first: tuple(sorted(found, key=len, reverse=True)) for first, found in by_first.items()})

    def own(self, text: tuple[str, ...]) -> list[bool]:
        """For each word, whether it is neither part of such a phrase nor of a figure or date."""
        found = [not (word[0].isdigit() or word in _FIGURE_WORDS) for word in text]
        for start, word in enumerate(text):
            for phrase in self.phrases.get(word, ()):
                if text[start : start + len(phrase)] == phrase:
                    found[start : start + len(phrase)] = [False] * len(phrase)
                    break
        return found
