"""The right answer stays in the same place for too long, or changes too regularly.

Judged are, in the bank's order, multiple choices with one number of options whose order is not left to
chance, and true/false questions: the longest run of one place, and how often one has the place of the one
before (Wald and Wolfowitz). What chance places cannot be mended by an author and is not judged.

Why: people avoid repeats when they invent chance; who notices a run, or its absence, need not know the
answer.

Source: Bar-Hillel and Attali 2001; the measures are our own.

Bad:
    answer: true      # and so in nine statements one after the other

Good:
    answer: true      # and the next as a coin falls
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from quizmill.bank.model import Bank, TrueFalse
from quizmill.check.context import Context
from quizmill.check.finding import Finding
from quizmill.check.measure import significance
from quizmill.check.measure.testwise import CHOICE, choices
from quizmill.errors import Severity

ID = "key-runs"
SEVERITY = Severity.ADVICE
TRAITS = (CHOICE,)

_RARE = 0.01
_FEWEST = 10  # questions


def check_bank(bank: Bank, context: Context) -> Iterator[Finding]:
    """One finding for each kind of question and number of options."""
    truths = [int(question.answer) for _, question in bank.questions() if isinstance(question, TrueFalse)]
    yield from _regular(truths, 2, "true/false questions")
    by_size: defaultdict[int, list[int]] = defaultdict(list)
    for choice in context.once(choices):
        if choice.single and choice.fixed:
            by_size[len(choice.options)].append(min(choice.right))
    for size, places in sorted(by_size.items()):
        yield from _regular(places, size, f"multiple choices whose {size} options keep their order")


def _regular(places: Sequence[int], size: int, which: str) -> Iterator[Finding]:
    count = len(places)
    if count < _FEWEST or size < 2:
        return
    longest = max(len(list(run)) for _, run in groupby(places))
    limit = 2 + math.log(count, size) + 2
    if longest > limit:
        message = (
            f"the answer is the same in {longest} of the {count} {which} in a row, more than {limit:.1f}"
        )
        yield Finding(message=message, help="put other questions between them, or turn some round")
        return
    yield from _repeats(places, which)


def _repeats(places: Sequence[int], which: str) -> Iterator[Finding]:
    """Too few or too many that repeat the place before, given how often each place is used."""
    count, pairs = len(places), len(places) - 1
    same = sum(one == other for one, other in pairwise(places))
    often = sum((places.count(place) / count) ** 2 for place in set(places))
    if not 0 < often < 1:
        return
    many, few = (
        significance.at_least({often: pairs}, same),
        significance.at_least({1 - often: pairs}, pairs - same),
    )
    if min(many, few) < _RARE:
        told = "more often" if many < few else "more seldom"
        message = (
            f"the answer repeats the one before in {same} of {pairs} {which}, {told} than chance would "
            f"({often * pairs:.0f}; p = {min(many, few):.1g}, less than {_RARE})"
        )
        yield Finding(message=message, help="change the order of the questions, or turn some round")
