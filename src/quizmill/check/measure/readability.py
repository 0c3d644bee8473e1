"""How hard a text is to read: the Flesch-Kincaid grade, with names made light."""

from __future__ import annotations

import re
from collections.abc import Collection

from quizmill.check.language.words import sentences, words

_VOWELS = re.compile(r"[aeiouy]+")


def grade(text: str, light: Collection[str] = ()) -> float:
    """The school grade (Kincaid et al. 1975); *light* words, such as those of names, count one syllable."""
    parts = [found for sentence in sentences(text) if (found := words(sentence))]
    count = sum(map(len, parts))
    if not count:
        return 0.0
    heard = sum(
        1 if word in light or not word.isalpha() else syllables(word) for part in parts for word in part
    )
    return 0.39 * count / len(parts) + 11.8 * heard / count - 15.59


def syllables(word: str) -> int:
    """Roughly: groups of vowels, without a silent e at the end."""
    bare = word[:-1] if word.endswith("e") and not word.endswith("le") else word
    bare = bare[:-2] + "d" if bare.endswith("ed") and not bare.endswith(("ted", "ded")) else bare
    return max(1, len(_VOWELS.findall(bare)))
