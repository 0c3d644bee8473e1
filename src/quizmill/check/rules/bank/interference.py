"""Two cards ask nearly the same and want different answers of one kind.

Seven tenths of the words that carry meaning in common, and one word at most that the other has not.

Why: alike cards are taken for each other, and each is forgotten because of the other.

Source: Wozniak, Twenty rules of formulating knowledge, rule 11: combat interference.

Bad:
    - {prompt: Which hormone of the pancreas raises the sugar in the blood?, answer: glucagon}
    - {prompt: Which hormone of the pancreas lowers the sugar in the blood?, answer: insulin}

Good:
    - {prompt: Which hormone is given to people with type 1 diabetes?, answer: insulin}
    - {prompt: Which hormone frees sugar from the liver between meals?, answer: glucagon}
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.model import Bank
from quizmill.check.context import Context
from quizmill.check.finding import Finding, question_subject
from quizmill.check.measure.similar_cards import ASKED, Card, similar_cards
from quizmill.check.measure.similarity import jaccard
from quizmill.check.texts import prompt_path
from quizmill.errors import Severity

ID = "interference"
SEVERITY = Severity.ADVICE
TRAITS = (ASKED,)

_LIKENESS = 0.7
_SAME = 0.9  # from here on it is the same question


def check_bank(bank: Bank, context: Context) -> Iterator[Finding]:
    """Every card that is like an earlier one."""
    for card, other in context.once(similar_cards):
        likeness = jaccard(card.stems, other.stems)
        if (
            likeness >= _LIKENESS
            and _differ(card, other)
            and card.kind is other.kind
            and card.asked != other.asked
        ):
            message = (
                f'"{other.question.id}" asks nearly the same and wants {other.shown}: '
                f"{likeness:.0%} of the words are the same, {_LIKENESS:.0%} and more are confused"
            )
            help = "word them differently, or add a card that sets one against the other"
            subject = question_subject(card.question.id)
            yield Finding(subject=subject, path=prompt_path(card.question), message=message, help=help)


def _differ(card: Card, other: Card) -> bool:
    apart = card.signs != other.signs or jaccard(card.stems, other.stems) < _SAME
    return apart and card.answers.isdisjoint(other.answers)
