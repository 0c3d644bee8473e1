"""What notation alone settles: numerals of another base, times of the day, formulas, intervals."""

from __future__ import annotations

from quizmill.grade import bases, formulas, times
from quizmill.grade.answer_key import AnswerKey
from quizmill.grade.judgement import RIGHT, WRONG, Judgement


def settled(given: str, key: AnswerKey) -> Judgement | None:
    """What becomes of an answer in such a notation; None where its words have to be looked at."""
    same = bases.is_one(given, key.numerals, key.asked) if key.numerals else None
    if same is False and len(key.numerals) == len(key.forms):
        return WRONG
    at_that_time = times.is_same_of_day(given, key)
    return RIGHT if same or at_that_time or key.formulas.has(given) else None


def lacks_signs(given: str, key: AnswerKey) -> bool:
    """Whether an answer that is right by its words lacks signs that say something: n for n!."""
    return key.formulas.loses(given) or formulas.is_other_interval(given, key.forms)
