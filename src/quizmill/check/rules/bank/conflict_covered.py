"""Documents disagree on a figure or name, and the bank does not ask for each of the claims.

A conflict is a thing (`about`) of which facts of the same time give different values. Each value is due a
question that rests on it; one that asks for the disagreement itself rests on them all.

Why: where sources differ, knowing that they do is the lesson; asking for one claim alone hides it.

Source: our own.

Bad:
    facts: [lei-jun-life/joyo-1998]      # and nobody asks joyo-regret/spring-2000

Good:
    prompt: Which two years do "The Life" and "The Joyo Regret" give for the beginning of Joyo?
    facts: [lei-jun-life/joyo-1998, joyo-regret/spring-2000]
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.model import Bank
from quizmill.check.conflicts import conflicts_of
from quizmill.check.context import Context
from quizmill.check.finding import Finding, fact_subject
from quizmill.errors import Severity

ID = "conflict-covered"
SEVERITY = Severity.ADVICE


def check_bank(bank: Bank, context: Context) -> Iterator[Finding]:
    """One finding for each value of a conflict that nobody asks."""
    asked = {reference for _, question in bank.questions() for reference in context.evidence(question)}
    for conflict in conflicts_of(bank):
        for claim in conflict.claims:
            if asked.isdisjoint(claim.facts):
                others = [f'"{other.value}"' for other in conflict.claims if other is not claim]
                source, _, fact = claim.facts[0].partition("/")
                yield Finding(
                    subject=fact_subject(source, fact),
                    path=("value",),
                    message=f"on {conflict.about} others say {' or '.join(others)}, and no question asks who "
                    f'says "{claim.value}"',
                    help="ask which document says which",
                )
