"""The one door through which mathematics becomes plain text."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=1 << 10)
def linear(source: str) -> str:
    r"""The formula on one line, for terminals and for reading aloud; where it is none, `\(source\)`."""
    from quizmill.bank import mathematics  # most banks have none, and the first question should not wait

    formula = mathematics.read(source)
    return mathematics.linear(formula) if isinstance(formula, mathematics.Formula) else rf"\({source}\)"
