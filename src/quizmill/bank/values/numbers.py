"""Reading a quantity: an amount in digits or words, its scale, and its currency or unit.

The whole text must be the quantity; anything left over, and it is none. Amounts are exact decimals.
"""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec

from quizmill.bank.values import units
from quizmill.bank.values.number_words import EXACT, read_ordinal, read_part, read_words
from quizmill.pattern import pattern

_LONGEST = 200  # characters; "nine hundred ninety-nine trillion …" in words takes 170

_SIGN = pattern(r"(?:([-+])|(minus|negative) ) ?")
_DIGITS = pattern(
    r"""(?P<whole>\d{1,3}(?:,\d{3})+(?!,?\d) | \d{1,3}(?:[ ]\d{3})+(?![ ]?\d)
            | \d{1,3}(?:'\d{3})+(?!'?\d)          # as in Switzerland
            | \d{1,2}(?:,\d{2})+,\d{3}(?!,?\d)     # as in India
            | \d{1,30})?
        (?P<decimals>(?<!\ )[.٫]\d{1,30})?""",  # in Arabic ٫ is a point that parts nothing else
    re.VERBOSE,
)
_TIMES_TEN = pattern(  # 1.6e-19, 1.6 x 10^-19, 1.6·10^(-19)
    r"e\+?(-?\d{1,3})(?!\w) | [ ]?[x×*·⋅][ ]?10[ ]?(?:\^|\*\*)[ ]?(?:\((-?\+?\d{1,3})\)|(-?\+?\d{1,3}))",
    re.VERBOSE,
)
_POWER_OF_TEN = pattern(r"10 ?(?:\^|\*\*) ?(?:\((-?\+?\d{1,3})\)|(-?\+?\d{1,3}))(?!\d)")
_HOURS_AND_MINUTES = pattern(r"(\d{1,3}) ?h(?:ours?|rs?)? ?([0-5]?\d)(?: ?m(?:in(?:ute)?s?)?)?")
_AND_A_PART = pattern(r"(.+? (?:years?|months?|weeks?|days?|hours?|minutes?)) and (?:a|one) (half|quarter)")
_COINS_TOO = pattern(r"(.+?),?(?: and)? ?(\d{2})(?: ?(cents?|pence|p|penny))?")
_PARTED = pattern("[, ']")
_FRACTION = pattern(r"(?:(\d{1,9})(?: | and ))?(\d{1,3}) ?/ ?(\d{1,3})(?! ?[\d/])")
_ORDINAL = pattern(r"(\d{1,9})(st|nd|rd|th)")
_NUMBERED = pattern(r"(?:no\. ?|no |number |# ?|№ ?)(?:(\d{1,9})|([a-z][a-z -]*))")
_COMPOUND = pattern(  # 4 years and 9 months; 1 h 30 min
    r"""(.+?[ ]?(?:years?|yrs?|weeks?|days?|hours?|hrs?|h|minutes?|mins?
                  |kilomet(?:re|er)s?|km|met(?:re|er)s?|m|kg)),?(?:[ ]and)?[ ](.+)""",
    re.VERBOSE,
)
SPANS = "decade century year month week day hour minute".split()  # of which "a" is one
_ONE = pattern(rf"an? (?=(?:{'|'.join(SPANS)})$)")
_SCALE = pattern(
    r"""[ -]?(?:(?P<word>hundred|thousand|million|billion|trillion|mln|mn|bn|tn|k|m|b)s?
                (?![^\W_]|/(?:s|sec|second|min|h)\b)  # m2 and m/s are metres
            | (?P<chinese>万亿|億|亿|萬|万|千))""",
    re.VERBOSE,
)
_SCALES = {
    "hundred": 100,
    **dict.fromkeys(("k", "thousand", "千"), 10**3),
    **dict.fromkeys(("万", "萬"), 10**4),
    **dict.fromkeys(("m", "mn", "mln", "million"), 10**6),
    **dict.fromkeys(("亿", "億"), 10**8),
    **dict.fromkeys(("b", "bn", "billion"), 10**9),
    **dict.fromkeys(("tn", "trillion", "万亿"), 10**12),
}


class Quantity(msgspec.Struct, frozen=True):
    """An amount and what it is of; the unit is "%" for percent and "ordinal" for a place in a row."""

    amount: Decimal
    currency: str = ""  # ISO 4217
    unit: str = ""  # folded, in the singular


def read_quantity(folded: str) -> Quantity | None:
    """The quantity that the whole of a folded text names, else None."""
    if len(folded) > _LONGEST:
        return None
    if place := _place_in_row(folded):
        return Quantity(Decimal(place), unit="ordinal")
    negative, rest = _sign(folded)
    currency, rest = units.leading_currency(rest)
    if currency and not negative:
        negative, rest = _sign(rest)
    found = _amount(_ONE.sub("1 ", rest, count=1))
    if found is None:
        return _duration(folded)
    amount, rest = found
    simple = _of_what(-amount if negative else amount, currency, rest)
    return simple or _compound(folded) or _duration(folded) or _sum_with_coins(folded)


def _duration(folded: str) -> Quantity | None:
    """1h30 in minutes; an hour and a half in hours."""
    if match := _HOURS_AND_MINUTES.fullmatch(folded):
        return Quantity(Decimal(int(match[1]) * 60 + int(match[2])), unit="minute")
    match = _AND_A_PART.fullmatch(folded)
    whole = read_quantity(match[1]) if match else None
    if match is None or whole is None:
        return None
    part = Decimal("0.5") if match[2] == "half" else Decimal("0.25")
    return Quantity(EXACT.add(whole.amount, part), unit=whole.unit)


def _sum_with_coins(folded: str) -> Quantity | None:
    """12 pounds 50, 12 pounds 50 pence: a sum whose coins follow it."""
    match = _COINS_TOO.fullmatch(folded)
    whole = read_quantity(match[1]) if match and not match[1][-1:].isdigit() else None
    if match is None or whole is None or not whole.currency or whole.amount % 1:
        return None
    coins = Decimal(match[2]).scaleb(-2)
    return Quantity(whole.amount + (coins if whole.amount >= 0 else -coins), whole.currency)


def _compound(folded: str) -> Quantity | None:
    """An amount said in two units, the larger first, in the smaller of them."""
    match = _COMPOUND.fullmatch(folded)
    larger, smaller = (read_quantity(part) for part in match.groups()) if match else (None, None)
    if larger is None or smaller is None:
        return None
    whole = units.convert(larger.amount, larger.unit, smaller.unit)
    one = units.convert(Decimal(1), larger.unit, smaller.unit)
    if whole is None or one is None or not 0 <= smaller.amount < one:
        return None
    return Quantity(EXACT.add(whole, smaller.amount), unit=smaller.unit)


def _sign(text: str) -> tuple[bool, str]:
    match = _SIGN.match(text)
    return (match[0].strip() != "+", text[match.end() :]) if match else (False, text)


def _place_in_row(text: str) -> int | None:
    """3 for 3rd, No. 3, #3, third; None for 3th."""
    if match := _NUMBERED.fullmatch(text):
        if match[1]:
            return int(match[1])
        found = read_words(match[2])
        return int(found[0]) if found and not found[1] and found[0] % 1 == 0 else None
    if match := _ORDINAL.fullmatch(text):
        number = int(match[1])
        plain = number % 100 in (11, 12, 13)
        ending = "th" if plain else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return number if match[2] == ending else None
    return read_ordinal(text)


def _amount(text: str) -> tuple[Decimal, str] | None:
    """The amount a text begins with, its scale included, and what follows it."""
    if match := _FRACTION.match(text):
        whole, over, under = (Decimal(part or 0) for part in match.groups())
        if not under:
            return None
        return _scaled(EXACT.add(whole, EXACT.divide(over, under)), text[match.end() :])
    if match := _POWER_OF_TEN.match(text):
        return Decimal(1).scaleb(int(match[1] or match[2])), text[match.end() :]
    match = _DIGITS.match(text)
    if not match or not match[0]:
        return read_words(text)
    amount = Decimal(_PARTED.sub("", match[0]).replace("٫", "."))
    if power := _TIMES_TEN.match(text, match.end()):
        return amount.scaleb(int(power[1] or power[2] or power[3])), text[power.end() :]
    part, rest = read_part(text[match.end() :])
    return _scaled(amount + part, rest)


def _scaled(amount: Decimal, rest: str) -> tuple[Decimal, str]:
    for _ in range(2):  # "3 hundred thousand"
        if match := _SCALE.match(rest):
            amount = EXACT.multiply(amount, Decimal(_SCALES[match["word"] or match["chinese"]]))
            rest = rest[match.end() :]
    return amount, rest


def _of_what(amount: Decimal, currency: str, rest: str) -> Quantity | None:
    tail = rest.strip().removeprefix("-")
    if not tail:
        return Quantity(amount, currency)
    if currency and tail == "t":  # of money; else it is a tonne
        return Quantity(EXACT.multiply(amount, Decimal(_SCALES["trillion"])), currency)
    if rest == "s":  # 1990s is a decade, 90s may be
        return None
    trailing = units.trailing_currency(tail)
    if trailing:
        return Quantity(amount, trailing) if currency in ("", trailing) else None
    unit = "" if currency else units.unit(tail)
    return Quantity(amount, unit=unit) if unit else None
