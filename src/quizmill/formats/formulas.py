"""Formulas for programs that show MathML."""

from __future__ import annotations

import re
from html import escape

from quizmill.bank.html import printable
from quizmill.bank.html_blocks import mathml

_TOLD = re.compile(r'(<math [^>]*)alttext="[^"]*"')


def told_mathml(source: str, display: bool) -> str:
    """MathML that is told by its LaTeX; an annotation would be shown as text where nothing knows MathML."""
    told = escape(" ".join(printable(source).split()))
    return _TOLD.sub(lambda found: f'{found[1]}alttext="{told}"', mathml(source, display), count=1)
