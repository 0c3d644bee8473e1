"""One kind of question makes up too much of the bank, or a kind is missing.

In a bank of forty questions and more: none should make up more than 40%, and each of the nine kinds should
have three questions.

Why: each kind asks in its own way; recalling is harder than recognising, and putting in order tests what
neither does.

Source: our own.

Bad:
    type: multiple_choice      # and so in 45 of 50

Good:
    type: ordering             # in three to five of them, where facts have an order
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from quizmill.bank.model import KINDS, Bank, kind_of
from quizmill.check.context import Context
from quizmill.check.finding import Finding
from quizmill.errors import Severity

ID = "type-mix"
SEVERITY = Severity.ADVICE

_ENOUGH = 40
_MOST = 0.40
_FEWEST = 3


def check_bank(bank: Bank, context: Context) -> Iterator[Finding]:
    """One finding for each kind that is too many or too few."""
    counts = Counter(kind_of(question) for _, question in bank.questions())
    total = counts.total()
    if total < _ENOUGH:
        return
    for kind in KINDS:
        count = counts[kind]
        if count > _MOST * total:
            message = f"{count} of {total} questions are {kind}: {count / total:.0%}, more than {_MOST:.0%}"
            yield Finding(message=message, help="ask some of these facts in another way")
        if count < _FEWEST:
            message = f"{count} of {total} questions are {kind}, less than {_FEWEST}"
            yield Finding(message=message, help="write some where they fit")
