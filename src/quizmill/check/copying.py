"""Does a text of ours copy a sentence of a document? Found over an index of the documents' word sequences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice

import msgspec
from rapidfuzz.distance import LCSseq

from quizmill.check.language.tokens import carries_meaning, sentences, words

RUN = 9  # words in a row that may not be those of a document
SENTENCE = 8  # words from which a sentence of ours is compared as a whole
SHARE = 0.8  # of its sequences of five words
CHANGED = 10  # one word in so many may differ, and one in any case
OWN = 3  # words taken that say something and are no name, title or figure; with fewer nothing of theirs was
_ANCHOR = 4  # words: a sentence of eight with one word changed still has four in a row
_SEQUENCE = 5  # words
_MOST_PLACES = 40  # of one anchor; a refrain need not be followed further

_FIGURE_WORDS = frozenset(
    "thousand million billion trillion percent dollar dollars yuan rmb usd cny us january february march "
    "april may june july august september october november december".split()
)

Words = tuple[str, ...]


class Passage(msgspec.Struct, frozen=True):
    """Where a copied text stands."""

    source: str  # id
    paragraph: int


class Copy(msgspec.Struct, frozen=True):
    """Words of ours that are theirs."""

    passage: Passage
    words: Words
    changed: int = 0  # words of the sentence that are ours after all


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
        """For each word, whether it says something and is part of no such phrase, figure or date."""
        found = [carries_meaning(word) and not (word[0].isdigit() or word in _FIGURE_WORDS) for word in text]
        for start, word in enumerate(text):
            for phrase in self.phrases.get(word, ()):
                if text[start : start + len(phrase)] == phrase:
                    found[start : start + len(phrase)] = [False] * len(phrase)
                    break
        return found


class Originals:
    """All paragraphs of some documents, ready to be asked whether a text copies them."""

    def __init__(self, paragraphs: Iterator[tuple[Passage, str]], free: FreeWords) -> None:
        self.free = free
        self.paragraphs: list[tuple[Passage, Words]] = [
            (passage, words(text)) for passage, text in paragraphs
        ]
        self.anchors: dict[Words, list[tuple[int, int]]] = {}
        self.sequences: set[Words] = set()
        for at, (_, text) in enumerate(self.paragraphs):
            self.sequences.update(_runs_of(text, _SEQUENCE))
            for start, run in enumerate(_runs_of(text, _ANCHOR)):
                places = self.anchors.setdefault(run, [])
                if len(places) < _MOST_PLACES:
                    places.append((at, start))

    def copied_in(self, text: str) -> Copy | None:
        """The longest run of a document's words in *text*, else a sentence that is nearly one of theirs."""
        parts = [part for part in map(words, sentences(text)) if part]
        whole: Words = tuple(chain.from_iterable(parts))
        if len(whole) < SENTENCE or not self._places(whole):
            return None
        return self._longest_run(whole) or next(filter(None, map(self._near_copy, parts)), None)

    def _places(self, text: Words) -> list[tuple[int, int, int]]:
        """Where four words in a row are theirs: start in *text*, paragraph, start in it."""
        return [
            (start, at, there)
            for start, run in enumerate(_runs_of(text, _ANCHOR))
            if run in self.anchors
            for at, there in self.anchors[run]
        ]

    def _longest_run(self, text: Words) -> Copy | None:
        own = self.free.own(text)
        best: Copy | None = None
        for start, at, there in self._places(text):
            passage, theirs = self.paragraphs[at]
            if start and there and text[start - 1] == theirs[there - 1]:
                continue  # the middle of a run already measured
            length = _common(text, start, theirs, there)
            if (
                length >= RUN
                and sum(own[start : start + length]) >= OWN
                and length > len(best.words if best else ())
            ):
                best = Copy(passage, text[start : start + length])
        return best

    def _near_copy(self, sentence: Words) -> Copy | None:
        own = sum(self.free.own(sentence))
        if len(sentence) < SENTENCE or own < OWN:
            return None
        places = self._places(sentence)
        runs = list(_runs_of(sentence, _SEQUENCE))
        if places and sum(run in self.sequences for run in runs) >= SHARE * len(runs):
            return Copy(self.paragraphs[places[0][1]][0], sentence)
        for start, at, there in places:
            changed = self._changed(sentence, start, at, there)
            if changed is not None and own - changed >= OWN:
                return Copy(self.paragraphs[at][0], sentence, changed)
        return None

    def _changed(self, sentence: Words, start: int, at: int, there: int) -> int | None:
        """How many words differ when the two are laid side by side from an anchor; None if too many."""
        slack = max(1, len(sentence) // CHANGED)
        theirs = self.paragraphs[at][1]
        window = theirs[max(0, there - start - slack) : there - start + len(sentence) + slack]
        changed = len(sentence) - LCSseq.similarity(sentence, window)
        return changed if changed <= slack else None


def _runs_of(text: Words, length: int) -> Iterator[Words]:
    return zip(*(islice(text, start, None) for start in range(length)), strict=False)


def _common(ours: Words, start: int, theirs: Words, there: int) -> int:
    """How many words in a row are the same from these two places on."""
    length = 0
    while (
        start + length < len(ours)
        and there + length < len(theirs)
        and ours[start + length] == theirs[there + length]
    ):
        length += 1
    return length
