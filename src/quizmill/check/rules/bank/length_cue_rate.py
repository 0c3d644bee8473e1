"""The right option is the longest in too many multiple choices of the bank.

Counted where it is longer than every other; allowed are 15 points more than chance, which is one in the
number of options. With fewer than twenty questions nothing is said.

Why: writers qualify what is true; those who know this and nothing else pick the longest option.

Source: Haladyna, Downing and Rodriguez 2002, guideline 24: keep the length of choices about equal.

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
from quizmill.check.measure.testwise import CHOICE, Choice, choices
from quizmill.check.phrasing import some
from quizmill.errors import Severity

ID = "length-cue-rate"
SEVERITY = Severity.WARNING
TRAITS = (CHOICE,)

_FEWEST = 20
_MARGIN = 0.15


def check_bank(bank: Bank, context: Context) -> Iterator[Finding]:
    """At most one finding."""
    single = [choice for choice in context.once(choices) if choice.single and len(choice.own) > 1]
    if len(single) < _FEWEST:
        return
    longest = [choice for choice in single if _is_longest(choice)]
    share = len(longest) / len(single)
    limit = sum(1 / len(choice.options) for choice in single) / len(single) + _MARGIN
    if share > limit:
        listed = some([choice.id for choice in longest], 20)
        yield Finding(
            message=f"the key is the longest option in {len(longest)} of {len(single)} multiple choices: "
            f"{share:.0%}, more than {limit:.0%}",
            help=f"shorten the key or lengthen a distractor in some of these: {listed}",
        )


def _is_longest(choice: Choice) -> bool:
    right = min(choice.right)
    others = [len(choice.options[i]) for i in choice.own if i != right]
    return right in choice.own and bool(others) and len(choice.options[right]) > max(others)
