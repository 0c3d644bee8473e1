"""Is it the same time? What is asked must agree exactly; saying more than was asked does no harm."""

from __future__ import annotations

from quizmill.bank.values import Moment
from quizmill.grade.judgement import RIGHT, WRONG, Judgement, miss, near_miss
from quizmill.grade.reasons import Reason
from quizmill.words import Message

_PARTS = ("year", "month", "day", "quarter")


def judge(right: Moment, given: Moment, years: frozenset[int] = frozenset()) -> Judgement:
    """Whether *given* is the moment *right*, and if not, which part is missing or wrong.

    *years* are those of the question: to add another one to the answer contradicts it.
    """
    if given.agrees(right):
        if given.year and not right.year and years and given.year not in years:
            return near_miss(Reason.ANOTHER_YEAR)
        return RIGHT
    if given.month and right.quarter:
        return WRONG
    asked = [part for part in _PARTS if getattr(right, part)]
    missing = [part for part in asked if not getattr(given, part)]
    wrong = [part for part in asked if part not in missing and getattr(given, part) != getattr(right, part)]
    agreeing = [part for part in asked if part not in wrong and part not in missing]
    if not agreeing:
        return WRONG
    if not wrong:
        return miss(Reason.DATE_LACKS, parts=_named("date_lacking", missing))
    return miss(Reason.DATE_PARTLY, right=_named("date", agreeing), wrong=_named("date", wrong))


def _named(as_: str, parts: list[str]) -> tuple[Message, ...]:
    return tuple(Message(f"reason.{as_}.{part}") for part in parts)
