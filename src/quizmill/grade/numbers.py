"""Is it the same amount, of the same thing? Exact unless the question allows a margin."""

from __future__ import annotations

from decimal import Decimal

from quizmill.bank.values import Quantity, Tolerance, currencies, units
from quizmill.bank.values.number_words import EXACT
from quizmill.grade import counted, prompt
from quizmill.grade.answer_key import AnswerKey
from quizmill.grade.judgement import RIGHT, WRONG, Judgement, miss, near_miss
from quizmill.grade.reasons import Reason
from quizmill.words import words_in

_SCALES = tuple(Decimal(10) ** power for power in (3, 6, 9, 12))
_SUMS = frozenset("cost gain loss price profit saving".split())  # what a sum of money is asked for as
_DEGREES = ("°c", "°f")
_ROUNDED_WITHIN = Decimal("0.05")  # of the exact figure; further off it is no rounding


def judge(right: Quantity, given: Quantity, key: AnswerKey) -> Judgement:
    """Whether *given* is the quantity *right*, and if not, what is the matter with it."""
    if converted := _converted(right, given, key):
        return converted
    amount = _amount(right.amount, given.amount, key)
    mismatch = _of_what(right, given, key)
    if not amount.right:
        return amount if mismatch is None else WRONG
    return mismatch or amount


def within(right: Decimal, given: Decimal, key: AnswerKey) -> Judgement:
    """Whether *given* is as near as the question allows, and if not, how near that is."""
    tolerance = key.tolerance
    if tolerance.allows(right, given):
        return RIGHT
    reason = Reason.TOO_FAR_OFF if tolerance.above else Reason.TOO_FAR_FROM_MOST
    return miss(reason if tolerance.below else Reason.TOO_FAR_FROM_LEAST, margin=margin(key))


def margin(key: AnswerKey) -> str:
    """How far off an answer may be, as it is told in the bank's language."""
    tolerance, words = key.tolerance, words_in(key.language)
    if not tolerance.share:
        return words.number(f"{tolerance.amount.normalize():,f}")
    share = EXACT.multiply(tolerance.share, Decimal(100)).normalize()
    return words("number.percent", number=words.number(f"{share:f}"))


def _converted(right: Quantity, given: Quantity, key: AnswerKey) -> Judgement | None:
    """Right, where the same is said in another unit to which a fixed ratio leads: 36 months for 3 years."""
    if right.currency or given.currency:
        same = right == _whole(given, right.currency) or given == _whole(right, given.currency)
        return RIGHT if same else None
    if right.unit == given.unit or (given.amount == 1 and prompt.names_unit(key.asked, given.unit)):
        return None  # "a year" does not tell how many months are in a year
    asked = (right.unit,) if right.unit else units.related_in(key.asked, given.unit)
    for unit in asked:
        amount = units.convert(given.amount, given.unit, unit)
        if amount is not None and key.tolerance.allows(right.amount, amount):
            return RIGHT
    return None


def _whole(part: Quantity, currency: str) -> Quantity | None:
    """24 cents in dollars: what an amount of coins is in the currency they belong to."""
    if not currency or part.unit not in currencies.coins_of(currency):
        return None
    return Quantity(EXACT.divide(part.amount, Decimal(100)), currency)


def _amount(right: Decimal, given: Decimal, key: AnswerKey) -> Judgement:
    if right == given or key.tolerance.allows(right, given):
        return RIGHT
    if not right or not given:
        return WRONG
    if right == -given:
        return miss(Reason.WRONG_SIGN)
    if any(given * scale == right for scale in _SCALES):
        return miss(Reason.NO_SCALE)
    if right / given > 0 and (right / given).log10() % 1 == 0:
        return miss(Reason.WRONG_SCALE)
    if key.tolerance != Tolerance():
        return within(right, given, key)
    if _is_rounded(right, given):
        return near_miss(Reason.ROUNDED)
    return WRONG


def _is_rounded(right: Decimal, given: Decimal) -> bool:
    digits, exact = len(given.normalize().as_tuple().digits), len(right.normalize().as_tuple().digits)
    return digits < exact and abs(right - given) <= abs(right) * _ROUNDED_WITHIN and _rounds(right, given)


def _rounds(right: Decimal, given: Decimal) -> bool:
    """Whether *right*, rounded to the last digit that *given* has, is *given*; up or down."""
    step = Decimal(1).scaleb(int(given.normalize().as_tuple().exponent))
    return abs(right - given) < step


def _of_what(right: Quantity, given: Quantity, key: AnswerKey) -> Judgement | None:
    """What is wrong with currency and unit; None when nothing is."""
    if right.unit and given.currency and not currencies.currencies_in(right.unit):
        return miss(Reason.WRONG_UNIT)
    return _unit(right, given, key) or _currency(right.currency, given.currency, key)


def _currency(right: str, given: str, key: AnswerKey) -> Judgement | None:
    if right == given:
        return None
    counted = currencies.counted_currency(key.asked)
    named = frozenset((counted,)) if counted else currencies.currencies_in(key.asked)
    if not given:
        return None if right in named else near_miss(Reason.NO_CURRENCY)
    if right or (named and given not in named):
        return miss(Reason.WRONG_CURRENCY)
    return None if given in named else near_miss(Reason.NO_SUM_ASKED)


def _unit(right: Quantity, given: Quantity, key: AnswerKey) -> Judgement | None:
    if right.unit == given.unit or (right.currency and not given.unit):
        return None
    if right.unit and given.unit and counted.is_it(right.unit, given.unit, key):
        return None
    if not given.unit or (given.unit == "degree" and right.unit in _DEGREES):
        known = right.unit == "ordinal" or _named(right.unit, key)
        return None if known else near_miss(Reason.NO_UNIT)
    if right.currency and given.unit in _SUMS and given.unit in key.tokens:
        return None
    if right.unit or right.currency:
        return miss(Reason.WRONG_UNIT)
    if given.unit == "ordinal":
        return near_miss(Reason.COUNT_ASKED) if "many" in key.tokens else None
    if given.unit == "degree" and any(_named(unit, key) for unit in _DEGREES):
        return None
    named = any(_named(name, key) for name in counted.names("", given.unit, key))
    general = counted.is_general(given.unit) and "many" in key.tokens
    return None if named or general else near_miss(Reason.DOUBTFUL_UNIT)


def _named(unit: str, key: AnswerKey) -> bool:
    """Whether the question names the unit, so that the answer need not, or may."""
    if unit == "times" and not key.tokens.isdisjoint(("factor", "multiple")):
        return True
    if unit == "year" and not key.tokens.isdisjoint(("old", "age")):
        return True
    return prompt.names_unit(key.asked, unit) or all(
        prompt.names_unit(key.asked, word) for word in unit.split()
    )
