"""What Babel writes from CLDR, number by number and day by day, is read as what it was, in twelve languages.

A few of each by default, two hundred with `--proofs`, a thousand with `--proofs --whole`: each written text
must be right where its value is asked for, as it must where another of the texts is the key, and wrong where
a neighbour is asked for; of the other texts and of the neighbours one at a time.
"""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

import pytest
from babel.dates import format_date, format_skeleton
from babel.numbers import format_currency, format_decimal, format_percent, format_scientific
from babel.units import format_unit

from quizmill.bank import values
from quizmill.bank.model import Numerical
from quizmill.compose.exercise import Exercise
from quizmill.grade import Misread, mark, read_response

LANGUAGES = "en es fr de it pt nl pl ru zh ja ar".split()
REGIONS = "en_GB es_MX es_AR fr_CA de_AT pt_PT zh_Hant ar_EG ar_LB".split()
FEW, MANY = 3, 250  # of which each is written in four ways or so
CURRENCIES = "USD EUR GBP CNY INR CHF RUB BRL HKD AUD CAD TWD SGD PLN MXN SEK".split()
UNITS = {  # and one that is another
    "length-kilometer": ("kilometre", "mile"),
    "length-meter": ("metre", "kilometre"),
    "length-centimeter": ("centimetre", "millimetre"),
    "length-millimeter": ("millimetre", "metre"),
    "length-foot": ("foot", "inch"),
    "area-square-meter": ("m2", "km2"),
    "area-square-kilometer": ("km2", "hectare"),
    "area-hectare": ("hectare", "m2"),
    "volume-liter": ("litre", "millilitre"),
    "volume-cubic-meter": ("m3", "litre"),
    "volume-cubic-centimeter": ("cubic centimetre", "litre"),
    "mass-kilogram": ("kilogram", "gram"),
    "mass-gram": ("gram", "milligram"),
    "mass-milligram": ("milligram", "microgram"),
    "duration-week": ("week", "day"),
    "duration-day": ("day", "hour"),
    "duration-hour": ("hour", "minute"),
    "duration-minute": ("minute", "second"),
    "duration-second": ("second", "millisecond"),
    "speed-kilometer-per-hour": ("km/h", "m/s"),
    "speed-meter-per-second": ("m/s", "km/h"),
    "temperature-celsius": ("°C", "°F"),
    "temperature-fahrenheit": ("°F", "°C"),
    "energy-joule": ("joule", "kilojoule"),
    "energy-kilocalorie": ("kcal", "kJ"),
    "energy-kilowatt-hour": ("kWh", "kW"),
    "power-kilowatt": ("kW", "MW"),
    "power-megawatt": ("MW", "mW"),
    "electric-volt": ("volt", "watt"),
    "electric-milliampere": ("mA", "mV"),
    "electric-ohm": ("ohm", "kΩ"),
    "frequency-hertz": ("Hz", "kHz"),
    "frequency-gigahertz": ("GHz", "MHz"),
    "pressure-hectopascal": ("hPa", "kPa"),
    "digital-kilobyte": ("kB", "MB"),
    "digital-gigabyte": ("GB", "TB"),
}
TOO_SHORT = {"j", "a", "o", "J"}  # French and Spanish days, years and bytes: one letter may be anything


class Written(NamedTuple):
    """What Babel writes of a value, the value as a key in English, and values that are others."""

    texts: set[str]
    key: str
    others: tuple[str, ...]


def numbers(locale: str, chance: random.Random) -> Iterator[Written]:
    digits, scale = chance.randint(1, 10 ** chance.randint(1, 11)), chance.choice((0, 0, 1, 2, 3, 4))
    number = Decimal(digits).scaleb(-scale) * chance.choice((1, 1, -1))
    next_digit = number + Decimal(1).scaleb(-scale)
    others = (f"{next_digit:f}", f"{number * 10:f}", f"{-number:f}", f"{number / 1000:f}")
    exactly = {"locale": locale, "decimal_quantization": False}
    texts = {
        format_decimal(number, **exactly),
        format_decimal(number, group_separator=False, **exactly),
        format_scientific(number, **exactly),
    }
    if locale.startswith("ar"):
        texts.add(format_decimal(number, numbering_system="arab", **exactly))
    yield Written(texts, f"{number:f}", others)
    share = Decimal(chance.randint(0, 999)) / 10
    percent = format_percent(share / 100, **exactly)
    yield Written({percent}, f"{share}%", (f"{share + 1}%", f"{share + Decimal('0.1')}%"))


def days(locale: str, chance: random.Random) -> Iterator[Written]:
    day = datetime.date(1000, 1, 1) + datetime.timedelta(chance.randint(0, 1099 * 365))
    others = (
        (day + datetime.timedelta(1)).isoformat(),
        _later(day, months=1).isoformat(),
        _later(day, months=12).isoformat(),
    )
    texts = {format_date(day, length, locale=locale) for length in ("medium", "long", "full")}
    if not locale.startswith("en"):  # which has it in two orders
        texts.add(format_skeleton("yMd", day, locale=locale))
    yield Written(texts, day.isoformat(), others)
    month = format_skeleton("yMMMM", day, locale=locale)
    yield Written({month}, f"{day:%B %Y}", tuple(f"{_later(day, months=n):%B %Y}" for n in (1, 12)))
    without_year = format_skeleton("MMMMd", day, locale=locale)
    next_day = day + datetime.timedelta(1)
    yield Written({without_year}, f"{day.day} {day:%B}", (f"{next_day.day} {next_day:%B}",))


def _later(day: datetime.date, *, months: int) -> datetime.date:
    count = day.year * 12 + day.month - 1 + months
    return datetime.date(count // 12, count % 12 + 1, min(day.day, 28))


def sums(locale: str, chance: random.Random) -> Iterator[Written]:
    amount = Decimal(chance.randint(1, 10 ** chance.randint(2, 10))).scaleb(-2)
    currency = chance.choice(CURRENCIES)
    other = chance.choice([each for each in CURRENCIES if each != currency])
    others = (f"{other} {amount}", f"{currency} {amount * 10}", f"{currency} {amount + Decimal('0.01')}")
    plain = format_decimal(amount, locale=locale, decimal_quantization=False)
    texts = {f"{plain} {currency}", f"{currency} {plain}"}
    texts.add(format_currency(amount, currency, locale=locale, format_type="name", currency_digits=False))
    if (currency, locale) not in {
        ("CAD", "fr_CA"),
        ("TWD", "zh_Hant"),
        ("MXN", "es_MX"),
    }:  # plain dollars there
        texts.add(format_currency(amount, currency, locale=locale))
    yield Written(texts, f"{currency} {amount}", others)


def measures(locale: str, chance: random.Random) -> Iterator[Written]:
    unit = chance.choice(sorted(UNITS))
    name, other = UNITS[unit]
    number = Decimal(chance.randint(3, 10 ** chance.randint(1, 6))).scaleb(-chance.choice((0, 0, 1, 2)))
    others = (f"{number:f} {other}", f"{number * 10:f} {name}")
    texts = {format_unit(number, unit, length=length, locale=locale) for length in ("long", "short")}
    yield Written({text for text in texts if text.split()[-1] not in TOO_SHORT}, f"{number:f} {name}", others)


KINDS = {"numbers": numbers, "days": days, "sums": sums, "measures": measures}


def verdict(key: str, typed: str, language: str) -> str:
    question = Numerical(id="q", prompt="?", answer=key)
    exercise = Exercise(question=question, topic="t", topic_title="T")
    response = read_response(exercise, typed, language)
    if isinstance(response, Misread):
        return "again"
    return str(mark(exercise, response, language=language).verdict)


def failures(locale: str, kind: str, count: int) -> Iterator[str]:
    """Each text is held against its key, and in turn against one of the other texts and one of the others."""
    language = locale.replace("_", "-")
    chance = random.Random(f"{locale} {kind}")
    turn = 0
    for _ in range(count):
        for texts, key, others in KINDS[kind](locale, chance):
            clear = [text for text in sorted(texts) if _is_clear(text, key, language)]
            for text in sorted(texts):
                turn += 1
                for asked in (key, *_one_of(clear, turn)):
                    if (found := verdict(asked, text, language)) != "right":
                        yield f"{text!r} for {asked!r} is {found}"
                for other in _one_of(sorted({*others} - {key, text}), turn):
                    if verdict(other, text, language) == "right":
                        yield f"{text!r} for {other!r} is right"


def _one_of(these: list[str], turn: int) -> list[str]:
    return [these[turn % len(these)]] if these else []


def _is_clear(text: str, key: str, language: str) -> bool:
    """Whether it is the same as a key: 1.234 is not in German, since it is one and a bit in every bank."""
    return values.read_in(text, language) == values.read(key)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("locale", LANGUAGES + REGIONS)
def test_what_is_written_is_read_as_what_it_was(locale, kind):
    assert list(failures(locale, kind, FEW)) == []


@pytest.mark.proof
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_thousand_of_each_are_read_as_what_they_were(locale, kind, cases):
    assert list(failures(locale, kind, cases(MANY))) == []
