"""Words: how a text is cut into them, and which of them are names, titles or figures, free to anyone."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from quizmill.bank.fold import fold

# A figure with its separators; a character of a script without spaces; a word with its apostrophes.
_WORD = re.compile(
    r"\d+(?:[.,]\d+)*|[\u3040-\u30ff\u3400-\u9fff]|(?:(?![\u3040-\u30ff\u3400-\u9fff])[^\W_])+(?:'[^\W\d_]+)*"
)
_SENTENCE_END = re.compile(r"(?<=[.!?;])[\"')\]]*\s+|(?<=[。！？；])|\n+")
_FIGURE_WORDS = frozenset(
    "thousand million billion trillion percent dollar dollars yuan rmb usd cny us january february march "
    "april may june july august september october november december".split()
)


def words(text: str) -> tuple[str, ...]:
    """The words of a text, folded, without possessive endings."""
    return tuple(word.removesuffix("'s") for word in _WORD.findall(fold(text)))


def sentences(text: str) -> list[str]:
    """The text cut after full stops and at line breaks."""
    return [part for part in _SENTENCE_END.split(text) if part.strip()]


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
