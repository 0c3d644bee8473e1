"""Two steps of an ordering have the same date in the facts, or the dates of the facts put them the other way.

A step has the date of the fact that says what it says: two thirds of the step's words stand in one fact
with a date for its value, and in no other as many.

Why: an order that the documents do not settle cannot be known.

Source: our own.

Bad:
    sequence: [The tunnel was begun, The bridge was begun]     # facts: both in 1988

Good:
    sequence: [The tunnel was begun, The tunnel was opened]    # facts: 1988 and 1994
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from quizmill.bank import values
from quizmill.bank.markup import plain
from quizmill.bank.model import Fact, Ordering, Question
from quizmill.bank.values import Moment
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.language.lead import prompt
from quizmill.check.language.tokens import content
from quizmill.errors import Severity

ID = "order-tie"
SEVERITY = Severity.WARNING

_SHARE = 2 / 3
_LATEST_FIRST = re.compile(r"\b(?:latest|newest|youngest|last|recent|backwards?|reverse)\b", re.IGNORECASE)

Dated = tuple[int, str, str, Moment]  # place, text, reference of the fact, date


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """One finding for the first two steps of one date, and one for the first out of order."""
    if not isinstance(question, Ordering):
        return
    facts = _dated_facts(question, grounds)
    if len(facts) < 2:
        return
    steps = [step for i, text in enumerate(question.sequence) if (step := _dated(i, plain(text), facts))]
    for (_, first, one, date), (i, second, other, same) in combinations(steps, 2):
        if date == same:
            message = f'"{first}" and "{second}" have the same date in "{one}" and "{other}"'
            yield Finding(path=("sequence", i), message=message, help="leave one of them out")
            break
    if not _descends(steps, prompt(question)):
        for (_, first, one, earlier), (i, second, other, later) in pairwise(steps):
            if _comparable(earlier, later) and later < earlier:
                message = f'"{second}" is earlier by "{other}" than "{first}" by "{one}"'
                yield Finding(
                    path=("sequence", i), message=message, help="put the steps in the order of the facts"
                )
                break


def _dated_facts(question: Question, grounds: Grounds) -> list[tuple[str, Fact, Moment]]:
    return [
        (reference, fact, date)
        for reference, (_, fact) in grounds.evidence(question).items()
        if isinstance(date := values.read(fact.value) if fact.value else None, Moment) and date.year
    ]


def _dated(at: int, text: str, facts: list[tuple[str, Fact, Moment]]) -> Dated | None:
    said = content(text)
    shares = sorted(
        ((len(said & content(fact.says)) / max(1, len(said)), -i) for i, (_, fact, _) in enumerate(facts)),
        reverse=True,
    )
    best = shares[0][0]
    dates = {facts[-i][2] for share, i in shares if share == best}
    if best < _SHARE or len(dates) != 1:
        return None
    reference, _, date = facts[-shares[0][1]]
    return at, text, reference, date


def _comparable(one: Moment, other: Moment) -> bool:
    return one.said == other.said or one.year != other.year


def _descends(steps: list[Dated], asked: str) -> bool:
    """Whether the latest comes first, and the prompt asks for that."""
    dates = [date for _, _, _, date in steps]
    return bool(_LATEST_FIRST.search(asked)) and dates == sorted(dates, reverse=True)
