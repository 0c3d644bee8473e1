"""What CLDR says of languages, written to `bank/values/cldr/`: `python tests/write_cldr.py`, by Babel.

Of each language the names of weekdays, currencies, units and thousands, as far as the reader of English does
not know them itself, and the regions that have a decimal point where others have a comma. Months and what is
said otherwise than CLDR has it stand in `languages.toml`, by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel import Locale
from babel.localedata import locale_identifiers

from quizmill.bank.fold import fold
from quizmill.bank.values import currencies, symbols, units

FOLDER = Path(__file__).parent.parent / "src/quizmill/bank/values/cldr"
LANGUAGES = {  # and the regions whose names for things are read beside those of the language
    "es": ["es_MX", "es_AR"],
    "fr": ["fr_CA", "fr_CH"],
    "de": ["de_AT", "de_CH"],
    "it": [],
    "pt": ["pt_PT"],
    "nl": [],
    "pl": [],
    "ru": [],
    "zh": ["zh_Hant"],
    "ja": [],
    "ar": ["ar_LB", "ar_MA"],
}
SCALES = {3: "thousand", 6: "million", 9: "billion", 12: "trillion"}
UNITS = {
    "length-kilometer": "kilometre",
    "length-meter": "metre",
    "length-decimeter": "decimetre",
    "length-centimeter": "centimetre",
    "length-millimeter": "millimetre",
    "length-micrometer": "micrometre",
    "length-nanometer": "nanometre",
    "length-mile": "mile",
    "length-yard": "yard",
    "length-foot": "foot",
    "length-inch": "inch",
    "length-light-year": "light-year",
    "length-parsec": "parsec",
    "area-square-kilometer": "km2",
    "area-square-meter": "m2",
    "area-square-centimeter": "centimetre^2",
    "area-hectare": "hectare",
    "area-acre": "acre",
    "volume-cubic-kilometer": "kilometre^3",
    "volume-cubic-meter": "m3",
    "volume-cubic-centimeter": "centimetre^3",
    "volume-liter": "litre",
    "volume-hectoliter": "hectolitre",
    "volume-deciliter": "decilitre",
    "volume-centiliter": "centilitre",
    "volume-milliliter": "millilitre",
    "mass-tonne": "tonne",
    "mass-kilogram": "kilogram",
    "mass-gram": "gram",
    "mass-milligram": "milligram",
    "mass-microgram": "microgram",
    "mass-pound": "pound",
    "mass-ounce": "ounce",
    "duration-century": "century",
    "duration-decade": "decade",
    "duration-year": "year",
    "duration-month": "month",
    "duration-week": "week",
    "duration-day": "day",
    "duration-hour": "hour",
    "duration-minute": "minute",
    "duration-second": "second",
    "duration-millisecond": "millisecond",
    "duration-microsecond": "microsecond",
    "duration-nanosecond": "nanosecond",
    "speed-kilometer-per-hour": "kilometre/hour",
    "speed-meter-per-second": "metre/second",
    "speed-mile-per-hour": "mile/hour",
    "speed-knot": "knot",
    "acceleration-meter-per-square-second": "metre/second^2",
    "temperature-celsius": "°c",
    "temperature-fahrenheit": "°f",
    "temperature-kelvin": "kelvin",
    "force-newton": "newton",
    "energy-joule": "joule",
    "energy-kilojoule": "kilojoule",
    "energy-calorie": "calorie",
    "energy-kilocalorie": "kilocalorie",
    "energy-kilowatt-hour": "hour*kilowatt",
    "energy-electronvolt": "electronvolt",
    "power-watt": "watt",
    "power-kilowatt": "kilowatt",
    "power-megawatt": "megawatt",
    "power-gigawatt": "gigawatt",
    "power-milliwatt": "milliwatt",
    "electric-volt": "volt",
    "electric-ampere": "ampere",
    "electric-milliampere": "milliampere",
    "electric-ohm": "ohm",
    "frequency-hertz": "hertz",
    "frequency-kilohertz": "kilohertz",
    "frequency-megahertz": "megahertz",
    "frequency-gigahertz": "gigahertz",
    "pressure-pascal": "pascal",
    "pressure-hectopascal": "hectopascal",
    "pressure-kilopascal": "kilopascal",
    "pressure-bar": "bar",
    "pressure-millibar": "millibar",
    "pressure-atmosphere": "atmosphere",
    "light-lux": "lux",
    "light-candela": "candela",
    "light-lumen": "lumen",
    "digital-bit": "bit",
    "digital-byte": "byte",
    "digital-kilobyte": "kilobyte",
    "digital-megabyte": "megabyte",
    "digital-gigabyte": "gigabyte",
    "digital-terabyte": "terabyte",
    "angle-degree": "degree",
    "concentr-percent": "%",
    "concentr-mole": "mole",
}

Names = dict[str, str]  # what is English, by what is said


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for language, regions in LANGUAGES.items():
        (FOLDER / f"{language}.toml").write_text(_file(language, regions), "utf-8")


def _file(language: str, regions: list[str]) -> str:
    spoken = [Locale.parse(code) for code in (language, *regions)]
    lines = [
        "# From CLDR, by tests/write_cldr.py.",
        f"other_decimal_in = {_list(_with_the_other_sign(language))}",
    ]
    for title, names in TABLES.items():
        found: Names = {}
        for locale in spoken:
            for form, english in sorted(names(locale), key=_is_counted):
                found.setdefault(form, english)
        lines += ["", f"[{title}]", *_entries(found)]
    return "\n".join(lines) + "\n"


def _is_counted(name: tuple[str, str]) -> bool:
    """Whether it is the Arabic for one or two of something, which may also be what others are called."""
    return name[1][0].isdigit()


def _with_the_other_sign(language: str) -> list[str]:
    """The regions that have a decimal point, where the language else has a comma, or the reverse."""
    usual = _decimal_sign(Locale.parse(language))
    spoken = (locale for code in locale_identifiers() if (locale := Locale.parse(code)).language == language)
    return sorted(
        {each.territory.lower() for each in spoken if each.territory and _decimal_sign(each) != usual}
    )


def _decimal_sign(locale: Locale) -> str:
    return locale.number_symbols["latn"]["decimal"]


def _scales(locale: Locale) -> Iterator[tuple[str, str]]:
    for length in ("short", "long"):
        for patterns in locale._data["compact_decimal_formats"][length].values():
            for ten, pattern in patterns.items():
                word = fold(re.sub(r"'|0", "", pattern.pattern))
                name = SCALES.get(len(ten) - pattern.pattern.count("0"))
                if name and word != name and len(word) > 1:  # a letter may be anything
                    yield word, name


def _currencies(locale: Locale) -> Iterator[tuple[str, str]]:
    for code in currencies.currency_codes():
        plurals = locale._data["currency_names_plural"].get(code, {})
        forms = [*plurals.values(), locale.currency_symbols.get(code, "")]
        forms += [locale.currencies.get(code, "")]
        for form in map(fold, forms):
            sign = len(form) == 1 and locale.language != "ja"  # elsewhere ¥ is the yuan's, as in English
            if form and not sign and currencies.trailing_currency(form) != code:
                yield form, code.lower()


def _units(locale: Locale) -> Iterator[tuple[str, str]]:
    for unit, name in UNITS.items():
        patterns: dict[str, Any] = locale._data["unit_patterns"].get(unit, {})
        for length in ("long", "short"):
            for plural, pattern in patterns.get(length, {}).items():
                if plural in ("per", "gender", "case", "display"):
                    continue
                if not pattern.startswith("{0}") and "{0}" in pattern and not pattern.endswith("{0}"):
                    continue
                form = fold(pattern.replace("{0}", ""))
                number = "" if "{0}" in pattern else {"zero": "0 ", "one": "1 ", "two": "2 "}.get(plural, "")
                if _is_new(pattern.replace("{0}", "").strip(), form, name):
                    yield form, number + name


def _around(locale: Locale) -> Iterator[tuple[str, str]]:
    """Units of which a part stands before the number, and what parts the two."""
    for unit, name in UNITS.items():
        for length in ("long", "short"):
            pattern = locale._data["unit_patterns"].get(unit, {}).get(length, {}).get("other", "")
            before, _, after = map(fold, pattern.partition("{0}"))
            if before and after:
                yield f"{before} {after}", name


def _is_new(written: str, form: str, name: str) -> bool:
    """Whether the reader of English does not know it, and it is no letter that may be anything."""
    if symbols.unit_named(written) or units.unit(form) == name:
        return False
    return (len(form.strip(".")) > 1 or form >= "\u0590") and form not in ("日", "年")


def _weekdays(locale: Locale) -> Iterator[tuple[str, str]]:
    english = "monday tuesday wednesday thursday friday saturday sunday".split()
    for number, name in locale.days["format"]["wide"].items():
        yield fold(name), english[number]


def _entries(names: Names) -> list[str]:
    by_english: dict[str, list[str]] = {}
    for form, english in names.items():
        by_english.setdefault(english, []).append(form)
    return [f'"{english}" = {_list(sorted(forms))}' for english, forms in by_english.items()]


def _list(texts: list[str]) -> str:
    return "[" + ", ".join(f'"{text}"' for text in texts) + "]"


TABLES = {
    "scales": _scales,
    "currencies": _currencies,
    "units": _units,
    "around": _around,
    "weekdays": _weekdays,
}

if __name__ == "__main__":
    main()
