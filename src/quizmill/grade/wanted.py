"""The value that a form of the key is, as the question wants it: in its unit, or as a count."""

from __future__ import annotations

import msgspec

from quizmill.bank import values
from quizmill.bank.fold import fold
from quizmill.bank.values import Quantity
from quizmill.bank.values.number_words import EXACT
from quizmill.grade import mentions, parts, prompt
from quizmill.grade.answer_key import AnswerKey
from quizmill.grade.mentions import Mention
from quizmill.grade.names import NameIndex
from quizmill.grade.normalise import tokens

_TIMES = frozenset(("year", "month", "date", "day", "quarter"))


def wanted_of(form: str, key: AnswerKey, names: NameIndex) -> tuple[Mention, ...]:
    """The value that a form of the key is; of a part its percentage too. None where its words count."""
    right = None if names.named(tokens(form)) else _mention_of(form, key)
    percent = parts.as_percent(right, asked=prompt.asks_for_part(key.asked)) if right else None
    return tuple(filter(None, (right, percent)))


def _mention_of(form: str, key: AnswerKey) -> Mention | None:
    """What a form mentions, in the question's unit; a bare year is a count where a count is asked."""
    mention = mentions.read_mention(prompt.spelt_out(form, key.asked, key.unit))
    counts = prompt.counts(key.asked)
    if key.unit and not _has_unit(mention):
        in_unit = mentions.read_mention(_with_unit(form, key))
        if in_unit and (counts or fold(key.unit) not in _TIMES):
            return in_unit
    if mention and mention.finer:
        return None  # its words count, not the year alone
    if mention and counts and (counted := values.as_quantity(mention.value)):
        if not counted.unit and not counted.currency:
            counted = msgspec.structs.replace(counted, unit=prompt.counted_unit(key.asked))
        return msgspec.structs.replace(mention, value=counted)
    return mention


def in_ones(form: str, right: Mention, key: AnswerKey) -> AnswerKey:
    """*key* with a margin of 5 as 5,000,000, where the unit beside the line is "million dollars"."""
    if not key.unit or not key.tolerance.amount:
        return key
    unit = mentions.read_mention(_with_unit("1", key))
    one = values.as_quantity(unit.value) if unit else None
    bare, whole = values.as_quantity(values.read(form)), values.as_quantity(right.value)
    if not one or not bare or not whole or whole.amount != EXACT.multiply(bare.amount, one.amount):
        return key
    margin = EXACT.multiply(key.tolerance.amount, one.amount)
    return msgspec.structs.replace(key, tolerance=msgspec.structs.replace(key.tolerance, amount=margin))


def _with_unit(text: str, key: AnswerKey) -> str:
    return prompt.spelt_out(f"{text} {key.unit}", key.asked, key.unit)


def _has_unit(mention: Mention | None) -> bool:
    """Whether the form names its unit itself, as in "3 nm"; to add the question's would name it twice."""
    return mention is not None and isinstance(mention.value, Quantity) and bool(mention.value.unit)
