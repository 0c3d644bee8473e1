"""True statements, or false ones, are so many that guessing one of them pays.

With ten true/false questions and more: a share of true ones outside 40% to 60% that chance seldom gives
(exact sign test, p < 0.05). It is never an error, since no statement is wrong by it.

Why: whoever answers "true" to everything should know nothing more after than before.

Source: our own.

Bad:
    answer: true      # and so in nine of ten

Good:
    answer: false     # in four to six of ten
    correction: The YU7 is the second model; the SU7 came first.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.model import Bank, TrueFalse
from quizmill.check.context import Context
from quizmill.check.finding import Finding
from quizmill.check.measure import significance
from quizmill.errors import Severity

ID = "tf-balance"
SEVERITY = Severity.WARNING

_FEWEST = 10
_RARE = 0.05


def check_bank(bank: Bank, context: Context) -> Iterator[Finding]:
    """At most one finding."""
    answers = [question.answer for _, question in bank.questions() if isinstance(question, TrueFalse)]
    if len(answers) < _FEWEST:
        return
    share = sum(answers) / len(answers)
    likely = significance.two_sided(len(answers), sum(answers))
    if 0.4 <= share <= 0.6 or likely >= _RARE:
        return
    more, fewer = ("true", "false") if share > 0.5 else ("false", "true")
    yield Finding(
        message=f"{sum(answers)} of {len(answers)} statements are true: {share:.0%}, not 40% to 60% "
        f"(p = {likely:.1g}, less than {_RARE})",
        help=f"turn some of the {more} statements into {fewer} ones, each resting on a real confusion",
    )
