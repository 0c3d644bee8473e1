"""What can be measured: units by their full names, how large each is, and of which kind.

A measure is named in English, in the singular, as `kilometre/hour`, `newton*metre` or `metre/second^2`: words
that survive folding, which symbols do not (mW is not MW). Sizes are exact where the definition is (BIPM, The
International System of Units, 9th edition; NIST SP 811 for those outside it).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

import msgspec

from quizmill.bank.values.number_words import EXACT, SURE
from quizmill.pattern import pattern

BASE = "metre kilogram second ampere kelvin mole candela byte degree".split()

_PREFIXES = {  # by symbol: name and power of ten
    "P": ("peta", 15),
    "T": ("tera", 12),
    "G": ("giga", 9),
    "M": ("mega", 6),
    "k": ("kilo", 3),
    "h": ("hecto", 2),
    "d": ("deci", -1),
    "c": ("centi", -2),
    "m": ("milli", -3),
    "μ": ("micro", -6),
    "n": ("nano", -9),
    "p": ("pico", -12),
    "f": ("femto", -15),
}

_CYRILLIC = dict(zip(_PREFIXES, "П Т Г М к г д с м мк н п ф".split(), strict=True))

# By name: symbols, size in base units, those base units; then the prefixes that are in use. With all of them
# US would be a unit, and TH.
_PREFIXED = """
metre m,м 1 metre | k d c m μ n p f
gram g,г 0.001 kilogram | M k m μ n
second s,с 1 second | m μ n p f
ampere A,А 1 ampere | k m μ n
kelvin K,К 1 kelvin | m μ
mole mol,моль 1 mole | k m μ n
candela cd,кд 1 candela | m
hertz Hz,Гц 1 second^-1 | k M G T
newton N,Н 1 kilogram metre second^-2 | k m
pascal Pa,Па 1 kilogram metre^-1 second^-2 | h k M G m
joule J,Дж 1 kilogram metre^2 second^-2 | k M G m
watt W,Вт 1 kilogram metre^2 second^-3 | k M G T m μ n
coulomb C,Кл 1 ampere second | m μ n
volt V,В 1 kilogram metre^2 second^-3 ampere^-1 | k M m μ
farad F,Ф 1 kilogram^-1 metre^-2 second^4 ampere^2 | m μ n p
ohm Ω,ohm,Ом 1 kilogram metre^2 second^-3 ampere^-2 | k M m
siemens S,См 1 kilogram^-1 metre^-2 second^3 ampere^2 | m μ
weber Wb,Вб 1 kilogram metre^2 second^-2 ampere^-1 | m
tesla T,Тл 1 kilogram second^-2 ampere^-1 | m μ n
henry H,Гн 1 kilogram metre^2 second^-2 ampere^-2 | m μ
lumen lm,лм 1 candela | k
lux lx,лк 1 candela metre^-2 | k
becquerel Bq,Бк 1 second^-1 | k M G
gray Gy,Гр 1 metre^2 second^-2 | m μ
sievert Sv,Зв 1 metre^2 second^-2 | m μ
litre l,L,л 0.001 metre^3 | h d c m μ
tonne t,т 1000 kilogram | k M
electronvolt eV,эВ 1.602176634E-19 kilogram metre^2 second^-2 | k M G T m
bar bar,бар 100000 kilogram metre^-1 second^-2 | m
calorie cal,кал 4.184 kilogram metre^2 second^-2 | k
molar M 1000 mole metre^-3 | m μ n
byte B,Б 1 byte | k M G T P
bit bit,b,бит 0.125 byte | k M G T
"""
_PLAIN = """
minute min,мин 60 second
hour h,ч 3600 second
day d 86400 second
week wk 604800 second
hectare ha,га 10000 metre^2
acre ac 4046.8564224 metre^2
inch in 0.0254 metre
foot ft 0.3048 metre
yard yd 0.9144 metre
mile mi 1609.344 metre
pound lb 0.45359237 kilogram
ounce oz 0.028349523125 kilogram
knot kn 0.51444444444444444444 metre second^-1
atmosphere atm 101325 kilogram metre^-1 second^-2
mmHg mmHg 133.322387415 kilogram metre^-1 second^-2
angstrom Å,Å 0.0000000001 metre
light-year ly 9460730472580800 metre
parsec pc 30856775814913673 metre
radian rad 57.295779513082320877 degree
degree ° 1 degree
revolution rev 360 degree
nautical-mile nmi 1852 metre
astronomical-unit astronomical-unit 149597870700 metre
furlong furlong 201.168 metre
fathom fathom 1.8288 metre
stone stone 6.35029318 kilogram
carat carat 0.0002 kilogram
dalton Da 1.6605390666E-27 kilogram
psi psi 6894.7572931683613367 kilogram metre^-1 second^-2
torr Torr 133.3223684210526315789473684210526315789473684210526315789474 kilogram metre^-1 second^-2
horsepower hp 745.69987158227022 kilogram metre^2 second^-3
teaspoon tsp 0.000005 metre^3
tablespoon tbsp 0.000015 metre^3
cup cup 0.00024 metre^3
fortnight fortnight 1209600 second
kilobyte KB 1000 byte
kibibyte KiB 1024 byte
mebibyte MiB 1048576 byte
gibibyte GiB 1073741824 byte
"""
# Names that stood for these before there were measures of every kind; banks and rules know them.
_SHORT = {"metre^2": "m2", "kilometre^2": "km2", "metre^3": "m3"}
_LONG = {short: long for long, short in _SHORT.items()}
_ATOM = pattern(r"([^\W\d_]+(?:-[^\W\d_]+)?)(?:\^(-?\d))?")


class Measure(msgspec.Struct, frozen=True):
    """How large a unit is in base units, and to which power each of these stands in it."""

    size: Decimal
    powers: tuple[int, ...]


class _Unit(NamedTuple):
    """A line of a table."""

    name: str
    symbols: tuple[str, ...]
    measure: Measure

    def prefixed(self, sign: str) -> _Unit:
        """The unit with a prefix before it."""
        prefix, power = _PREFIXES[sign]
        signs = {False: sign, True: _CYRILLIC[sign]}
        symbols = tuple(signs["Ё" <= symbol < "ѐ"] + symbol for symbol in self.symbols)
        larger = Measure(self.measure.size.scaleb(power), self.measure.powers)
        return _Unit(prefix + self.name, symbols, larger)


def _listed(table: str) -> Iterator[_Unit]:
    for line in table.strip().splitlines():
        told, _, prefixes = line.partition("|")
        name, symbols, size, *base = told.split()
        powers = dict.fromkeys(BASE, 0)
        for each in base:
            of, _, power = each.partition("^")
            powers[of] = int(power or 1)
        unit = _Unit(name, tuple(symbols.split(",")), Measure(Decimal(size), tuple(powers.values())))
        yield unit
        yield from map(unit.prefixed, prefixes.split())


OTHERWISE = {"M": "molar", "S": "siemens"}  # typed in haste they are metres and seconds: M/S


@cache
def symbols() -> dict[str, str]:
    """The full name of each unit by its symbol, capitals kept, but for those of OTHERWISE."""
    return {symbol: unit.name for unit in _all() for symbol in unit.symbols if symbol not in OTHERWISE}


@cache
def by_name() -> dict[str, Measure]:
    """The simple measures by their full names."""
    return {unit.name: unit.measure for unit in _all()}


@cache
def _all() -> tuple[_Unit, ...]:
    return (*_listed(_PREFIXED), *_listed(_PLAIN))


@lru_cache(maxsize=512)
def measure(name: str) -> Measure | None:
    """The measure with that full name, which may be a product or a ratio; None where there is none."""
    over, _, under = in_full(name).partition("/")
    size, powers = Decimal(1), [0] * len(BASE)
    for sign, factors in ((1, over), (-1, under)):
        for factor in factors.split("*") if factors else ():
            match = _ATOM.fullmatch(factor)
            if match is None or (of := by_name().get(match[1])) is None:
                return None
            power = sign * int(match[2] or 1)
            size = EXACT.multiply(size, EXACT.power(of.size, power))
            powers = [one + power * other for one, other in zip(powers, of.powers, strict=True)]
    return Measure(size, tuple(powers)) if over else None


def in_full(name: str) -> str:
    """The name of a measure without the short ones: metre^2 for m2."""
    return _LONG.get(name, name)


def names() -> Iterator[str]:
    """The full names of all simple measures."""
    yield from by_name()


def product(factors: list[tuple[str, int]]) -> str:
    """The name of what these units, each to its power, make together; "" where they make nothing."""
    together: dict[str, int] = {}
    for name, power in factors:
        together[name] = together.get(name, 0) + power
    over = [_raised(name, power) for name, power in sorted(together.items()) if power > 0]
    under = [_raised(name, -power) for name, power in sorted(together.items()) if power < 0]
    if not over:  # a frequency, or nothing
        return "*".join(_raised(name, power) for name, power in sorted(together.items()) if power)
    made = "*".join(over) + ("/" + "*".join(under) if under else "")
    return _SHORT.get(made, made)


def _raised(name: str, power: int) -> str:
    return name if power == 1 else f"{name}^{power}"


def convert(amount: Decimal, one: str, other: str) -> Decimal | None:
    """*amount* of the measure called *one* in the one called *other*; None where they are of two kinds."""
    first, second = measure(one), measure(other)
    if first is None or second is None or first.powers != second.powers:
        return None
    return SURE.divide(EXACT.multiply(amount, first.size), second.size)
