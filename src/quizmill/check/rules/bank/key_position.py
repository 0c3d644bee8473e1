"""The right option stands in one place much more often than in others.

Judged is the paper as posed, among multiple choices with equally many options: first those whose order is
not left to chance (`shuffle: false`, and options that are values, which ascend), then all as one seed places
them. Pearson's chi-squared test: p below 0.01; with 10 to 19 questions one place that holds more than 60%.
For all together only p < 0.001 counts, for chance makes uneven papers too. It is never an error, since no
question is wrong by it.

Why: writers hide the right answer in the middle, and guessers know it.

Source: Attali and Bar-Hillel 2003; the measures are our own.

Bad:
    answer: "2004"
    distractors: ["2003", "2005"]      # and so in every question that asks for a year

Good:
    answer: "2004"
    distractors: ["1998", "2000"]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from quizmill.bank.model import Bank
from quizmill.check.context import Context
from quizmill.check.finding import Finding
from quizmill.check.measure import significance
from quizmill.check.measure.testwise import CHOICE, Choice, choices
from quizmill.compose.exercise import letter
from quizmill.errors import Severity

ID = "key-position"
SEVERITY = Severity.WARNING
TRAITS = (CHOICE,)

_RARE, _VERY_RARE = 0.01, 0.001
_FEW, _ENOUGH = 10, 20  # questions
_MOST = 0.6  # of few questions in one place


def check_bank(bank: Bank, context: Context) -> Iterator[Finding]:
    """One finding for each number of options."""
    by_size: defaultdict[int, list[Choice]] = defaultdict(list)
    for choice in context.once(choices):
        if choice.single:
            by_size[len(choice.options)].append(choice)
    for size, members in sorted(by_size.items()):
        fixed = [choice for choice in members if choice.fixed]
        found = _uneven(fixed, size, _RARE, f"whose {size} options keep their order")
        yield from found or _uneven(members, size, _VERY_RARE, f"with {size} options, as posed")


def _uneven(members: list[Choice], size: int, rare: float, which: str) -> list[Finding]:
    if len(members) < _FEW or size < 2:
        return []
    counts = [0] * size
    for choice in members:
        counts[min(choice.right)] += 1
    chance_of_it = significance.uniform(counts)
    share = max(counts) / len(members)
    if len(members) < _ENOUGH:
        suspect, measure = share > _MOST and size > 2, f"{share:.0%}, more than {_MOST:.0%}"
    else:
        suspect, measure = chance_of_it < rare, f"p = {chance_of_it:.1g}, less than {rare}"
    if not suspect:
        return []
    told = ", ".join(f"{letter(i)} {count}" for i, count in enumerate(counts))
    return [
        Finding(
            message=f"of the {len(members)} multiple choices {which}, the key is at {told}: {measure}",
            help="let chance place the options; where values ascend, choose distractors on both sides "
            "of the key or all on one",
        )
    ]
