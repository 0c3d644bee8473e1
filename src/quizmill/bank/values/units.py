"""What an amount is of, if not of money: units by one folded name in the singular."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from quizmill.bank.values import measures
from quizmill.bank.values.currencies import CURRENCY_NAMES
from quizmill.bank.values.dates import MONTHS
from quizmill.bank.values.number_words import EXACT, NUMBER_WORDS
from quizmill.bank.values.plural_endings import singular, singular_word
from quizmill.pattern import pattern

UNITS = {
    "°c": "c degree-c deg-c degree-celsius degree-centigrade celsius",
    "°f": "f degree-f deg-f degree-fahrenheit fahrenheit",
    "%": "percent per-cent pct percentage",
    "‰": "per-mille permille per-mil promille per-thousand",
    "ppm": "part-per-million",
    "ppb": "part-per-billion",
    "percentage point": "pp percentage-point",
    "nanometre": "nm nanometer",
    "millimetre": "mm millimeter",
    "centimetre": "cm centimeter",
    "metre": "meter",
    "kiloohm": "kilohm",
    "megaohm": "megohm",
    "light-year": "light-year",
    "kilometre": "km kilometer",
    "kilometre/hour": "kph kmh",
    "mile/hour": "mph",
    "revolution/minute": "rpm",
    "beat/minute": "bpm",
    "km2": "sq-km square-km square-kilometre square-kilometer",
    "m2": "sq-m square-m square-metre square-meter",
    "m3": "cubic-m cubic-metre cubic-meter",
    "hectare": "ha",
    "cent": "centime centavo ct",
    "penny": "pence p",
    "kopek": "kopeck",
    "grosz": "groszy grosze",
    "rappen": "",
    "haler": "",
    "ore": "",
    "paisa": "paise",
    "fen": "",
    "kurus": "",
    "piastre": "",
    "agora": "agorot",
    "kilogram": "kg kilo",
    "gram": "g gramme",
    "milligram": "mg",
    "microgram": "μg ug mcg",
    "tonne": "t metric-ton",
    "litre": "l liter",
    "millilitre": "ml milliliter cc ccm",
    "hour": "hr h",
    "minute": "min",
    "second": "sec s",
    "millisecond": "ms",
    "day": "日",
    "year": "yr year-old y/o 年",
    "basis point": "bp",
    "week": "wk",
    "degree": "deg",
    "month": "mth 个月 個月 か月 ヶ月 ヵ月 カ月",
    "gigahertz": "ghz",
    "megahertz": "mhz",
    "terabyte": "tb",
    "gigabyte": "gb",
    "megabyte": "mb",
    "kilobyte": "kb",
    "pint": "pt",
    "quart": "qt",
    "gallon": "gal",
    "fluid ounce": "fl-oz",
    "nautical-mile": "nmi nautical-mile",
    "astronomical-unit": "astronomical-unit",
    "inch": "in inche",
    "foot": "ft feet",
    "times": "x time fold",
}
SIZES = (  # units of which one holds a whole number of others, in the smallest of each family
    {"month": 1, "year": 12, "decade": 120, "century": 1200},
    {"second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800, "fortnight": 1_209_600},
    {"millimetre": 1, "centimetre": 10, "metre": 1000, "kilometre": 1_000_000},
    {"microgram": 1, "milligram": 1000, "gram": 10**6, "kilogram": 10**9, "tonne": 10**12},
    {"millilitre": 1, "litre": 1000},
    {"megahertz": 1, "gigahertz": 1000},
    {"pint": 1, "quart": 2, "gallon": 8},
    {"ppb": 1, "ppm": 1000, "‰": 10**6, "%": 10**7},
)
_FAHRENHEIT = EXACT.divide(Decimal(5), Decimal(9))
ZEROS = {  # of temperatures: the size of a degree, and where its zero is, in kelvins
    "kelvin": (Decimal(1), Decimal(0)),
    "°c": (Decimal(1), Decimal("273.15")),
    "°f": (_FAHRENHEIT, EXACT.subtract(Decimal("273.15"), EXACT.multiply(Decimal(32), _FAHRENHEIT))),
}
NAMES = {form.replace("-", " "): name for name, forms in UNITS.items() for form in forms.split()}
_SIGNS = {"%": "%", "‰": "‰", "¢": "cent", "°": "degree"}
_NAMES_IN_RATIO = {"m": "metre"}  # alone it may be million
_BETWEEN_WORDS = pattern("[ -]")
_POWERS_BEFORE, _POWERS_AFTER = {"square": 2, "cubic": 3}, {"squared": 2, "cubed": 3}
_RATIO = pattern(r"/| per ")
_WORD = r"°?[^\W\d_]+[23]?(?:[-'/][^\W\d_]+[23]?)*"  # km2 is how a folded km² is spelt
_UNIT = pattern(rf"{_WORD}(?: {_WORD}){{0,2}}")
_NO_UNIT = {*NUMBER_WORDS, *MONTHS, *CURRENCY_NAMES} | set(
    """a an and or to of than the in at by on from for not no never is was but if so as about around over
    under more less least most fewer later ago before after since until plus minus nor st nd rd th
    only exactly altogether onward onwards""".split()
)


def forms(name: str) -> tuple[str, ...]:
    """The names of a unit in the singular, its own first; abbreviations too, folded."""
    american = (f"{name[:-2]}er",) if name.endswith(("metre", "litre")) else ()
    return (name, *american, *(form for form, named in NAMES.items() if named == name))


def alike(name: str) -> tuple[str, ...]:
    """The simple units that lead to *name* and back, itself first."""
    parts = (each for sizes in SIZES for each in sizes)
    known = dict.fromkeys((name, *ZEROS, *measures.names(), *parts, *NAMES.values()))
    return tuple(each for each in known if each == name or convert(Decimal(1), each, name) is not None)


def names_unit(folded: str, name: str) -> bool:
    """Whether a folded text names the unit *name* anywhere, in whatever spelling."""
    return name in _units_in(folded)


@lru_cache(maxsize=256)  # of a question, asked for each answer to it
def _units_in(folded: str) -> frozenset[str]:
    """Every unit that may be named in a folded text, in whatever spelling."""
    words = re.findall(rf"[%‰]|{_WORD}", folded)
    windows = (words[i : i + length] for length in (1, 2, 3, 4) for i in range(len(words) - length + 1))
    return frozenset(unit(" ".join(window)) for window in windows)


def convert(amount: Decimal, one: str, other: str) -> Decimal | None:
    """*amount* of the unit *one* in *other*; None when nothing leads from one to the other."""
    if one in ZEROS and other in ZEROS:
        return _of_temperature(amount, one, other)
    measured = measures.convert(amount, one, other)
    if measured is not None:
        return measured
    for sizes in SIZES:
        if one in sizes and other in sizes:
            return EXACT.divide(EXACT.multiply(amount, Decimal(sizes[one])), Decimal(sizes[other]))
    return None


def _of_temperature(amount: Decimal, one: str, other: str) -> Decimal:
    size, zero = ZEROS[one]
    kelvins = EXACT.add(EXACT.multiply(amount, size), zero)
    size, zero = ZEROS[other]
    return EXACT.divide(EXACT.subtract(kelvins, zero), size)


def is_measure(name: str) -> bool:
    """Whether *name* is a unit that means the same everywhere, not merely a thing that is counted."""
    if name in UNITS or any(name in sizes for sizes in SIZES):
        return True
    return measures.measure(name) is not None


def related_in(folded: str, name: str) -> tuple[str, ...]:
    """The units of *name*'s family, other than itself, that a folded text names."""
    others = (each for each in _units_in(folded) if each != name)
    return tuple(sorted(each for each in others if convert(Decimal(1), name, each) is not None))


def unit(folded: str) -> str:
    """The unit that the whole text names, at most three words; "" when it can be none."""
    if folded in _SIGNS:
        return _SIGNS[folded]
    if measures.measure(folded):
        return folded
    if folded not in NAMES and (made := _measured(folded)):
        return made
    if (ratio := _RATIO.split(folded)) and len(ratio) == 2 and folded not in NAMES:
        over, under = (_NAMES_IN_RATIO.get(part) or unit(part) for part in ratio)
        return f"{over}/{under}" if over and under else ""
    if folded in NAMES:
        return NAMES[folded]  # per thousand
    name = singular(folded)
    if not _UNIT.fullmatch(folded) or not _NO_UNIT.isdisjoint((*_BETWEEN_WORDS.split(folded), *name.split())):
        return ""
    return NAMES.get(folded) or NAMES.get(name, name)


def _measured(folded: str) -> str:
    """The measure that the words name: metres per second, newton metres, square kilometres; "" for none."""
    factors: list[tuple[str, int]] = []
    sign, power = 1, 1
    for word in _BETWEEN_WORDS.split(folded):
        if word == "per" and factors and sign > 0:
            sign = -1
        elif word in _POWERS_BEFORE and power == 1:
            power = _POWERS_BEFORE[word]
        elif word in _POWERS_AFTER and factors and abs(factors[-1][1]) == 1:
            factors[-1] = (factors[-1][0], factors[-1][1] * _POWERS_AFTER[word])
        else:
            name = _spelt(word.removesuffix("s"))  # calories, whose singular is in -ie
            name = name if measures.measure(name) else _spelt(singular_word(word))
            if measures.measure(name) is None:
                return ""
            factors.append((name, sign * power))
            power = 1
    return measures.product(factors) if factors and power == 1 else ""


def _spelt(word: str) -> str:
    """A unit's name as measures spell it: metre for meter, foot for feet."""
    if word.endswith(("meter", "liter")):
        word = f"{word[:-2]}re"
    return NAMES.get(word, word)
