"""Which form of a word goes with a number: the rules of CLDR, in the notation in which CLDR gives them.

`v = 0 and i % 10 = 2..4 and i % 100 != 12..14` is a rule of Russian. So a new language brings its rules with
it, copied from CLDR's chart: https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from quizmill.pattern import pattern

OTHER = "other"  # the category of what no rule holds for; every language has it

_RELATION = pattern(r"([nivwftce])(?: % (\d+))? (!?)= ([\d.,]+)")


@lru_cache(maxsize=256)
def _operands(number: str) -> dict[str, float]:
    """What rules speak of, of a number as it is written: `1.50` has the integer 1 and two digits after it."""
    whole, _, digits = number.lstrip("-").partition(".")
    short = digits.rstrip("0")
    return {
        "n": float(f"{whole}.{digits}"),
        "i": int(whole),
        "v": len(digits),
        "w": len(short),
        "f": int(digits or 0),
        "t": int(short or 0),
        "c": 0,  # the exponent of "2M", which nothing here writes
        "e": 0,
    }


def category(rules: Mapping[str, str], number: str) -> str:
    """The first category whose rule holds for *number*, digits with perhaps a decimal point; else `other`."""
    operands = _operands(number)
    return next((name for name, rule in rules.items() if _holds(rule, operands)), OTHER)


def _holds(rule: str, operands: Mapping[str, float]) -> bool:
    return any(
        all(_is_so(relation, operands) for relation in condition.split(" and "))
        for condition in rule.split(" or ")
    )


def _is_so(relation: str, operands: Mapping[str, float]) -> bool:
    match = _RELATION.fullmatch(relation.strip())
    if match is None:
        raise ValueError(f'"{relation}" is no relation of a plural rule')
    operand, modulus, negated, ranges = match.groups()
    value = operands[operand] % int(modulus) if modulus else operands[operand]
    return bool(negated) != any(_is_in(value, each) for each in ranges.split(","))


def _is_in(value: float, span: str) -> bool:
    """Whether a whole number lies in `2..4`, or is the one that *span* names."""
    low, _, high = span.partition("..")
    return value == int(value) and int(low) <= value <= int(high or low)
