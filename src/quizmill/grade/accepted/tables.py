"""What a page that marks needs to know once: units, currencies, words, a bank's names, and its language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from quizmill.bank.model import Name
from quizmill.bank.values import clock, currencies, measures, numerals, units
from quizmill.bank.values.measures import Measure
from quizmill.bank.values.tongues import Tongue, tongue
from quizmill.grade import formulas, look_alikes, variants
from quizmill.grade.accepted.records import Record, words_of

Tables = dict[str, Any]  # as JSON


def tables(records: Iterable[Record], known: tuple[Name, ...] = (), language: str = "en") -> Tables:
    """What script/marking/tables.js takes in for *records* of a bank in a *language*, with its names."""
    own, words = tongue(language), frozenset(word for each in records for word in words_of(each))
    pairs = (pair for pair in look_alikes.PAIRS.split() if not words.isdisjoint(pair.split("/")))
    return _english() | {
        "pairs": " ".join(pairs),
        "names": [[str(name.kind), name.name, *name.aliases] for name in known],
        "tongues": {language: _tongue(own, language)} if own else {},
        "clocks": _clocks(language),
    }


def _english() -> Tables:
    return {
        "measures": {name: _measure(found) for name, found in measures.by_name().items()},
        "symbols": measures.symbols(),
        "units": units.UNITS,
        "sizes": [{unit: str(size) for unit, size in sizes.items()} for sizes in units.SIZES],
        "zeros": {unit: [_ratio(size), _ratio(zero)] for unit, (size, zero) in units.ZEROS.items()},
        "currencies": currencies.CURRENCIES,
        "coins": {code: sorted(currencies.coins_of(code)) for code in currencies.currency_codes()},
        "words": variants.WORDS,
        "plurals": variants.PLURALS,
        "greek": {name: sign.char for name, sign in formulas.letters().items()},
        "short": {word: " ".join(words) for word, words in variants.SHORT.items()},
        "endings": look_alikes.ENDINGS,
        "beginnings": look_alikes.BEGINNINGS,
    }


def _measure(found: Measure) -> list[str]:
    """The size of a measure, and the base units in it."""
    powers = zip(measures.BASE, found.powers, strict=True)
    return [str(found.size), *(f"{base}^{power}" for base, power in powers if power)]


def _tongue(own: Tongue, language: str) -> Tables:
    known = numerals.numerals(base(language))
    return {
        "dayFirst": own.day_first,
        "comma": own.comma,
        "english": own.english,
        "around": [[found.pattern, instead.removeprefix(r"\1 ")] for found, instead in own.around],
        "patterns": _patterns(
            {
                "said": own.said,
                "between": own.between,
                "afterYear": own.after_year,
                "article": own.article,
                "articleInside": own.article_inside,
                "articleOfMember": own.article_of_member,
                "one": own.one,
                "kept": own.kept,
                "lead": own.lead,
                "ors": own.ors,
                "andBetween": own.and_between,
                "prefix": own.prefix,
                "per": own.per,
            }
        ),
        **({"numerals": _numerals(known)} if known else {}),
    }


def _numerals(known: numerals.Numerals) -> Tables:
    return {
        "words": {word: [value, str(kind)] for word, (value, kind) in known.words.items()},
        "onesFirst": known.ones_first,
        "scores": known.scores,
        "whole": known.whole,
        "patterns": _patterns(
            {
                "percent": known.percent,
                "outOf": known.out_of,
                "andHalf": known.and_a_half,
                "halfToo": known.half_too,
                "glued": known.glued,
                "marked": known.marked,
            }
        ),
    }


def _patterns(found: Mapping[str, re.Pattern[str] | None]) -> dict[str, str]:
    """Patterns as the page's script takes them, by name; empty where a language has none."""
    return {name: pattern.pattern if pattern else "" for name, pattern in found.items()}


def _clocks(language: str) -> Tables:
    known = {each: clock.clock(each) for each in (base(language), "en")}
    return {each: {"signs": said.signs, "said": said.said.pattern} for each, said in known.items() if said}


def base(language: str) -> str:
    """The language of a tag, without its country."""
    return language.replace("_", "-").lower().split("-")[0]


def _ratio(amount: Decimal) -> str:
    """An amount of which the decimals never end, as what it is: 5/9."""
    return str(Fraction(amount).limit_denominator(10**6))
