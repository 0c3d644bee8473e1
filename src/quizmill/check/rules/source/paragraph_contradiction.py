"""A paragraph is said to state nothing, yet a fact rests on it.

Why: one of the two is a slip, and coverage counts the paragraph twice.

Source: our own.

Bad:
    facts: [{id: offer, paragraph: 28, says: …}]
    states_nothing: [28]

Good:
    facts: [{id: offer, paragraph: 28, says: …}]
    states_nothing: [26]
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.model import Source
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.errors import Severity

ID = "paragraph-contradiction"
SEVERITY = Severity.ERROR

_HELP = "if it states this, delete it here; else give the fact the number of the paragraph that does"


def check_source(source: Source, grounds: Grounds) -> Iterator[Finding]:
    """Every such entry of `states_nothing`."""
    stated = {fact.paragraph: fact.id for fact in reversed(source.facts)}
    for i, paragraph in enumerate(source.states_nothing):
        if paragraph in stated:
            message = f'paragraph {paragraph} is said to state nothing, but "{stated[paragraph]}" rests on it'
            yield Finding(path=("states_nothing", i), message=message, help=_HELP)
