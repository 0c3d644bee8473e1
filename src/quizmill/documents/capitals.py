"""Names in a text that writes them with capitals, told by how their words are written in all of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from quizmill.bank import values
from quizmill.bank.values import Moment

_WORD = re.compile(r"[^\W\d_]\w*(?:[.&’'\-‑][^\W_]\w*)*")
_JOINED = re.compile(r"(?: (?:of|of the|de|de la|del|du|des|von|van|van der|zu|da|di|&) | )")
_NUMBER = re.compile(r" \d{1,3}[A-Za-z]?(?![\w.,%’'-]*\w)")  # of a model: Mi 1, Windows 95
_POSSESSIVE = re.compile(r"[’']s$|[’']$")
_BEGINS = re.compile(r"(?:^|[.!?:;…|•*#>–—-]\s*)[\s\"'“”‘’«»„(\[*_¿¡]*$")
_NOUNS_TOO = ("de", "lb")  # languages that write every noun so
_MOST = 6  # words of a name
_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-ÞА-Я]")
_PRONOUNS = frozenset("I I'm I've I'd I'll I’m I’ve I’d I’ll".split())


class Run(NamedTuple):
    """Where a name stands in its text."""

    start: int
    end: int


class _Word(NamedTuple):
    text: str
    start: int
    end: int
    is_first: bool  # in its sentence


class Capitals:
    """What is a name in a document, by all its paragraphs."""

    def __init__(self, paragraphs: Iterable[str], language: str) -> None:
        self._nouns_too = language.split("-")[0].lower() in _NOUNS_TOO
        self._language = language
        self._inside: Counter[str] = Counter()  # written large within a sentence
        self._small: Counter[str] = Counter()
        self._joined: Counter[str] = Counter()  # in a run of several
        self._runs: dict[str, list[list[_Word]]] = {}  # by paragraph
        for text in paragraphs:
            words = list(_words(text))
            self._runs[text] = list(_runs(words, text))
            self._count(words, self._runs[text])

    def names(self, text: str) -> Iterator[Run]:
        """The names in one of the paragraphs, from left to right."""
        if _is_loud(text):
            return
        for run in self._runs[text]:
            words = run if self._is_name(run[0], several=len(run) > 1) else run[1:]
            if not words or (len(words) == 1 and not self._is_name(words[0], several=False)):
                continue
            yield Run(words[0].start, _with_number(text, words[-1].end))

    def _count(self, words: list[_Word], runs: list[list[_Word]]) -> None:
        for word in words:
            if not _is_large(word.text):
                self._small[word.text.lower()] += 1
            elif not word.is_first:
                self._inside[word.text] += 1
        for run in runs:
            inside = [word.text for word in run if not word.is_first]
            if len(inside) > 1:
                self._joined.update(inside)

    def _is_name(self, word: _Word, *, several: bool) -> bool:
        text = word.text
        if len(text) < 2 or isinstance(values.read_in(text, self._language), Moment):
            return False
        if any(map(str.isupper, text[1:])):  # EU, iPhone
            return True
        small = self._small[text.lower()]
        if word.is_first:
            seen = self._joined[text] if self._nouns_too else self._inside[text]
            return seen > small
        if several:
            return True
        return self._joined[text] > 0 if self._nouns_too else small <= self._inside[text]


def _words(text: str) -> Iterator[_Word]:
    behind = 0
    for match in _WORD.finditer(text):
        word = _POSSESSIVE.sub("", match[0])
        between = text[behind : match.start()]
        is_first = behind == 0 or (between != " " and bool(_BEGINS.search(between)))
        behind = match.end()
        yield _Word(word, match.start(), match.start() + len(word), is_first)


def _runs(words: list[_Word], text: str) -> Iterator[list[_Word]]:
    """The words written large that follow each other, a little word between them at most."""
    run: list[_Word] = []
    for word in words:
        if not _is_large(word.text):
            continue
        goes_on = run and not word.is_first and _JOINED.fullmatch(text[run[-1].end : word.start])
        if run and not (goes_on and len(run) < _MOST):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _with_number(text: str, end: int) -> int:
    number = _NUMBER.match(text, end)
    return number.end() if number else end


def _is_large(word: str) -> bool:
    if word in _PRONOUNS:
        return False
    return word[0].isupper() or (any(map(str.isupper, word[1:])) and len(word) > 2)


def _is_loud(text: str) -> bool:
    """Whether all of a text is in capitals, so that they tell nothing."""
    large = len(_CAPITALS.findall(text))
    return large > 12 and large > 0.6 * sum(map(str.isalpha, text))
