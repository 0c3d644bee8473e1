"""Names in a text that writes them with capitals, told by how their words are written in all of it."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from quizmill.bank import values
from quizmill.bank.values import Moment
from quizmill.documents.name_words import (
    DOTTED,
    ELISION,
    ORDINARY,
    has_of,
    is_man_of_a_people,
    is_of_a_people,
    joined,
)

_WORD = re.compile(rf"{DOTTED}|[^\W\d_]\w*(?:[.&’'\-‑][^\W_]\w*)*")
_WEAK = re.compile(r" (?:of(?: the)?|&) ")  # which join other words as well: Shares of Britain
_OPENS, _CLOSES = re.compile(r" [“„\"«]"), re.compile(r"[”“\"»] (?=[^\W\d_a-z])")  # around a nickname
_PARTICLE = re.compile(r" [a-z ]+ ")
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
        self._joins = joined(language)
        self._inside: Counter[str] = Counter()  # written large within a sentence
        self._small: Counter[str] = Counter()
        self._joined: Counter[str] = Counter()  # in a run of several
        self._runs: dict[str, list[list[_Word]]] = {}  # by paragraph
        for text in paragraphs:
            words = list(_words(text))
            self._runs[text] = list(self._runs_of(words, text))
            self._count(words, self._runs[text])

    def names(self, text: str) -> Iterator[Run]:
        """The names in one of the paragraphs, from left to right."""
        if _is_loud(text):
            return
        for run in self._runs[text]:
            words = _without_people(run if self._begins(run, text) else run[1:], text)
            if not words or (len(words) == 1 and not self._is_alone(words[0])):
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

    def _begins(self, run: list[_Word], text: str) -> bool:
        """Whether the first word of the run belongs to the name."""
        word = run[0]
        if len(run) == 1:
            return self._is_alone(word)
        if word.text.endswith("."):  # Dr. J. Lind
            return True
        if isinstance(values.read_in(word.text, self._language), Moment):
            return False
        if not word.is_first or self._is_known(word):
            return len(word.text) > 1
        common = word.text.lower() in ORDINARY or self._small[word.text.lower()]
        return not common and not _WEAK.fullmatch(text[word.end : run[1].start])

    def _is_alone(self, word: _Word) -> bool:
        """Whether the word is a name by itself."""
        text = word.text
        if len(text) < 2 or text.endswith(".") or is_of_a_people(text):
            return False
        if isinstance(values.read_in(text, self._language), Moment):
            return False
        if word.is_first and text.lower() in ORDINARY:
            return False
        if word.is_first or any(map(str.isupper, text[1:])):
            return self._is_known(word)
        return self._joined[text] > 0 if self._nouns_too else self._small[text.lower()] <= self._inside[text]

    def _is_known(self, word: _Word) -> bool:
        """Whether a word is written as only names are, here or elsewhere: EU, iPhone."""
        seen = self._joined if self._nouns_too else self._inside
        is_mixed = any(map(str.isupper, word.text[1:])) and not word.text.endswith(".")
        return is_mixed or seen[word.text] > self._small[word.text.lower()]

    def _runs_of(self, words: list[_Word], text: str) -> Iterator[list[_Word]]:
        """The words written large that follow each other, a little word between them at most."""
        run: list[_Word] = []
        for word in words:
            if not _is_large(word.text):
                continue
            between = text[run[-1].end : word.start] if run else ""
            goes_on = not word.is_first and self._joins.fullmatch(between) is not None
            if _WEAK.fullmatch(between) and _ends_before_of(run, between):
                goes_on = False  # Dr. J. Lind of the Company
            if run and _is_nickname(text, run[-1], word):
                goes_on = True
            if run and not (goes_on and len(run) < _MOST):
                yield run
                run = []
            run.append(word)
        if run:
            yield run


def _ends_before_of(run: list[_Word], between: str) -> bool:
    """Whether what follows a run with "of" or "&" between is another name."""
    is_of = between.startswith(" of")
    return _is_person(run) or (is_of and not has_of(" ".join(word.text for word in run)))


def _is_nickname(text: str, one: _Word, other: _Word) -> bool:
    """Whether one of two words is a nickname in quotation marks inside a name: Marshall “Major” Taylor."""
    between = text[one.end : other.start]
    if _OPENS.fullmatch(between):
        return _CLOSES.match(text, other.end) is not None
    is_quoted = _OPENS.fullmatch(text[max(one.start - 2, 0) : one.start]) is not None
    return is_quoted and len(between) == 2 and _CLOSES.match(text, one.end) is not None


def _without_people(run: list[_Word], text: str) -> list[_Word]:
    """The run without the word that says of which people the person named is: American Rynner van Neste."""
    if len(run) < 2 or not is_of_a_people(run[0].text):
        return run
    between = [text[one.end : other.start] for one, other in itertools.pairwise(run[1:])]
    has_particle = any(_PARTICLE.fullmatch(each) and not _WEAK.fullmatch(each) for each in between)
    is_before_one = is_man_of_a_people(run[0].text) or has_particle or _is_person(run[1:])
    return run[1:] if is_before_one else run


def _is_person(run: list[_Word]) -> bool:
    """Whether a run has a title or an initial in it; a saint may be of a place."""
    return any(word.text.endswith(".") and word.text != "St." for word in run)


def _words(text: str) -> Iterator[_Word]:
    behind, last = 0, ""
    for match in _WORD.finditer(text):
        start = match.start()
        if elided := ELISION.match(match[0]):
            start += elided.end()
        word = _POSSESSIVE.sub("", text[start : match.end()])
        if word.endswith(".") and _ends_a_sentence(word, last):
            word = word[:-1]
        between = text[behind : match.start()]
        is_first = behind == 0 or (between != " " and bool(_BEGINS.search(between)))
        is_first |= last.endswith(".") and word.lower() in ORDINARY
        behind, last = start + len(word), word
        yield _Word(word, start, behind, is_first)


def _ends_a_sentence(letter: str, before: str) -> bool:
    """Whether the point behind a letter is a sentence's: vitamin C. Lind knew."""
    return len(letter) == 2 and before.islower() and before not in ORDINARY


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
