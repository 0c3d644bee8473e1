"""The steps of an ordering carry the dates that put them in order.

Why: whoever can count can order them.

Source: Matuschak 2020: prompts are effortful.

Bad:
    sequence: ["The fall of the Bastille, 1789", "The coronation of 1804", "Waterloo, 1815"]

Good:
    sequence: [The fall of the Bastille, Napoleon's coronation, Waterloo]
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank import values
from quizmill.bank.markup import plain
from quizmill.bank.model import Ordering, Question
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.language.years import years_in
from quizmill.errors import Severity

ID = "order-visible"
SEVERITY = Severity.WARNING

_LEAST = 2


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """One finding, at the first step with a date, where dates stand in the order of the steps."""
    if not isinstance(question, Ordering):
        return
    dated = [(i, text, year) for i, text in enumerate(map(plain, question.sequence)) if (year := _year(text))]
    years = [year for _, _, year in dated]
    if len(set(years)) >= _LEAST and (years == sorted(years) or years == sorted(years, reverse=True)):
        i, text, _ = dated[0]
        message = f'{len(dated)} of {len(question.sequence)} steps show a date, such as "{text}"'
        yield Finding(path=("sequence", i), message=message, help="leave the dates out of the steps")


def _year(text: str) -> int:
    """The first year that the step names; 0 without one."""
    value = values.read(text)
    if isinstance(value, values.Moment):
        return value.year
    found = years_in(text)
    return int(min(found, key=text.find)) if found else 0
