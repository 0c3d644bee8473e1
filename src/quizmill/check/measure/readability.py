"""How hard a text is to read: the Flesch-Kincaid grade, blind to the length of names."""

from __future__ import annotations

import re

import msgspec

from quizmill.check.language.tokens import sentences

_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^laeiouy]e|[^aeiouydt]ed|[^aeiouyszxcg]es)$")


class Reading(msgspec.Struct, frozen=True):
    """What was measured of a text."""

    words: int
    grade: float  # the school year that can read it (Kincaid, Fishburne, Rogers and Chissom 1975)


def reading(text: str) -> Reading:
    """The measures of a text without markup; a word that looks like a name's counts as one syllable."""
    parts = [found for part in sentences(text) if (found := _WORD.findall(part))]
    count = sum(map(len, parts))
    if not count:
        return Reading(0, 0.0)
    heard = sum(_of_name(word) or syllables(word) for part in parts for word in part)
    return Reading(count, 0.39 * count / len(parts) + 11.8 * heard / count - 15.59)


def _of_name(word: str) -> int:
    """1 for a name, a figure, or the first word of a sentence, which is rarely long; 0 for others."""
    return int(word[0].isupper() or word[0].isdigit() or not word.isascii())


def syllables(word: str) -> int:
    """Roughly: groups of vowels, without a silent ending."""
    found = len(_VOWELS.findall(word))
    return max(1, found - bool(_SILENT.search(word)))
