"""Typographic quotation marks, which to YAML are letters like others: what closes what."""

from __future__ import annotations

from quizmill.pattern import pattern

CLOSING = {"“": "”", "„": "“”", "«": "»", "‹": "›", "「": "」", "『": "』"}
# Marks that are apostrophes as well, or that open in one language what they close in another.
AMBIGUOUS = {"‘": "’", "‚": "‘’", "”": "”", "»": "«", "›": "‹"}
_APOSTROPHE = pattern(r"(?<=\w)’(?=\w)")
_PAIRS = {**CLOSING, **AMBIGUOUS}
_MARKS = frozenset("".join((*_PAIRS, *_PAIRS.values())))


def may_be_in(text: str) -> bool:
    """Whether a mark that can begin a quotation stands in the text."""
    return any(mark in text for mark in _PAIRS)  # quicker than a pattern


def inside(text: str) -> str:
    """What stands in the marks when the whole text is one quotation; else ""."""
    within = text[1:-1]
    if text[:1] in _PAIRS and text[-1] in _PAIRS[text[0]] and not _MARKS & {*_APOSTROPHE.sub("", within)}:
        return within.strip()
    return ""
