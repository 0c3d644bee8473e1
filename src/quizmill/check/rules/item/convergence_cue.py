"""The right option shares more with the others than any of them does.

Meant are distractors made from the key by changing one part: some option differs from it in one word with
meaning on each side and shares the rest, and no option shares more words with all the others than the key
does, where some share less. Figures and lists of labels are left out. Judges take exception to four in ten
items of this shape, so this is advice.

Why: distractors made by changing one part of the key at a time leave the key as what they have in common.

Source: NBME Item-Writing Guide 2020, chapter 3: avoid convergence strategies.

Bad:
    answer: arteries, high pressure
    distractors: ["arteries, low pressure", "veins, high pressure", "capillaries, low flow"]

Good:
    answer: arteries, high pressure
    distractors: ["arteries, low pressure", "veins, high pressure", "veins, low pressure"]
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from quizmill.check.finding import Finding
from quizmill.check.item import Item
from quizmill.check.language.kinds import NAMES, VALUES
from quizmill.check.language.tokens import words
from quizmill.check.rules.item.k_type import lists_labels
from quizmill.errors import Severity

ID = "convergence-cue"
SEVERITY = Severity.ADVICE

_FEWEST = 3  # options
_MOST_APART = 2  # words: one of the key for one of the other
_LITTLE = frozenset(
    "a an the of in on at to and or for by with from its their his her is are was were".split()
)
_DIGIT = re.compile(r"\d")


def check_item(item: Item) -> Iterator[Finding]:
    """One finding, at the key."""
    if not item.key or len(item.real) < _FEWEST or _is_left_out(item):
        return
    parts = [frozenset(w for w in words(option.text) if len(w) > 1) - _LITTLE for option in item.real]
    at = item.real.index(item.key)
    near = next((i for i, each in enumerate(parts) if i != at and _differ_by_one(parts[at], each)), None)
    if near is None:
        return
    shared = _shared(parts)
    others = max(count for i, count in enumerate(shared) if i != at)
    if shared[at] >= max(others, 2) and shared[at] > min(shared):
        message = (
            f'the key differs from "{item.real[near].text}" by one part, and no option shares more words '
            f"with the others: {shared[at]}, the next {others}"
        )
        help = "let each part recur as often, or ask for one part at a time"
        yield Finding(path=item.key.path, message=message, help=help)


def _is_left_out(item: Item) -> bool:
    """Whether the options are values, names, figures or labels, which share parts by their nature."""
    return (
        sum(kind in VALUES | NAMES for kind in item.kinds) > len(item.kinds) / 2
        or all(_DIGIT.search(option.text) for option in item.real)
        or all(lists_labels(option.text) for option in item.real)
    )


def _differ_by_one(key: frozenset[str], other: frozenset[str]) -> bool:
    return bool(key & other) and 0 < len(key ^ other) <= _MOST_APART


def _shared(parts: list[frozenset[str]]) -> list[int]:
    """How many words each has in common with all others together, what is in every one left out."""
    counts = Counter(word for each in parts for word in each)
    return [sum(counts[word] - 1 for word in each if counts[word] < len(parts)) for each in parts]
