"""What of a paragraph can prove a fact: its figures, dates and names, as they are written there.

Nothing longer is taken: a document's sentences stay where they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from quizmill.bank.document import stands_in
from quizmill.bank.fold import fold
from quizmill.bank.model import Name
from quizmill.documents.capitals import Capitals
from quizmill.documents.figures import figures
from quizmill.documents.name_words import ORDINARY, tells_nothing

Sort = Literal["date", "number", "name", "word"]

_MOST = 5  # terms of a paragraph: the rarest in the document
_LONGEST = 60  # characters of a term
_TELLING = re.compile(r"[^\W\d_]{6,}")
_PLAIN = re.compile(r"(?<![\w'’-])[^\W\d_A-ZÀ-ÖØ-ÞА-Я][^\W\d_]{4,}(?![\w'’-])")
_FEWEST = 2  # terms of a paragraph; rare words stand in for figures and names
_LATIN_AMONG_SIGNS = re.compile(r"[A-Za-z][A-Za-z0-9.+-]+(?: [A-Z0-9][A-Za-z0-9.+-]*)*")
_TITLE = re.compile(r"[《〈]([^》〉]{1,20})[》〉]")
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


class Term(msgspec.Struct, frozen=True):
    """A stretch of a paragraph, and what it seems to be; *name* is what names.yaml calls it."""

    text: str
    start: int
    sort: Sort
    name: str = ""


class Terms:
    """The terms of a document's paragraphs; which of many is telling hangs on all of them."""

    def __init__(self, paragraphs: Sequence[str], names: Sequence[Name], language: str) -> None:
        self._language = language
        self._known = [(fold(form), name.name) for name in names for form in (name.name, *name.aliases)]
        self._capitals = Capitals(paragraphs, language)
        self._found = [self._all(text) for text in paragraphs]
        self._often = Counter(folded for found in self._found for folded in {fold(t.text) for t in found})
        self._words = Counter(
            word for text in paragraphs for word in {*_TELLING.findall(text), *_PLAIN.findall(text)}
        )
        self._paragraphs = paragraphs

    def of(self, at: int) -> tuple[Term, ...]:
        """The telling terms of the paragraph at that index, from left to right."""
        found = self._found[at]
        ranked = sorted(found, key=lambda term: (self._often[fold(term.text)], term.start))
        chosen: list[Term] = []
        for term in ranked:
            folded = fold(term.text)
            if len(chosen) < _MOST and not any(folded in fold(other.text) for other in chosen):
                chosen = [other for other in chosen if fold(other.text) not in folded]
                chosen.append(term)
        if len(chosen) < _FEWEST:
            chosen += self._telling_words(self._paragraphs[at])[: _FEWEST - len(chosen)]
        return tuple(sorted(chosen, key=lambda term: term.start))

    def words(self, at: int) -> tuple[str, ...]:
        """Two plain words that say most of what the paragraph at that index is about, in its order."""
        text = self._paragraphs[at]
        if _HAN.search(text):
            return ()
        figures = [range(term.start, term.start + len(term.text)) for term in self._found[at]]
        words = {
            match[0]: match.start()
            for match in reversed(list(_PLAIN.finditer(text)))
            if match[0] not in ORDINARY and not any(match.start() in span for span in figures)
        }
        ranked = sorted(words, key=lambda word: (self._words[word], -len(word), -words[word]))
        return tuple(sorted(ranked[:2], key=words.__getitem__))

    def new_names(self) -> tuple[str, ...]:
        """Names that names.yaml does not have, the most frequent first.

        One of several words is sure enough where it stands once; a single word stands in two paragraphs.
        """
        first: dict[str, str] = {}
        for found in self._found:
            for term in found:
                if term.sort == "name" and not term.name:
                    first.setdefault(fold(term.text), term.text)
        often = sorted(first, key=lambda folded: -self._often[folded])
        return tuple(first[folded] for folded in often if " " in folded or self._often[folded] > 1)

    def _all(self, text: str) -> list[Term]:
        """Every term of a paragraph, the names that are known before those that look like some."""
        folded = fold(text)
        found = [
            Term(text[each.start : each.end], each.start, "date" if each.is_date else "number")
            for each in figures(text, self._language)
        ]
        found += self._known_in(text, folded)
        taken = [range(term.start, term.start + len(term.text)) for term in found]
        for start, end in self._names(text):
            if not any(start in span or end - 1 in span for span in taken):
                found.append(Term(text[start:end], start, "name"))
        return [t for t in found if len(t.text) <= _LONGEST and stands_in(fold(t.text), folded)]

    def _known_in(self, text: str, folded: str) -> Iterator[Term]:
        """The longest form of each name that stands there."""
        seen: set[str] = set()
        for form, name in sorted(self._known, key=lambda known: -len(known[0])):
            if name not in seen and form in folded and stands_in(form, folded):
                seen.add(name)
                start = text.lower().find(form)
                written = text[start : start + len(form)] if start >= 0 else form
                yield Term(written, max(start, 0), "name", name)

    def _names(self, text: str) -> Iterator[tuple[int, int]]:
        if _HAN.search(text):
            yield from (match.span(1) for match in _TITLE.finditer(text))
            yield from (match.span() for match in _LATIN_AMONG_SIGNS.finditer(text))
        else:
            yield from self._capitals.names(text)

    def _telling_words(self, text: str) -> list[Term]:
        """The words of a paragraph that are written small, the rarest first."""
        if _HAN.search(text):
            return []  # where no space parts words
        words = {match[0]: match.start() for match in reversed(list(_TELLING.finditer(text)))}
        ranked = sorted(words, key=lambda word: (self._words[word], -len(word), words[word]))
        return [
            Term(word, words[word], "word")
            for word in ranked
            if not word[0].isupper() and not tells_nothing(word, self._language)
        ]
