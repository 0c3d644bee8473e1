"""Symbols of units, whose capitals count, spelt out as names: `5 mW` as `5 milliwatt`.

This comes before folding, which tells no capitals apart. A symbol is read as it is written; where there is
none such, as in `5 KM`, in whichever capitals make one, if only one is made.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from quizmill.bank.values.measures import OTHERWISE, measure, product, symbols
from quizmill.pattern import pattern

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_POWER = r"(?:\^?\(?([-−]?[1-9])\)?|([⁻⁺]?[¹²³⁴-⁹]))?"
_SYMBOL = r"(?:[^\W\d_¹²³⁴-⁹₀-₉]+|°)"
_FACTOR = pattern(rf"({_SYMBOL}){_POWER}")
_SIGN = pattern(r" ?[·⋅∙×*] ?| ?/ ?| (?=[^\W\d_])")
# What follows a number, but no power of ten: letters, their powers, and the signs between them.
_LINKED = rf"(?: ?[·⋅∙×*] ?| ?/ ?\(?| ){_SYMBOL}{_POWER}"
_NO_END = r"(?![\w²³$]|[ ./]{1,2}[12]\d{3}(?!\d))"  # 3 V 1791 is in May
_NO_POWER_OF_TEN = r"(?![eE][-+−]{0,2}\d)"
_AFTER_NUMBER = pattern(
    rf"(?<=[\d.⁰¹²³⁴-⁹)])( ?){_NO_POWER_OF_TEN}({_SYMBOL}{_POWER}(?:{_LINKED})*\)?){_NO_END}"
)
# Alone these may be another thing: million, thousand, trillion, Celsius, a letter, a word, a time of day.
_UNSURE = frozenset(
    "г с m M k K t T C F c f g G h H s S l L B b d D p P x n A a R E in am Am AM pm Pm PM".split()
)
_ORDINAL_SIGN = pattern(r"(?<=\d) ?º(?= ?[CF]\b|$|[,.;])")  # what Spanish keyboards have for °
_DEGREE_SIGN = pattern(r"(?<=\d)°(?= (?![CFcfKk]|kelvin)[^\W\d_]{3,})")  # what Italian has for º
_ASKED_IN = pattern(r"\b[Ii]n ([^\s,;?!()]{2,})(?=[\s,;?!).])")
_BY_MATTER = {  # single letters, by what is asked; else they are what they are without a question
    "m": (pattern(r"^(?!.*\bhow many\b)"), "metre"),
    "K": (pattern(""), "kelvin"),
    "B": (pattern(r"\bbytes?\b|\bmemory\b|\bfile\b"), "byte"),
    "C": (pattern(r"\bcharge|\bcoulomb"), "coulomb"),
    "F": (pattern(r"\bcapaci|\bfarad"), "farad"),
    "H": (pattern(r"\binduct|\bhenr"), "henry"),
    "M": (pattern(r"\bmolar|\bconcentration"), "molar"),
    "S": (pattern(r"\bconduct|\bsiemens"), "siemens"),
    "T": (pattern(r"\bmagnet|\bflux|\btesla"), "tesla"),
}
_SMALL = frozenset("a c f h j n v w".split())  # of symbols that are a capital
_DEGREES = ("°C", "°F", "C", "F")
_NO_SYMBOLS = set("mn Mn MN us na Na NA da DA".split())  # millions; the United States; little words
_PER_SECOND = pattern(r"([kmgtKMGT]?)([bB])(?:it)?ps")
_RUN_TOGETHER = pattern(r"([kMGT]?W|[mkM]?A)(h)|([kMm]?N)(m)")  # kWh, mAh, Nm


class Own(NamedTuple):
    """The unit that stands beside the line for an answer: its symbol as written, and its name."""

    symbol: str = ""
    name: str = ""

    def letter(self, symbol: str) -> str:
        """What a symbol means that may be another thing, behind a number; "" where nobody can say.

        It is the unit's own, or one that measures the same; where the unit is a measure a capital is a unit
        too, if another one, and a small letter may stand for the unit's own capital.
        """
        if not self.symbol and not self.name:
            return ""
        if symbol == self.symbol or (symbol == self.symbol.lower() and symbol in _SMALL):
            return self.name
        name = symbols().get(symbol) or OTHERWISE.get(symbol, "")
        if name == "kelvin" and self.symbol in _DEGREES:
            return name
        one, other = measure(self.name), measure(name)
        if one is None or other is None:
            return ""
        return name if one.powers == other.powers or (symbol.isupper() and symbol in symbols()) else ""


NONE = Own()


def own_unit(written: str, asked: str) -> Own:
    """What the unit of a question is; *asked* is the folded question, which tells coulombs from degrees."""
    letter = _BY_MATTER.get(written)
    if letter:
        return Own(written, letter[1] if letter[0].search(asked) else "")
    return Own(written, unit_named(written))


def named_in(question: str) -> str:
    """The names of the units whose symbols a question asks for, as in "in mW"."""
    return " ".join(filter(None, (unit_named(symbol) for symbol in _ASKED_IN.findall(question))))


def with_places(text: str) -> str:
    """*text* with 3º for 3°, where a word follows that no temperature is measured in."""
    return _DEGREE_SIGN.sub("º", text)


def spelt_out(text: str, own: Own = NONE) -> str:
    """*text* with the symbols of units behind its numbers as names; of its *own* unit a letter is enough."""
    if not _is_telling(text):
        return text
    text = _ORDINAL_SIGN.sub("°", " ".join(text.split()))  # whichever spaces there are
    return _AFTER_NUMBER.sub(lambda match: _named(match, own), text)


def _is_telling(text: str) -> bool:
    return any(char.isdigit() for char in text)


def _named(match: re.Match[str], own: Own) -> str:
    """The longest beginning that is a unit as its name, and what follows it."""
    written = match[2]
    ends = [end.start() for end in re.finditer(r" |$", written)]
    for end in reversed(ends):
        symbol = written[:end].rstrip("·*./^")
        name = own.letter(symbol) if len(symbol) == 1 or symbol in _UNSURE else ""
        if name or (symbol not in _UNSURE and (name := unit_named(symbol))):
            return f" {name}{written[len(symbol) :]}"
    return match[0]


@lru_cache(maxsize=512)
def unit_named(written: str) -> str:
    """The name of the unit that these symbols make, such as `kg·m/s²`; "" where they make none."""
    written = _PER_SECOND.sub(_bits_per_second, written)
    whole = _exactly(written) or (_exactly(written.lower()) if written.isupper() else "")
    return whole or _made(written, _symbol)


def _bits_per_second(match: re.Match[str]) -> str:
    """Mb/s for Mbps, and for what is typed in haste: mbps."""
    prefix, unit = match.groups()
    return f"{prefix if prefix == 'k' else prefix.upper()}{unit}/s".replace("K", "k")


def _exactly(written: str) -> str:
    return _made(written, lambda symbol: symbols().get(symbol, ""))


def _made(written: str, names: Callable[[str], str]) -> str:
    factors: list[tuple[str, int]] = []
    at, sign, bracketed = 0, 1, False
    if together := _RUN_TOGETHER.fullmatch(written):
        written = " ".join(part for part in together.groups() if part)
    while at < len(written):
        if factors:
            link = _SIGN.match(written, at)
            if link is None:
                return ""
            if "/" in link[0]:
                sign = -1
            at = link.end()
            if sign < 0 and written[at : at + 1] == "(" and written.endswith(")"):
                written, bracketed = written[:at] + written[at + 1 : -1], True
        factor = _FACTOR.match(written, at)
        name = names(factor[1]) if factor else ""
        if factor is None or not name:
            return ""
        power = (factor[2] or factor[3] or "1").translate(_RAISED).replace("−", "-")
        factors.append((name, sign * int(power)))
        at = factor.end()
        if sign < 0 and not bracketed and written[at : at + 1] not in ("", "/"):
            return ""  # of J/kg K nobody can say where the K belongs
    return product(factors)


def _symbol(written: str) -> str:
    """The full name of one unit, as its symbol is written or as it may be typed in haste."""
    return symbols().get(written) or (hasty().get(written, "") if len(written) > 1 else "")


@cache
def hasty() -> dict[str, str]:
    """Names by what is typed for symbols: kw and hz for kW and Hz, KM and Kg for km and kg, um for μm.

    What could be two of them is none: mw is neither mW nor MW.
    """
    found: dict[str, set[str]] = {}
    for symbol, name in symbols().items():
        spelt = {symbol.lower()} if symbol != symbol.lower() else {symbol.upper()}
        if symbol[0] not in "mp":  # Mg is no milligram
            spelt.add(symbol.capitalize())
        spelt |= {symbol.replace("μ", letter) for letter in "uµ" if symbol.startswith("μ")}
        for each in sorted(spelt - symbols().keys() - _NO_SYMBOLS):
            found.setdefault(each, set()).add(name)
    return {typed: next(iter(names)) for typed, names in found.items() if len(names) == 1}
