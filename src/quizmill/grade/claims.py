"""Does an answer claim the value that is wanted: a time, a number of things, or a year among the two?"""

from __future__ import annotations

import msgspec

from quizmill.bank import values
from quizmill.bank.values import Moment, Quantity, Tolerance
from quizmill.grade import dates, mentions, numbers, prompt
from quizmill.grade.answer_key import AnswerKey
from quizmill.grade.judgement import RIGHT, WRONG, Judgement, miss, near_miss
from quizmill.grade.mentions import Mention, Side
from quizmill.grade.reasons import Reason, because


def judge(right: Mention, mention: Mention, key: AnswerKey) -> Judgement:
    """Whether *mention* claims the value that is *right*, and as firmly as it is asked for."""
    judgement = _same_value(right, mention, key)
    if not judgement.right:
        return judgement
    if not _may_be_on(mention.side, right, key):
        return miss(Reason.ABOVE if mention.side is Side.ABOVE else Reason.BELOW)
    rough = right.hedged or mentions.asks_roughly(key.asked)
    if mention.hedged and not rough and isinstance(right.value, Moment):
        return miss(Reason.HEDGED)
    return judgement


def _may_be_on(side: Side, right: Mention, key: AnswerKey) -> bool:
    """Whether it may be said to lie on that *side*, as the key, its tolerance or the question has it."""
    if side in (Side.EXACT, right.side) or mentions.asks_for(side, key.asked):
        return True
    return not (key.tolerance.below if side is Side.ABOVE else key.tolerance.above)


def _same_value(right: Mention, mention: Mention, key: AnswerKey) -> Judgement:
    asked, given = right.value, mention.value
    if isinstance(asked, Quantity):
        counted = values.as_quantity(given)
        return numbers.judge(asked, counted, key) if counted else WRONG
    if isinstance(given, Moment):
        year, other = values.as_quantity(asked), values.as_quantity(given)
        if year and other and key.tolerance != Tolerance():
            return numbers.within(year.amount, other.amount, key)
        return _finely(dates.judge(asked, given, prompt.years(key.asked)), asked, given, key)
    return _number_for_year(asked, given)


def _finely(found: Judgement, asked: Moment, given: Moment, key: AnswerKey) -> Judgement:
    """A date that is said more exactly than it is asked, by a form of the key that says as much, if any."""
    if not found.right or given == asked or _is_told(asked, given, key):
        return found
    known = [date for form in key.forms if isinstance(date := values.read(form), Moment) and date != asked]
    finer = [date for date in known if date.agrees(asked)]
    if any(given.agrees(date) or date.agrees(given) for date in finer):
        return RIGHT
    return near_miss(Reason.OTHERWISE_FINER) if finer else Judgement(True, because(Reason.SAID_FINER))


def _is_told(asked: Moment, given: Moment, key: AnswerKey) -> bool:
    """Whether all that is said beyond what is asked is a year that the question names."""
    return given == msgspec.structs.replace(asked, year=given.year) and given.year in prompt.years(key.asked)


def _number_for_year(asked: Moment, given: Quantity) -> Judgement:
    year = values.as_quantity(asked)
    if year and given == year:
        return RIGHT
    if not given.currency and not given.unit and asked.year and given.amount == asked.year % 100:
        return near_miss(Reason.SHORT_YEAR) if year else miss(Reason.SHORT_YEAR)
    return WRONG
