"""What a question lets one expect of a value: the unit it counts in, what "m" means, the years it names."""

from __future__ import annotations

import re

from quizmill.bank import values
from quizmill.bank.fold import fold
from quizmill.bank.values import Quantity, units

_COUNTED = re.compile(r"\bhow many (?!of\b)(percentage points|\w+)")
_COUNTS = re.compile(r"\bhow (?:many|much)\b|\bnumber of\b|\bwhat percentage\b")
_LENGTHS = re.compile(
    r"\bmet(?:re|er)s?\b|\bhow (?:high|tall|deep|far|wide|long)\b"
    r"|\b(?:height|length|depth|width|distance|altitude|elevation)\b"
)
_KELVIN = re.compile(r"\bkelvins?\b")
_LETTER = re.compile(r"(?<=\d) ?([mk])\.?$")
_MEASURED = re.compile(r"\d[\d,.]*[ -]?(?:%|°?[a-z]+)")
_POINTS = re.compile(r"\b(?:percentage|percent|per cent|%)[ -]points?\b")
_LONE_M = re.compile(r"(?<!\S)m(?!\S)")
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d|,\d)")


def counts(asked: str) -> bool:
    """Whether a folded question asks how many or how much."""
    return bool(_COUNTS.search(asked))


def counted_unit(asked: str) -> str:
    """The measure that a folded question counts in, as "how many days" does; "" when it names none."""
    match = _COUNTED.search(asked)
    name = units.unit(match[1]) if match else ""
    plural = match is not None and (match[1].endswith("s") or match[1] in ("feet", "percent"))
    return name if plural and units.is_measure(name) else ""


def names_unit(asked: str, unit: str) -> bool:
    """Whether a folded question names *unit*; where it counts things, not as the unit of another number."""
    if unit == "%":
        asked = _POINTS.sub(" ", asked)
    if _COUNTED.search(asked) and units.is_measure(unit):
        asked = _MEASURED.sub(" ", asked)
    return units.names_unit(asked, unit) or (unit == "metre" and bool(_LONE_M.search(asked)))


def years(asked: str) -> frozenset[int]:
    """The years that a folded question names."""
    return frozenset(map(int, _YEAR.findall(asked)))


def spelt_out(text: str, asked: str, unit: str) -> str:
    """*text* with the "m" at its end as metres and "k" as kelvin, where the question measures in these.

    Elsewhere they are million and thousand, and always so of money.
    """
    letter = _LETTER.search(fold(text))
    value = values.read(text) if letter else None
    if letter is None or not isinstance(value, Quantity) or value.currency or value.unit:
        return text
    lengths = _LENGTHS.search(asked) or (fold(unit) == "m" and not counts(asked))
    if letter[1] == "m" and lengths:
        return f"{fold(text)[: letter.start()]} metres"
    return f"{fold(text)[: letter.start()]} kelvin" if letter[1] == "k" and _KELVIN.search(asked) else text
