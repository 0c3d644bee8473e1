"""The word by which a name or a figure is asked for."""

from __future__ import annotations

from quizmill.bank.model import NameKind
from quizmill.bank.values import Moment

WHICH = {
    NameKind.PERSON: "Who",
    NameKind.COMPANY: "Which company",
    NameKind.PLACE: "Which place",
    NameKind.PRODUCT: "What",
    NameKind.OTHER: "What",
}
IS = WHICH | {NameKind.PLACE: "What"}  # before `is`


def asks_date(value: Moment, preposition: str) -> str | None:
    """How a date is asked for that follows *preposition*; None for one of which that is unsure."""
    match value.said:
        case (True, False, False, False):
            return f"{preposition.capitalize()} which year"
        case (True, True, False, False):
            return f"{preposition.capitalize()} which month and year"
        case (True, True, True, False):
            return f"{preposition.capitalize()} which date"
        case _:
            return None
