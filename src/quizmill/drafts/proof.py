"""Whether a number that is proposed is taken as its fact writes it: the marker is the judge."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.bank import values
from quizmill.bank.model import Bank, Numerical
from quizmill.bank.values import Quantity, units
from quizmill.compose.exercise import Exercise
from quizmill.grade import Text, Verdict, mark

_WORD = r"[^\W\d_][\w²³]*"
_BEHIND = re.compile(rf"[ -]?(?P<unit>%|°[CF]|(?P<first>{_WORD})(?: {_WORD})?)")
_OTHERS = ("kg", "seconds")  # of which one is no unit of what is asked


def is_proved(question: Numerical, told: str, figure: str, bank: Bank) -> bool:
    """Whether every way in which a fact writes its *figure* is right, and is wrong in another unit.

    *told* is what the fact says.
    """
    exercise = Exercise(question=question, topic="", topic_title="")

    def is_right(text: str) -> bool:
        return mark(exercise, Text(text), bank.names, language=bank.language).verdict is Verdict.RIGHT

    return all(map(is_right, _ways(question, told, figure))) and not any(
        map(is_right, _wrong(question, told, figure))
    )


def _ways(question: Numerical, told: str, figure: str) -> Iterator[str]:
    yield from (question.answer, figure)
    if unit := _unit_behind(told, figure):
        yield f"{figure} {unit}"


def _wrong(question: Numerical, told: str, figure: str) -> Iterator[str]:
    """The answer in a unit that is another measure; of what is counted nobody can say what its units are."""
    own = question.unit or _unit_behind(told, figure)
    value = values.read(f"{question.answer} {own}")
    if isinstance(value, Quantity) and units.is_measure(value.unit):
        yield next(
            f"{question.answer} {each}"
            for each in _OTHERS
            if units.convert(value.amount, value.unit, units.unit(each)) is None
        )


def _unit_behind(told: str, figure: str) -> str:
    """The word behind a figure that can be read as its unit; "" for none."""
    match = _BEHIND.match(told.partition(figure)[2])
    for unit in (match["first"] or match["unit"], match["unit"]) if match else ():
        value = values.read(f"{figure} {unit}") if unit else None
        if isinstance(value, Quantity) and value.unit and (" " not in unit or units.is_measure(value.unit)):
            return str(unit)
    return ""
