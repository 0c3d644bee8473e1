"""Is it the same time? What is asked must agree exactly; saying more than was asked does no harm."""

from __future__ import annotations

from quizmill.bank.values import Moment
from quizmill.grade.judgement import RIGHT, WRONG, Judgement

_PARTS = ("year", "month", "day", "quarter")


def judge(right: Moment, given: Moment, years: frozenset[int] = frozenset()) -> Judgement:
    """Whether *given* is the moment *right*, and if not, which part is missing or wrong.

    *years* are those of the question: to add another one to the answer contradicts it.
    """
    if given.agrees(right):
        if given.year and not right.year and years and given.year not in years:
            return Judgement(False, "check the year", near=True)
        return RIGHT
    if given.month and right.quarter:
        return WRONG
    asked = [part for part in _PARTS if getattr(right, part)]
    missing = [part for part in asked if not getattr(given, part)]
    wrong = [part for part in asked if part not in missing and getattr(given, part) != getattr(right, part)]
    if wrong == asked:
        return WRONG
    if wrong:
        agreeing = [part for part in asked if part not in wrong and part not in missing]
        return (
            Judgement(False, f"right {' and '.join(agreeing)}, wrong {' and '.join(wrong)}")
            if agreeing
            else WRONG
        )
    return (
        Judgement(False, f"name the {' and the '.join(missing)} too") if len(missing) < len(asked) else WRONG
    )
