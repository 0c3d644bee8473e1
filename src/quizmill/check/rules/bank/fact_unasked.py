"""No question rests on a fact.

A file with errors asks every fact it names; one that cannot be read at all may ask any.

Why: what is worth writing down may be worth asking; if it is not, the list of these shows what was left out.

Source: Haladyna, Downing and Rodriguez 2002, guideline 2: test important content.

Bad:
    facts: [{id: amazon-offer, …}, {id: dangdang-offer, …}]
    questions: [{facts: [joyo-regret/amazon-offer], …}]

Good:
    questions: [{facts: [joyo-regret/amazon-offer], …}, {facts: [joyo-regret/dangdang-offer], …}]
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.model import Bank
from quizmill.check.context import Context
from quizmill.check.finding import Finding, Subject
from quizmill.errors import Severity

ID = "fact-unasked"
SEVERITY = Severity.ADVICE


def check_bank(bank: Bank, context: Context) -> Iterator[Finding]:
    """Every such fact."""
    asked = {reference for _, question in bank.questions() for reference in context.evidence(question)}
    for reference in context.facts:
        if reference not in asked:
            message = f'no question asks for "{reference}"'
            yield Finding(
                subject=Subject("fact", reference), message=message, help="ask it, if it is worth it"
            )
