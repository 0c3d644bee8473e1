"""The plural endings of English, roughly: only equality matters."""

from __future__ import annotations


def singular(folded: str) -> str:
    """A folded text without the plural endings of its words."""
    return " ".join(singular_word(word) for word in folded.split())


def singular_word(word: str) -> str:
    """A word without its plural ending."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us")) else word
