"""Parts of a whole, as people say them: half, 0.5 and 50%; 4 out of 5, one in six, 1 chance in 6."""

from __future__ import annotations

from decimal import Decimal

from quizmill.bank.values import Quantity, as_quantity, read_spelt
from quizmill.bank.values.number_words import EXACT
from quizmill.grade.mentions import Mention
from quizmill.grade.normalise import phrase
from quizmill.pattern import pattern

_WORDS = (" of ", " in ", " from ")
_OUT_OF = pattern(
    r"(.+?)(?: chances?| times?| people| cases?)? (?:out of|in|of|from)(?: every| each)? (\d[\d,]*|[a-z -]+)"
)


def as_percent(mention: Mention, *, asked: bool = False) -> Mention | None:
    """What a fraction claims of a whole: half is 50%, and so is 0.5 where a part is *asked* for."""
    value = mention.value
    if not isinstance(value, Quantity) or value.unit or value.currency:
        return None
    if not mention.fraction and not (asked and 0 < value.amount < 1):
        return None
    return Mention(_in_percent(value.amount), mention.hedged, mention.side)


def _in_percent(share: Decimal) -> Quantity:
    return Quantity(EXACT.multiply(share, Decimal(100)), unit="%")


def out_of(given: str, right: Quantity) -> tuple[Mention, ...]:
    """What x out of y means where a part of a whole like *right* is wanted, itself and in percent."""
    if not any(word in given for word in _WORDS):
        return ()
    if right.currency or right.unit not in ("", "%") or not 0 < right.amount <= (100 if right.unit else 1):
        return ()
    match = _OUT_OF.fullmatch(phrase(given))
    some, all_of = (as_quantity(read_spelt(part)) for part in match.groups()) if match else (None, None)
    if some is None or all_of is None or some.unit or all_of.unit or some.currency or all_of.currency:
        return ()
    if not 0 < some.amount <= all_of.amount:
        return ()
    share = EXACT.divide(some.amount, all_of.amount)
    return Mention(Quantity(share), fraction=True), Mention(_in_percent(share))
