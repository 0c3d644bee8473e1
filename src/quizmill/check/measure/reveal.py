"""Whether a text that is read before answering gives the answer away."""

from __future__ import annotations

import re
from functools import cached_property

import msgspec

from quizmill.bank.fold import fold
from quizmill.check.language.tokens import content, stem, words
from quizmill.grade.normalise import tokens

_SHORTEST = 4  # characters of a lone word: shorter ones stand anywhere
_LEAST_DIGITS = 3  # of a bare number
_LEAST_INITIALS = 3
_ACRONYM = re.compile(r"\b[A-Z]{2,}[a-z]?\b")
_FALLS_AWAY = re.compile(r"['\".]|,\d")
_WRITTEN_OUT = ("and", "to")  # may stand for a sign: &, or a dash between figures
_LITTLE = frozenset("a an and at by de for from in of on the to with".split())


class Visible(msgspec.Struct, frozen=True, dict=True):
    """A text without markup, and what is looked up in it."""

    text: str

    @cached_property
    def words(self) -> str:
        """Folded, with a space at either end."""
        return f" {' '.join(tokens(self.text))} "

    @cached_property
    def letters(self) -> str | None:
        """Folded, where no sign falls away inside a word: then every word of letters is a part of it."""
        folded = fold(self.text).rstrip(".")
        return None if _FALLS_AWAY.search(folded) else folded

    @cached_property
    def stems(self) -> frozenset[str]:
        """Of the words that carry meaning."""
        return content(self.text)


def reveals(form: str, visible: Visible, *, named: bool = False) -> str | None:
    """How *visible* shows the answer *form*; None when it does not.

    *named* says that the form is a name: a short one counts too, and it has no stem.
    """
    spelt = tokens(form)
    if not spelt or not visible.words.strip():
        return None
    if stands_in(form, visible, named=named):
        return f'"{form}"'
    if initials := _initials(form, visible):
        return f'its initials are "{initials}"'
    if len(spelt) == 1 and len(spelt[0]) >= _SHORTEST and spelt[0].isalpha() and not named:
        shared = min(content(form) & visible.stems, default="")
        if shared and (word := _word(shared, visible)) != spelt[0]:
            return f'"{word}"'
    return None


def stands_in(form: str, visible: Visible, *, named: bool = False) -> bool:
    """Whether *visible* shows the answer *form* itself, in words that are no coincidence."""
    spelt = tokens(form)
    if visible.letters is not None and any(
        word not in visible.letters for word in spelt if word.isalpha() and word not in _WRITTEN_OUT
    ):
        return False  # as most often, found without cutting the text into words
    return f" {' '.join(spelt)} " in visible.words and bool(spelt) and (_is_telling(form, spelt) or named)


def _is_telling(form: str, spelt: tuple[str, ...]) -> bool:
    """Whether the words are no coincidence: several of them, or a long word, number or acronym."""
    if len(spelt) > 1:
        return sum(map(len, spelt)) >= _SHORTEST
    if spelt[0].replace(".", "").isdigit():
        return len(spelt[0]) >= _LEAST_DIGITS
    return len(spelt[0]) >= _SHORTEST or bool(_ACRONYM.fullmatch(form))


def _initials(form: str, visible: Visible) -> str:
    """The acronym in *visible* that the words of *form* begin with."""
    parts = [word for word in re.findall(r"[^\W\d_]+", fold(form)) if word not in _LITTLE]
    initials = "".join(word[0] for word in parts)
    if len(initials) < _LEAST_INITIALS:
        return ""
    return next((found for found in _ACRONYM.findall(visible.text) if fold(found) == initials), "")


def _word(shared: str, visible: Visible) -> str:
    found = (word for word in words(visible.text) if stem(word) == shared)
    return next(found, shared)
