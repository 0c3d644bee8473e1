"""What somebody probably meant by a name that nobody bears."""

from __future__ import annotations

from collections.abc import Iterable


def closest(word: str, known: Iterable[str]) -> str | None:
    """The one of *known* that *word* was probably meant to be."""
    from rapidfuzz import process  # 20 ms that only a faulty bank needs

    best = process.extractOne(word, list(known), score_cutoff=60)
    return best[0] if best else None


def misspelt(word: str, known: Iterable[str]) -> list[str]:
    """Those of *known* that are *word* but for a slip or two, the nearest first; five at most."""
    from rapidfuzz import fuzz, process

    return [each[0] for each in process.extract(word, list(known), scorer=fuzz.ratio, score_cutoff=70)]


def nearest(word: str, known: Iterable[str]) -> str:
    """A help that names the closest of *known*, or all of them when none is close."""
    known = list(known)
    best = closest(word, known)
    if not known:
        return "leave it out: nothing else can stand here"
    return f'did you mean "{best}"?' if best else "it must be one of " + ", ".join(known)
