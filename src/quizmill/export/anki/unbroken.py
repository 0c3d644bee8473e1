"""Formulas and the signs beside them: what MathJax draws is a box, and a line may break beside a box."""

from __future__ import annotations

import re

from quizmill.pattern import pattern

# No sign of HTML's or Anki's is among them. The formula stays alone in its element.
_FORMULA = pattern(r'([(«“‘¿¡]*)(<span class="mathematics">[^<]*</span>)([.,:;?!)\]»”’…%-]*)')


def unbroken(run: str) -> str:
    """A run of HTML in which no line begins with the full stop after a formula, or ends with its bracket."""

    def joined(match: re.Match[str]) -> str:
        before, formula, after = match.groups()
        return f'<span class="unbroken">{match[0]}</span>' if before or after else formula

    return _FORMULA.sub(joined, run)
