r"""A formula has something that quizmill does not draw.

Formulas are a closed part of LaTeX, which [Mathematics](../mathematics.md) lists. The finding names what is
outside of it, or what is not closed, and what to write instead.

Why: a formula that cannot be read is shown as its source, on the card, on paper and on the screen.

Source: our own.

Bad:
    prompt: What is \(\dfrc{1}{2} + \frac{1}{3}\)?

Good:
    prompt: What is \(\dfrac{1}{2} + \frac{1}{3}\)?
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank import mathematics
from quizmill.bank.markup import Style, spans
from quizmill.check.finding import Finding
from quizmill.check.texts import Texts
from quizmill.errors import Severity

ID = "mathematics-misread"
SEVERITY = Severity.ERROR

_LONGEST = 60  # characters of a formula that are quoted


def check_texts(texts: Texts) -> Iterator[Finding]:
    """One finding a text, for the first such formula."""
    for path, text in texts.written:
        if "\\(" not in text and "\\[" not in text:
            continue
        for span in spans(text):
            if span.style is Style.MATHEMATICS and isinstance(
                found := mathematics.read(span.text), mathematics.Misread
            ):
                shown = span.text if len(span.text) <= _LONGEST else f"{span.text[:_LONGEST]}…"
                message = f"in the formula {shown}: {found.message}"
                help = f"{found.help}; what is no formula stands in backticks"
                yield Finding(path=path, message=message, help=help)
                break
