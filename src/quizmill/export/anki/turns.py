"""When a new card comes: its position in Anki."""

from __future__ import annotations

from quizmill.bank.model import Bank, Question
from quizmill.compose.exercise import key_of
from quizmill.export.anki.families import family_of


class Turns:
    """Positions of new cards: core first, in all decks, then in the bank's order.

    Every question's first card comes, then each second one, and so on; after the last of them all, those of
    elective topics in the same way.
    """

    def __init__(self, bank: Bank) -> None:
        order = bank.by_importance()
        met = [_cards(question) for topic, question in order if not topic.elective]
        later = max(met, default=0) * len(order)
        self._first = {
            question.id: n + later * topic.elective for n, (topic, question) in enumerate(order, 1)
        }
        self._round = len(order)

    def of(self, question: str, nth: int) -> int:
        """The position of the *nth* card, from 0, of the question with that id."""
        return self._first[question] + nth * self._round


def _cards(question: Question) -> int:
    """How many cards it has in Anki."""
    return len(key_of(question)) if family_of(question).cloze else 1
