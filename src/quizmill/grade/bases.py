"""Is it the same numeral? `101₂`, `101_2`, `0b101` and "101 base 2" are one, and another than 5.

Where the question names the base, the digits alone are enough.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from quizmill.pattern import pattern

_SMALL = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_LETTER_FOR = {"b": 2, "o": 8, "x": 16}
_PREFIXED = pattern(r"0([box])_?([0-9a-f][0-9a-f_ ]*)")
_MARKED = pattern(
    r"\(?([0-9a-f][0-9a-f ]*)\)?"
    r"(?: ?_ ?[({]?(\d{1,2})[)}]?|([₀-₉]{1,2})|,? ?[(]?(?:in )?base[ -]?(\d{1,2})[)]?|(?<=\))(\d{1,2}))"
)
_BARE = pattern(r"[0-9a-f][0-9a-f ]*")
_NAMED = {  # in questions, as most languages have it
    2: pattern(r"\bbina|base[- ]?(?:2\b|two)|\bдвоич|二进制|二進|2進"),
    8: pattern(r"\bo[ck]tal|base[- ]?(?:8\b|eight)|восьмерич|八进制|八進|8進"),
    10: pattern(r"\bdecimal|base[- ]?(?:10\b|ten)|десятич|十进制|十進|10進"),
    16: pattern(r"\bhex|\besadec|base[- ]?(?:16\b|sixteen)|шестнадцатерич|十六进制|十六進|16進"),
}


class Numeral(NamedTuple):
    """Digits without zeros in front, and the base that they are written in."""

    digits: str
    base: int


def numeral(text: str) -> Numeral | None:
    """The numeral whose base the whole of *text* names; None for another text, and digits it cannot have."""
    folded = text.strip().strip(".").lower()
    if match := _PREFIXED.fullmatch(folded):
        return _checked(match[2], _LETTER_FOR[match[1]])
    match = _MARKED.fullmatch(folded)
    base = next(filter(None, match.groups()[1:])) if match else ""
    return _checked(match[1], int(base.translate(_SMALL))) if match else None


def numerals(forms: Iterable[str], asked: str) -> tuple[Numeral, ...]:
    """Those of the forms that name their base, or are digits in the one that the folded question names."""
    return tuple(found for form in forms if (found := numeral(form) or _in_base_of(asked, form)))


def _in_base_of(asked: str, form: str) -> Numeral | None:
    named = [base for base in _NAMED if _BARE.fullmatch(form.lower()) and _names(asked, base)]
    return _checked(form.lower(), named[0]) if len(named) == 1 and named != [10] else None


def is_one(given: str, wanted: Iterable[Numeral], asked: str) -> bool | None:
    """Whether *given* is one of them; *asked* is the folded question. None for what is no numeral at all."""
    found = numeral(given)
    if found:
        return found in wanted
    bare = given.strip().strip(".").lower()
    if not _BARE.fullmatch(bare):
        return None
    known = (each for each in wanted if each.base in _NAMED and _names(asked, each.base))
    return any(_checked(bare, each.base) == each for each in known)


def named_in(asked: str) -> tuple[int, ...]:
    """The bases that a folded question names."""
    return tuple(base for base in _NAMED if _names(asked, base))


def _names(asked: str, base: int) -> bool:
    return _NAMED[base].search(asked) is not None


def _checked(digits: str, base: int) -> Numeral | None:
    bare = digits.replace(" ", "").replace("_", "").lstrip("0") or "0"
    lettered = not bare.isdigit()
    if not 2 <= base <= 16 or (lettered and (base != 16 or len(bare) < 2)):  # B₁₂ is a vitamin
        return None
    return Numeral(bare, base) if all(int(digit, 16) < base for digit in bare) else None
