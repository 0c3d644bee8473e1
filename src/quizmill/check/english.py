"""Rules that read English words, and are silent in banks of other languages.

There they would take `a` and `was` for what they are not, and blame what that language asks rightly.
"""

from __future__ import annotations

from quizmill.check.registry import Rule
from quizmill.check.tongue import is_english


def reads_english(rule: Rule) -> bool:
    """Whether the rule says so of itself."""
    return getattr(rule, "READS_ENGLISH", False)


def can_judge(rule: Rule, language: str) -> bool:
    """Whether the rule can judge a bank in that language (BCP 47)."""
    return is_english(language) or not reads_english(rule)
