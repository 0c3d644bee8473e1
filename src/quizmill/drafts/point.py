"""What a fact is about: the one figure or name in it that is worth asking for."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from quizmill.bank import values
from quizmill.bank.figures import Figure, figures
from quizmill.bank.model import Fact, FactKind, Name, NameKind, Source
from quizmill.bank.values import Moment, Quantity, Value

_WORKED_OUT = "-worked"  # how the ids end of facts that no document states itself
_FEW = 5  # things of which anybody may guess how many there are
_HEDGE = re.compile(
    r"^(?:about|around|nearly|almost|over|under|below|above|up to|at least|more than|less than|a little over"
    r"|between|early|late) "
)
_NUMBER = r"(?:[\d.,]*\d|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty)"
_RANGE_BEFORE = re.compile(rf"{_NUMBER}(?: \w+)? ?(?:to|and|or|–|-) ?$", re.IGNORECASE)
_RANGE_AFTER = re.compile(rf" ?(?:to|and|or|–|-) ?{_NUMBER}\b", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"[A-Z][\w]+ of $")
_UNITS = re.compile(
    r"(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|times|centuries|percent|per cent|metres?"
    r"|km|m)\b"
)


class Spot(NamedTuple):
    """A name where it stands in a text."""

    text: str
    name: Name
    start: int


def figure_of(fact: Fact, source: Source, text: str, found: Sequence[Figure]) -> Figure | None:
    """Of the figures *found* in a fact's text its value, or the one of a date, a number or an event."""
    if fact.id.endswith(_WORKED_OUT):
        return None
    once = [each for each in found if text.count(each.text) == 1]
    if fact.value:
        wanted = _value(fact.value)
        once = [each for each in once if wanted is not None and _says(each.value, wanted)]
    else:
        once = [each for each in once if _is_told(each.value, fact, source)]
    once = [each for each in once if not (_is_small(each, text) or _is_part(each.text, text))]
    return once[0] if len(once) == 1 else None


def name_of(fact: Fact, text: str, spots: Sequence[Spot], hubs: Collection[str]) -> Spot | None:
    """Of the names in a fact's text its value, or the one that a name, an event or a definition is about.

    *hubs* are names that everybody guesses, since much of the bank is about them.
    """
    if fact.id.endswith(_WORKED_OUT):
        return None
    once = [spot for spot in spots if sum(other.name == spot.name for other in spots) == 1]
    if fact.value:
        value = fact.value.lower()
        once = [each for each in once if value in map(str.lower, (each.name.name, *each.name.aliases))]
        once = [each for each in once if each.name.kind is not NameKind.PERSON or each.name.name not in hubs]
    elif fact.kind in (FactKind.NAME, FactKind.EVENT, FactKind.DEFINITION):
        known = [each for each in once if each.name.name not in hubs]
        first = [each for each in known if text.startswith(f"{each.text} ")]
        once = first or [each for each in known if text.endswith(each.text)]
    else:
        return None
    return once[0] if once else None


def _value(text: str) -> Value | None:
    """The value that a fact's `value` begins with, whatever stands behind it: 24 hours in large cities."""
    bare = _HEDGE.sub("", text)
    found = [each.value for each in figures(bare)]
    begins = [each.value for each in figures(bare) if bare.startswith(each.text)]
    if len(found) != 1 or not begins:
        return None
    return None if _is_ordinal(begins[0]) and not _is_ordinal(values.read(text)) else begins[0]


def _is_ordinal(value: Value | None) -> bool:
    return isinstance(value, Quantity) and value.unit == "ordinal"


def _says(value: Value, wanted: Value) -> bool:
    if isinstance(value, Moment) and isinstance(wanted, Moment):
        return value == wanted
    one, other = values.as_quantity(value), values.as_quantity(wanted)
    return one is not None and other is not None and one.amount == other.amount


def _is_told(value: Value, fact: Fact, source: Source) -> bool:
    """Whether a figure of a fact without a value is what it tells, and not the time at which it does."""
    if isinstance(value, Moment):
        own = {each.value.year for each in figures(fact.as_of) if isinstance(each.value, Moment)}
        own |= {source.published.year} if source.published else set()
        return fact.kind in (FactKind.DATE, FactKind.EVENT) and value.year not in own | {0}
    return fact.kind is FactKind.NUMBER and not _is_ordinal(value)


def _is_part(figure: str, text: str) -> bool:
    """Whether it is one end of a range, or part of a name: three to four, the Storm of 1703."""
    at = text.find(figure)
    before, after = text[:at], text[at + len(figure) :]
    return bool(_RANGE_BEFORE.search(before) or _RANGE_AFTER.match(after) or _NAME_BEFORE.search(before))


def _is_small(figure: Figure, text: str) -> bool:
    """Whether it counts a few things, which is hardly worth asking."""
    value = figure.value
    if not isinstance(value, Quantity) or value.amount > _FEW or value.currency or value.unit:
        return False
    return not _UNITS.match(text[text.find(figure.text) + len(figure.text) :].strip(" -"))
