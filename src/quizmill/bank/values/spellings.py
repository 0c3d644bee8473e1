"""How units and sums of money may be written: what the reader reads, listed for a face that cannot read.

Nothing is listed that was not read: a spelling stands beside what the reader makes of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import islice, permutations, product

import msgspec

from quizmill.bank.fold import fold
from quizmill.bank.values import as_quantity, currencies, measures, read_spelt, units
from quizmill.bank.values.number_words import EXACT
from quizmill.bank.values.numbers import Quantity
from quizmill.bank.values.symbols import NONE, Own, hasty, spelt_out
from quizmill.bank.values.tongues import tongue
from quizmill.pattern import pattern

_SCALES = (
    "hundred thousand million millions billion billions trillion mln mn bn tn k m b lakh lakhs crore crores"
    " 千 万 萬 亿 億 万亿"
)
_COINS = "c ¢ pence p 分"
_SIGN = pattern(" ?[·⋅∙×*] ?")
_SLASH = pattern(" ?/ ?")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺º−µ", "0123456789-+°-μ", "^")
_FACTOR = pattern(r"([^\W\d_]+(?:-[^\W\d_]+)?)(?:\^(\d))?")
_SHORTEST_NAME = 3  # letters; of what is shorter capitals count
_NEAR = Decimal("0.000001")  # of one unit in another, in compound ones
_USUAL = frozenset(
    "m km cm mm mi ft s ms min h g kg mg l L ml mL J kJ N kN W kW mol bit Mbit B MB GB K".split()
)
_NEAREST = 6  # units of the kind of the first one in a compound
_MOST = 40  # compounds beside a compound unit, and names of it


class Size(msgspec.Struct, frozen=True):
    """What an amount of one unit is in another: `amount * factor + zero`."""

    factor: Decimal
    zero: Decimal = Decimal(0)


class Spellings(msgspec.Struct, frozen=True):
    """What may stand behind a number: symbols, whose capitals count, and names, folded."""

    symbols: dict[str, Size]
    names: dict[str, Size]


def unit_form(written: str) -> str:
    """A unit as it is looked up: one sign for products and one for ratios, and powers on the line."""
    return _SLASH.sub("/", _SIGN.sub("*", " ".join(written.translate(_RAISED).split())))


@lru_cache(maxsize=256)
def of_unit(unit: str, own: Own, language: str) -> Spellings:
    """What may be written where *unit* is wanted, and *own* stands beside the line."""
    named = [fold(each) for each in _names_of(unit, language)]
    short = [each for each in named if len(each) < _SHORTEST_NAME]
    written = dict.fromkeys((*_symbols_of(unit), *filter(None, own), *short, *map(str.upper, short)))
    forms = dict.fromkeys(map(unit_form, written))
    symbols = {each: size for each in forms if (size := _size(each, unit, own, language))}
    long = dict.fromkeys(each for each in named if len(each) >= _SHORTEST_NAME)
    forms = dict.fromkeys(unit_form(way) for each in long for way in (each, each.replace("-", " ")))
    names = {each: size for each in forms if (size := _size_of_name(each, unit, own, language))}
    return Spellings(symbols, names)


def _size_of_name(written: str, unit: str, own: Own, language: str) -> Size | None:
    """How large is what is written, if its capitals count for nothing: 5 H AMPERE are henries."""
    size = _size(written, unit, own, language)
    short = size and any(len(word) < _SHORTEST_NAME for word in written.split())
    return None if short and _size(written.upper(), unit, own, language) != size else size


def _size(written: str, unit: str, own: Own, language: str) -> Size | None:
    """How large what is written is in *unit*; None where it is read as something else."""
    for found in _readings(f"3 {written}", own, language):
        if found.amount != 3 or found.currency:
            continue
        if found.unit == unit:
            return Size(Decimal(1))
        one, zero = (units.convert(Decimal(amount), found.unit, unit) for amount in (1, 0))
        if one is not None and zero is not None:
            return Size(EXACT.subtract(one, zero), zero)
    return None


def _readings(text: str, own: Own, language: str) -> Iterator[Quantity]:
    """What is read of a text in English, and in another language."""
    folded, other = fold(spelt_out(text, own)), tongue(language)
    for said in (folded, other.in_english(folded)) if other else (folded,):
        if found := as_quantity(read_spelt(said)):
            yield found


def _symbols_of(unit: str) -> Iterator[str]:
    for symbol, name in (measures.symbols() | hasty() | measures.OTHERWISE).items():
        if units.convert(Decimal(1), name, unit) is not None:
            yield symbol
    if any(sign in unit for sign in "/*^"):
        for written in _compounds(unit):
            yield from (written, written.upper())


def _names_of(unit: str, language: str) -> Iterator[str]:
    own = tongue(language)
    for name in units.alike(unit):
        for form in units.forms(name):
            first, space, rest = form.partition(" ")
            yield from (form, _plural(form), f"{_plural(first)}{space}{rest}")
    yield from islice(_compound_names(unit), _MOST)
    if own:
        yield from (word for word in own.english if not word[-1:].isdigit())


def _plural(form: str) -> str:
    if not form.isascii() or not form[-1:].isalpha() or len(form) < 2:
        return form
    if form.endswith("y"):
        return f"{form[:-1]}ies"
    return f"{form}es" if form.endswith(("ch", "s", "x")) else f"{form}s"


def _compounds(unit: str) -> Iterator[str]:
    """The symbols of a compound unit and of its like, as m/s, m·s-1, m s-1 and km/h."""
    over, under = _factors(unit)
    powers = [power for _, power in (*over, *under)]
    for chosen in islice(_chosen([name for name, _ in (*over, *under)]), _MOST):
        parts = [
            f"{symbol}{power if power > 1 else ''}" for symbol, power in zip(chosen, powers, strict=True)
        ]
        inverse = [f"{symbol}-{power}" for symbol, power in zip(chosen, powers, strict=True)]
        above, below = parts[: len(over)], parts[len(over) :]
        for sign in ("*", " "):
            yield sign.join((*above, *inverse[len(over) :]))
            if below:
                yield f"{sign.join(above)}/{below[0] if len(below) == 1 else f'({sign.join(below)})'}"


def _chosen(names: list[str]) -> list[tuple[str, ...]]:
    """A symbol for each of the units, in all ways, first those that change little in size."""
    usual = [[symbol for symbol in kin(name) if symbol in _USUAL] or kin(name)[:1] for name in names]
    own = [[symbol for symbol in kin(name) if measures.symbols()[symbol] == name] for name in names]
    own[0] += kin(names[0])[:_NEAREST]
    near = [list(enumerate(dict.fromkeys((*mine, *some)))) for mine, some in zip(own, usual, strict=True)]
    chosen = sorted(product(*near), key=lambda pairs: sum(place for place, _ in pairs))
    return [tuple(symbol for _, symbol in pairs) for pairs in chosen]


def _compound_names(unit: str) -> Iterator[str]:
    """The names of a compound unit: metres per second, newton metres, square kilometres."""
    over, under = _factors(unit)
    if not under and len(over) < 2 and all(power == 1 for _, power in over):
        return
    for ordered in permutations(over):
        spelt = [[_raised(form, power) for form in units.forms(name)] for name, power in (*ordered, *under)]
        for chosen in product(*spelt):
            above, below = list(chosen[: len(over)]), chosen[len(over) :]
            for last in (above[-1], _plural(above[-1])):
                said = " ".join((*above[:-1], last))
                yield f"{said} per {' '.join(below)}" if below else said


def _raised(name: str, power: int) -> str:
    return {1: name, 2: f"square {name}", 3: f"cubic {name}"}.get(power, f"{name}^{power}")


def _factors(unit: str) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    over, _, under = measures.in_full(unit).partition("/")
    return _powers(over), _powers(under)


def _powers(factors: str) -> list[tuple[str, int]]:
    return [(name, int(power or 1)) for name, power in _FACTOR.findall(factors)]


@lru_cache(maxsize=256)
def kin(name: str) -> tuple[str, ...]:
    """The symbols of a unit and of those that are not very much larger or smaller, the nearest first."""
    sizes = {
        symbol: measures.convert(Decimal(1), named, name) for symbol, named in measures.symbols().items()
    }
    near = {symbol: size for symbol, size in sizes.items() if size and _NEAR <= size <= 1 / _NEAR}
    return tuple(sorted(near, key=lambda symbol: abs(near[symbol].log10())))


@lru_cache(maxsize=64)
def of_currency(currency: str, language: str) -> tuple[tuple[str, ...], dict[str, Size]]:
    """What may stand before an amount of a currency, and what behind it, coins too."""
    own = tongue(language)
    forms = currencies.currency_forms(currency)
    before = dict.fromkeys(form for form in forms if _is_of(f"{form} 3", currency, language))
    written = [*forms, *map(_plural, forms), *(own.english if own else ())]
    after = {fold(each): Size(Decimal(1)) for each in written if _is_of(f"3 {each}", currency, language)}
    coins = sorted(currencies.coins_of(currency))
    small = (*coins, *map(_plural, coins), *_COINS.split(), *(own.english if own else ()))
    for each in small:
        if any(found.unit in coins and found.amount == 3 for found in _readings(f"3 {each}", NONE, language)):
            after[fold(each)] = Size(Decimal("0.01"))
    return tuple(before), after


def _is_of(text: str, currency: str, language: str) -> bool:
    return any(found == Quantity(Decimal(3), currency) for found in _readings(text, NONE, language))


@lru_cache(maxsize=16)
def scales(language: str) -> dict[str, Decimal]:
    """What multiplies the number it stands behind, by the word or letter, folded; the longest first."""
    own = tongue(language)
    found: dict[str, Decimal] = {}
    for word in (*_SCALES.split(), *(own.english if own else ())):
        for said in _readings(f"3 {word}", NONE, language):
            if said.amount >= 300 and not said.unit and not said.currency:
                found[word.removesuffix(".")] = EXACT.divide(said.amount, Decimal(3))
    return dict(sorted(found.items(), key=lambda each: -len(each[0])))
