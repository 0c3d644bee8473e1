"""A fact has a `value` without saying what it is `about`, or the other way round.

Why: facts are compared by what they are about, and told apart by their values; one without the other is never
compared, so a conflict stays unseen.

Source: our own.

Bad:
    value: $75 million

Good:
    about: joyo/sale-price
    value: $75 million
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.model import Fact, Source
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.errors import Severity

ID = "about-incomplete"
SEVERITY = Severity.WARNING


def check_fact(source: Source, fact: Fact, grounds: Grounds) -> Iterator[Finding]:
    """One finding where one of the two is missing."""
    if fact.value and not fact.about:
        yield Finding(
            path=("value",), message='"value" stands without "about"', help="add `about: thing/property`"
        )
    if fact.about and not fact.value:
        yield Finding(path=("about",), message='"about" stands without "value"', help="add `value: …`")
