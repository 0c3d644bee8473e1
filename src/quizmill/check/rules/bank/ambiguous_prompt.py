"""Two cards ask the same and want different answers.

The same prompt and context, or nine tenths of the words that carry meaning in common.

Why: nobody can know which of the answers is wanted.

Source: Matuschak 2020: prompts are consistent.

Bad:
    - {prompt: When was the university founded?, answer: "1088"}
    - {prompt: When was the university founded?, answer: "1158"}

Good:
    - {prompt: In which year did teaching begin at Bologna?, answer: "1088"}
    - {prompt: In which year did Bologna get its charter?, answer: "1158"}
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

ID = "ambiguous-prompt"
SEVERITY = Severity.WARNING
TRAITS = (ASKED,)

_LIKENESS = 0.9


def check_bank(bank: Bank, context: Context) -> Iterator[Finding]:
    """Every card that an earlier one is at odds with."""
    for card, other in context.once(similar_cards):
        if (how := _alike(card, other)) and card.answers.isdisjoint(other.answers):
            message = f'"{other.question.id}" asks {how} and wants another answer: {other.shown}'
            yield Finding(
                subject=question_subject(card.question.id),
                path=prompt_path(card.question),
                message=message,
                help="say in each what is meant: the source, the date, the place",
            )


def _alike(card: Card, other: Card) -> str:
    if card.asked == other.asked:
        return "the same" if card.written == other.written else ""
    likeness = jaccard(card.stems, other.stems)
    if likeness >= _LIKENESS and card.signs == other.signs and card.asks_for == other.asks_for:
        return f"the same but for {1 - likeness:.0%} of its words"
    return ""
