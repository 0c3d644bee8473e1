"""Numbers that are one in English and another in a bank's own language: 1,234 and a billion."""

from __future__ import annotations

from quizmill.bank import values
from quizmill.bank.values.tongues import Tongue
from quizmill.grade.misread import Fault
from quizmill.pattern import pattern

# Thousands to one language, decimals to another.
_GROUPED = pattern(r"(?<![\d.])[1-9]\d{0,2}[.,]\d{3}(?!\d)")
_THOUSANDS = pattern(r"\d,\d{3}(?!\d)")


def is_foreign(meant: str, own: Tongue) -> bool:
    """Whether a text in English parts thousands by commas, which to its *own* language are decimals."""
    return own.comma and _THOUSANDS.search(meant) is not None


def fault_of(folded: str, meant: str, own: Tongue) -> Fault | None:
    """What is not clear in a folded text that means what *meant* says where it is in its *own* language."""
    if own.comma and _GROUPED.search(folded):
        return Fault.NUMBER_TWO_WAYS
    one, other = values.read_spelt(folded), values.read_spelt(meant)
    return Fault.WORD_TWO_WAYS if values.is_english(one) and other and one != other else None
