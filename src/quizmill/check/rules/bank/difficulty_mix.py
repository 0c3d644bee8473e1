"""The bank asks for memory alone, or leaves out easy, medium or hard questions.

More than 70% at the level `remember`, or less than 10% of a difficulty, in a bank of twenty questions and
more.

Why: knowing facts is the beginning; a bank that never asks why, or how two things compare, teaches no more.

Source: Haladyna, Downing and Rodriguez 2002, guideline 1: items should reflect the mental behaviour to be
tested.

Bad:
    level: remember      # and so in 48 of 50

Good:
    level: understand    # or apply, analyse, evaluate, in a third of them
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from quizmill.bank.model import Bank, Difficulty, Level
from quizmill.check.context import Context
from quizmill.check.finding import Finding
from quizmill.errors import Severity

ID = "difficulty-mix"
SEVERITY = Severity.ADVICE

_FEWEST = 20
_MOST_REMEMBERED, _LEAST = 0.70, 0.10


def check_bank(bank: Bank, context: Context) -> Iterator[Finding]:
    """One finding for the levels, one for each difficulty."""
    questions = [question for _, question in bank.questions()]
    total = len(questions)
    if total < _FEWEST:
        return
    remembered = sum(question.level is Level.REMEMBER for question in questions)
    if remembered > _MOST_REMEMBERED * total:
        yield Finding(
            message=f"{remembered} of {total} questions ask for memory alone (level remember): "
            f"{remembered / total:.0%}, more than {_MOST_REMEMBERED:.0%}",
            help="ask for causes, comparisons and uses too, and give these questions their level",
        )
    by_difficulty = Counter(question.difficulty for question in questions)
    for difficulty in Difficulty:
        count = by_difficulty[difficulty]
        if count < _LEAST * total:
            yield Finding(
                message=f"{count} of {total} questions are {difficulty}: {count / total:.0%}, "
                f"less than {_LEAST:.0%}",
                help=f"write some, or look again at the `difficulty` of those that may be {difficulty}",
            )
