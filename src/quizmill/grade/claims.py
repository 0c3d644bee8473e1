"""Does an answer claim the value that is wanted: a time, a number of things, or a year among the two?"""

from __future__ import annotations

from quizmill.bank import values
from quizmill.bank.values import Moment, Quantity, Tolerance
from quizmill.grade import dates, mentions, numbers, prompt
from quizmill.grade.answer_key import AnswerKey
from quizmill.grade.judgement import RIGHT, WRONG, Judgement, miss, near_miss
from quizmill.grade.mentions import Mention, Side
from quizmill.grade.reasons import Reason


def judge(right: Mention, mention: Mention, key: AnswerKey) -> Judgement:
    """Whether *mention* claims the value that is *right*, and as firmly as it is asked for."""
    judgement = _same_value(right, mention, key)
    if not judgement.right:
        return judgement
    if mention.side not in (Side.EXACT, right.side) and not mentions.asks_for(mention.side, key.asked):
        return miss(Reason.ABOVE if mention.side is Side.ABOVE else Reason.BELOW)
    rough = right.hedged or mentions.asks_roughly(key.asked)
    if mention.hedged and not rough and isinstance(right.value, Moment):
        return miss(Reason.HEDGED)
    return judgement


def _same_value(right: Mention, mention: Mention, key: AnswerKey) -> Judgement:
    asked, given = right.value, mention.value
    if isinstance(asked, Quantity):
        counted = values.as_quantity(given)
        return numbers.judge(asked, counted, key) if counted else WRONG
    if isinstance(given, Moment):
        year, other = values.as_quantity(asked), values.as_quantity(given)
        if year and other and key.tolerance != Tolerance():
            return numbers.within(year.amount, other.amount, key)
        return dates.judge(asked, given, prompt.years(key.asked))
    return _number_for_year(asked, given)


def _number_for_year(asked: Moment, given: Quantity) -> Judgement:
    year = values.as_quantity(asked)
    if year and given == year:
        return RIGHT
    if not given.currency and not given.unit and asked.year and given.amount == asked.year % 100:
        return near_miss(Reason.SHORT_YEAR) if year else miss(Reason.SHORT_YEAR)
    return WRONG
