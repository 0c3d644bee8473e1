"""Reading a quantity: an amount in digits or words, its scale, and its currency or unit.

The whole text must be the quantity; anything left over, and it is none. Amounts are exact decimals.
"""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec

from quizmill.bank.values import currencies, units
from quizmill.bank.values.number_words import EXACT, nth, read_ordinal, read_part, read_words
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
_POWER = pattern(r"(\d{1,4}) ?(?:\^|\*\*) ?(?:\((\d{1,3})\)|(\d{1,3}))(?![\d.,])")
_LARGEST = 10**40
_HOURS_AND_MINUTES = pattern(r"(\d{1,3}) ?h(?:ours?|rs?)? ?([0-5]?\d)(?: ?m(?:in(?:ute)?s?)?)?")
_AND_A_PART = pattern(
    r"(.+? (?:years?|months?|weeks?|days?|hours?|minutes?|kilo(?:gram|metre)?s?|litres?|metres?|miles?))"
    r" and (?:(?:a |one )?(half|quarter)|three quarters|[13]/4)"
)
_TO_THE_SECOND = pattern(r"(?:(\d{1,3}) ?h ?)?(\d{1,2}) ?m(?:in)? ?(\d{1,2}) ?s(?:ec)?")
_MINUTES_TOO = pattern(r"(\d{1,3}) hours?,?(?: and)? ([0-5]?\d)")
_QUARTERS_OF_AN_HOUR = pattern(r"(?:(?:a )?quarter|(three quarters)) of an hour")
_COINS_TOO = pattern(r"(.+?),?(?: and)? ?(?:(\d{2})|(\d{1,2}) ?([^\W\d_]+|¢))")
_PARTED = pattern("[, ']")
_FRACTION = pattern(r"(?:(\d{1,9})(?: | and ))?(\d{1,3}) ?/ ?(\d{1,3})(?! ?[\d/])")
_ORDINAL = pattern(r"(\d{1,9})(st|nd|rd|th)")
_NUMBERED = pattern(r"(?:n[or]\. ?|n[or] |number |# ?|№ ?)(?:(\d{1,9})|([a-z][a-z -]*))")
_COMPOUND = pattern(  # 4 years and 9 months; 1 h 30 min
    r"""(.+?[ ]?(?:years?|yrs?|weeks?|days?|hours?|hrs?|h|minutes?|mins?
                  |kilomet(?:re|er)s?|km|met(?:re|er)s?|m|kg
                  |feet|foot|ft|yards?|yd|pounds|lbs?|stones?|st)),?(?:[ ]and)?[ ](.+)""",
    re.VERBOSE,
)
SPANS = "decade century year month fortnight week day hour minute".split()  # of which "a" is one
_ONE = pattern(rf"an? (?=(?:{'|'.join(SPANS)})$)")
_SCALE = pattern(
    r"""[ -]?(?:(?P<word>hundred|dozen|score|thousand|lakh|million|crore|billion|trillion
                |mln|mn|bn|tn|k|m|b)s?
                (?![^\W_]|/(?:s|sec|second|min|h)\b)  # m2 and m/s are metres
            | (?P<chinese>万亿|億|亿|萬|万|千))""",
    re.VERBOSE,
)
_MORE = pattern(r" (\d{1,3})(?![\d.,/:])(?! ?(?:hundred|thousand|million|billion|k|m)\b)")
_SCALES = {
    "dozen": 12,
    "score": 20,
    "hundred": 100,
    "lakh": 10**5,
    "crore": 10**7,
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
    currency, rest = currencies.leading_currency(rest)
    if currency and not negative:
        negative, rest = _sign(rest)
    found = _amount(_ONE.sub("1 ", rest, count=1))
    if found is None:
        return _duration(folded)
    amount, rest = found
    simple = _of_what(-amount if negative else amount, currency, rest)
    return simple or _compound(folded) or _duration(folded) or _sum_with_coins(folded)


def _duration(folded: str) -> Quantity | None:
    """1h30 in minutes, 2h05m30s in seconds; an hour and a half in hours, and three quarters of one."""
    if match := _TO_THE_SECOND.fullmatch(folded):
        hours, minutes, seconds = (int(part or 0) for part in match.groups())
        return Quantity(Decimal(hours * 3600 + minutes * 60 + seconds), unit="second")
    if match := _MINUTES_TOO.fullmatch(folded):
        return Quantity(Decimal(int(match[1]) * 60 + int(match[2])), unit="minute")
    if match := _QUARTERS_OF_AN_HOUR.fullmatch(folded):
        return Quantity(Decimal(45 if match[1] else 15), unit="minute")
    if match := _HOURS_AND_MINUTES.fullmatch(folded):
        return Quantity(Decimal(int(match[1]) * 60 + int(match[2])), unit="minute")
    match = _AND_A_PART.fullmatch(folded)
    whole = read_quantity(match[1]) if match else None
    if match is None or whole is None:
        return None
    part = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}.get(
        match[2] or "", Decimal("0.25") if folded.endswith("1/4") else Decimal("0.75")
    )
    return Quantity(EXACT.add(whole.amount, part), unit=whole.unit)


def _sum_with_coins(folded: str) -> Quantity | None:
    """12 pounds 50, 12 pounds 5 pence: a sum whose coins follow it."""
    match = _COINS_TOO.fullmatch(folded)
    if match is None or (match[2] and match[1][-1:].isdigit()):
        return None
    whole = read_quantity(match[1])
    if whole is None or not whole.currency or whole.amount % 1:
        return None
    if match[4] and units.unit(match[4]) not in currencies.coins_of(whole.currency):
        return None
    coins = Decimal(match[2] or match[3]).scaleb(-2)
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
        return number if text == nth(number) else None
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
    if (match := _POWER.match(text)) and (found := int(match[1]) ** int(match[2] or match[3])) < _LARGEST:
        return Decimal(found), text[match.end() :]
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
            scale = Decimal(_SCALES[match["word"] or match["chinese"]])
            part, rest = read_part(rest[match.end() :])  # 2 million and a half
            amount = EXACT.multiply(amount + part, scale)
            if scale >= 1000 and (more := _MORE.match(rest)) and int(more[1]) < scale:  # 12 thousand 500
                amount, rest = amount + int(more[1]), rest[more.end() :]
    return amount, rest


def _of_what(amount: Decimal, currency: str, rest: str) -> Quantity | None:
    tail = rest.strip().removeprefix("-")
    if not tail:
        return Quantity(amount, currency)
    if currency and tail == "t":  # of money; else it is a tonne
        return Quantity(EXACT.multiply(amount, Decimal(_SCALES["trillion"])), currency)
    if rest == "s":  # 1990s is a decade, 90s may be
        return None
    trailing = currencies.trailing_currency(tail)
    if trailing:
        return Quantity(amount, trailing) if currency in ("", trailing) else None
    unit = "" if currency else units.unit(tail)
    return Quantity(amount, unit=unit) if unit else None
