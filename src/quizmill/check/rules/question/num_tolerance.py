"""A tolerance lets in what is wrong, or is missing where the answer had to be worked out.

More than 1% on a figure that a fact states; wide enough for another figure of the same document; or none on
an answer with decimals that no fact states.

Why: a figure that can be looked up is either known or not; a figure that was worked out was rounded.

Source: R/exams: an explicit tolerance; quoted facts are exact.

Bad:
    prompt: How many islands does the Atlas count in 2010?
    answer: "16,000"
    tolerance: 5,000

Good:
    prompt: How many islands does the Atlas count in 2010?
    answer: "16,000"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from quizmill.bank import values
from quizmill.bank.markup import plain
from quizmill.bank.model import Fact, Numerical, Question
from quizmill.bank.values import Quantity, Tolerance
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.language.lead import prompt
from quizmill.errors import Severity

ID = "num-tolerance"
SEVERITY = Severity.WARNING

_WIDEST = Decimal("0.01")  # of a figure that a fact states
_EXACT = 8  # parts: halves, quarters and eighths come out even
_ROUNDED = re.compile(r"\b(?:round(?:ed)?|nearest|decimals?|places|digits|figures)\b", re.IGNORECASE)


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """One finding, for the first of the three that holds."""
    if not isinstance(question, Numerical):
        return
    key = values.as_quantity(values.read(plain(question.answer)))
    tolerance = values.read_tolerance(question.tolerance)
    if key is None or tolerance is None:
        return
    if tolerance == Tolerance():
        if _worked_out(key, question, grounds):
            message = "the answer has decimals that no fact states, and there is no tolerance"
            help = "add `tolerance: …`, such as half of the last place, or say how to round"
            yield Finding(path=("answer",), message=message, help=help, severity=Severity.WARNING)
    elif message := _too_wide(key, tolerance, question, grounds):
        yield Finding(path=("tolerance",), message=message, help="leave it out, or make it smaller")


def _worked_out(key: Quantity, question: Question, grounds: Grounds) -> bool:
    evidence = [fact for _, fact in grounds.evidence(question).values()]
    even = key.amount * _EXACT == (key.amount * _EXACT).to_integral_value()
    if not evidence or even or _ROUNDED.search(prompt(question)):
        return False
    digits = f"{key.amount.normalize():f}"
    return not any(
        _states(fact, key) or digits in " ".join((fact.says, *fact.terms, fact.value)) for fact in evidence
    )


def _too_wide(key: Quantity, tolerance: Tolerance, question: Question, grounds: Grounds) -> str:
    evidence = grounds.evidence(question).values()
    quoted = any(_states(fact, key) for _, fact in evidence)
    margin = max(tolerance.amount, tolerance.share * abs(key.amount))
    if quoted and key.amount and margin > _WIDEST * abs(key.amount):
        share = margin / abs(key.amount)
        return f"the tolerance is {share:.1%} of a figure that a fact states, more than {_WIDEST:.0%}"
    for source in {source.id: source for source, _ in evidence}.values():
        for fact in source.facts:
            value = _rival(fact, key)
            if value and tolerance.allows(key.amount, value.amount):
                return f'the tolerance lets in {fact.value}, which "{source.id}/{fact.id}" states'
    return ""


def _states(fact: Fact, key: Quantity) -> bool:
    return any(_counted(text) == key for text in (fact.value, *fact.terms))


def _rival(fact: Fact, key: Quantity) -> Quantity | None:
    value = _counted(fact.value)
    alike = value and (value.currency, value.unit) == (key.currency, key.unit) and value.amount != key.amount
    return value if alike else None


def _counted(text: str) -> Quantity | None:
    return values.as_quantity(values.read(text)) if text else None
