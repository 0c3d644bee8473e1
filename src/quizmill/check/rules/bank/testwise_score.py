"""Somebody who knows nothing does clearly better than chance over the whole bank.

Seven strategies answer every multiple choice, multiple response and true/false question: the longest option
(a long statement is true), the shortest, the usual place, most words of the prompt, most in common with the
other options, no absolute word (a statement with one is false), a figure or name. A finding is a strategy
that earns ten points or more above chance where chance alone would give one of the seven so much in less
than one bank of a hundred (exact binomial, Bonferroni's correction); with fewer than thirty questions it is
a piece of advice.

Why: this sums up all cues; what such a guesser earns is not knowledge. It is never an error: a bank can be
true and useful all the same, and what is counted over many questions is wrong in none of them.

Source: our own; the cues are those of Haladyna, Downing and Rodriguez 2002, guidelines 24 and 28.

Bad:
    answer: Because Joyo belonged to Kingsoft and its staff would have suffered
    distractors: [Greed, Boredom]      # and so in every other question

Good:
    answer: Joyo's staff and shareholders
    distractors: [His own wish for a rest, A quarrel with his co-founders]
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.model import Bank
from quizmill.check.context import Context
from quizmill.check.finding import Finding
from quizmill.check.measure.testwise import CHOICE, STATEMENT, scores
from quizmill.check.phrasing import some
from quizmill.errors import Severity

ID = "testwise-score"
SEVERITY = Severity.WARNING
TRAITS = (
    CHOICE,
    STATEMENT,
)

_POINTS = 10  # above chance
_RARE = 0.01 / 7  # of each strategy
_ENOUGH = 30  # questions


def check_bank(bank: Bank, context: Context) -> Iterator[Finding]:
    """One finding for each such strategy."""
    for score in scores(context):
        if score.lift >= _POINTS and score.likely < _RARE:
            yield Finding(
                message=f"who picks {score.strategy} gets {score.earned:.0%} of {score.questions} questions "
                f"right, by chance {score.chance:.0%}: {score.lift:.0f} points more, {_POINTS} or more "
                f"(p = {score.likely:.2g}, less than {_RARE:.2g})",
                help=f"take the cue out of some of the questions it wins: {some(score.won, 20)}",
                severity=Severity.ADVICE if score.questions < _ENOUGH else None,
            )
