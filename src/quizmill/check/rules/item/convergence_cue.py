"""The right option shares more with the others than any of them does.

Options are cut at commas, semicolons, `and` and `in`, else into words; what is in all of them is left out. A
warning is given when all options are tuples and the key is, part by part, the most frequent.

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

from quizmill.bank.fold import fold
from quizmill.check.finding import Finding
from quizmill.check.item import Item
from quizmill.check.language.kinds import Kind
from quizmill.check.language.tokens import content
from quizmill.errors import Severity

ID = "convergence-cue"
SEVERITY = Severity.ADVICE

_FEWEST = 3  # options
_LEAST_LEAD = 0.15  # of the key's score over the next
_MOST_WORDS = 6  # of an option that is cut into words; sentences share words by chance
_CUT = re.compile(r"\s*[,;/]\s*|\s+(?:and|in|with)\s+")


def check_item(item: Item) -> Iterator[Finding]:
    """One finding, at the key."""
    if not item.key or len(item.real) < _FEWEST:
        return
    tuples = [tuple(part for part in _CUT.split(fold(option.text)) if part) for option in item.real]
    in_parts = all(len(parts) > 1 for parts in tuples)
    elements = [set(parts) for parts in tuples] if in_parts else [set(content(o.text)) for o in item.real]
    if not in_parts and (Kind.SENTENCE in item.kinds or max(map(len, elements)) > _MOST_WORDS):
        return
    at = item.real.index(item.key)
    scores, recurring = _scores(elements, at)
    best = max(score for i, score in enumerate(scores) if i != at)
    if recurring and scores[at] - best > _LEAST_LEAD:
        message = (
            f"the parts of the key recur {scores[at]:.2f} times on average in other options, "
            f"of the next at most {best:.2f}: {scores[at] - best:.2f} more than {_LEAST_LEAD}"
        )
        help = "let each part recur as often, or ask for one part at a time"
        certain = in_parts and _is_mode(tuples, at)
        severity = Severity.WARNING if certain else None
        yield Finding(path=item.key.path, message=message, help=help, severity=severity)


def _scores(elements: list[set[str]], at: int) -> tuple[list[float], int]:
    """How often the elements of each option recur, on average; and how many of the key's do."""
    counts = Counter(element for each in elements for element in each)
    odd = [{element for element in each if counts[element] < len(elements)} for each in elements]
    scores = [sum(counts[e] - 1 for e in each) / len(each) if each else 0.0 for each in odd]
    return scores, sum(counts[element] > 1 for element in odd[at])


def _is_mode(tuples: list[tuple[str, ...]], at: int) -> bool:
    """Whether the tuples are of one length and the key has the single most frequent part of each column."""
    if len({len(parts) for parts in tuples}) != 1:
        return False
    for column, own in zip(zip(*tuples, strict=True), tuples[at], strict=True):
        (first, most), *rest = Counter(column).most_common(2)
        if first != own or (rest and rest[0][1] == most):
            return False
    return True
