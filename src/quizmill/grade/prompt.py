"""What a question lets one expect of a value: the unit it counts in, what "m" means, the years it names."""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank import values
from quizmill.bank.fold import fold
from quizmill.bank.markup import plain
from quizmill.bank.model import Numerical
from quizmill.bank.values import Moment, Quantity, units
from quizmill.bank.values.tongues import tongue
from quizmill.grade.normalise import phrase
from quizmill.pattern import pattern

_COUNTED = pattern(r"\bhow many (?!of\b)(percentage points|\w+)")
_COUNTS = pattern(r"\bhow (?:many|much)\b|\bnumber of\b|\bwhat percentage\b")
_LENGTHS = pattern(
    r"\bmet(?:re|er)s?\b|\bhow (?:high|tall|deep|far|wide|long)\b"
    r"|\b(?:height|length|depth|width|distance|altitude|elevation)\b"
)
_KELVIN = pattern(r"\bkelvins?\b")
_LETTER = pattern(r"(?<=\d) ?([mkdy])\.?$")
_IN_HASTE = pattern(r"(?<=\d) ?(mill?|mio|bill?)\b\.?(?!/)")
_TIMES = {"d": "day", "y": "year"}
_MEASURED = pattern(r"\d[\d,.]*[ -]?(?:%|°?[a-z]+)")
_POINTS = pattern(r"\b(?:percentage|percent|per cent|%)[ -]points?\b")
_LONE_M = pattern(r"(?<!\S)m(?!\S)")
_RATIO = pattern(r"\bratio\b")
_PROPORTION = pattern(r"\b(?:ratio|odds|proportions?|scale|score|rapporto?|razon|relacion|verhaltnis)\b")
_ODDS = pattern(r"(\d+(?:\.\d+)?) ?: ?(\d+(?:\.\d+)?)")
_SHARE = pattern(r"\b(?:share|proportion|fraction|percentage|part|probability|chances?|likelihood)\b")
_PLUS_OR_MINUS = pattern(r"(?:[a-z] ?= ?)?(?:±|\+/-|\+-) ?(\d[\d.,/]*)")
_CENTURY = pattern(r"\bcentury\b")
_NUMBERED = pattern(r"(?:the )?(?:[ivx]{1,5}|\d{1,2}(?:st|nd|rd|th))")
_QUARTERS = pattern(r"(?:(a|one|the|three)[ -])?quarters?")
_TO_WHAT = pattern(r"\b(to|until|till|before|after) (?:what|which|how|when)\b")
_UNKNOWN = pattern(r"\s*([A-Za-z])'?(?:\([a-z]\))?\s*=\s*(?=[^\s=])")
_LONE_LETTER = pattern(r"(?<![\w'])[b-hj-z](?![\w'])")
_YEAR = pattern(r"(?<!\d)[12]\d{3}(?!\d|,\d)")


def counts(asked: str) -> bool:
    """Whether a folded question asks how many or how much."""
    return bool(_COUNTS.search(asked))


def asks_for_date(question: Numerical, language: str) -> bool:
    """Whether the answer is a date, in the bank's *language*; four digits that count or measure are none."""
    value = values.read_in(plain(question.answer), language)
    return isinstance(value, Moment) and not question.unit and not counts(fold(plain(question.prompt)))


def counted_unit(asked: str) -> str:
    """The measure that a folded question counts in, as "how many days" does; "" when it names none."""
    match = _COUNTED.search(asked)
    name = units.unit(match[1]) if match else ""
    plural = match is not None and (match[1].endswith("s") or match[1] in ("feet", "percent"))
    return name if plural and units.is_measure(name) else ""


def names_unit(asked: str, unit: str) -> bool:
    """Whether a folded question names *unit*; where it counts things, not as the unit of another number."""
    if unit >= "\u2e80" and unit in asked:
        return True  # in a script that parts no words
    if unit == "%":
        asked = _POINTS.sub(" ", asked)
    if _COUNTED.search(asked) and units.is_measure(unit):
        asked = _MEASURED.sub(" ", asked)
    return units.names_unit(asked, unit) or (unit == "metre" and bool(_LONE_M.search(asked)))


def asks_for_part(asked: str) -> bool:
    """Whether a folded question asks which part of a whole something is."""
    return bool(_SHARE.search(asked))


def measures_length(asked: str) -> bool:
    """Whether a folded question asks for a length, in which `m` is metres and not million."""
    return bool(_LENGTHS.search(asked))


def asks_for_ratio(asked: str) -> bool:
    """Whether a folded question asks for a proportion, which is written as times of the day are."""
    return bool(_PROPORTION.search(asked))


def years(asked: str) -> frozenset[int]:
    """The years that a folded question names."""
    return frozenset(map(int, _YEAR.findall(asked)))


def years_aside(question: str) -> frozenset[str]:
    """The years that stand before the sentence that asks, where this one names another."""
    told, _, asks = fold(question).rpartition(". ")
    named = frozenset(_YEAR.findall(asks))
    return frozenset(_YEAR.findall(told)) - named if named else frozenset()


def repeats_power(text: str, asked: str) -> bool:
    """Whether *text* is a power that a folded question shows, as in "What is 2^20?"."""
    folded = fold(text)
    return ("^" in folded or "**" in folded) and folded in asked


def in_terms(text: str, asked: str) -> str:
    """*text* in the terms of a folded question.

    Where a ratio is asked 2:1 is "2 to 1", where a share is, a quarter is 1/4; and "to" is left out where it
    is asked to what something rose.
    """
    bare = fold(text)
    if _RATIO.search(asked) and _ODDS.fullmatch(bare):
        return _ODDS.sub(r"\1 to \2", bare)
    if ("±" in bare or "+" in bare) and (both := _PLUS_OR_MINUS.fullmatch(bare)):
        return f"{both[1]} and -{both[1]}"
    if _NUMBERED.fullmatch(bare) and _CENTURY.search(asked):
        return f"{bare} century"
    if _SHARE.search(asked) and (part := _QUARTERS.fullmatch(phrase(text))):
        return "3/4" if part[1] == "three" else "1/4"
    to_what = _TO_WHAT.search(asked)
    return text.split(maxsplit=1)[1] if to_what and bare.startswith(f"{to_what[1]} ") else text


def terms(asked: str) -> Iterator[str]:
    """In which terms a folded question asks, as :func:`in_terms` and :func:`spelt_out` take an answer."""
    yield from ("ratio",) if _RATIO.search(asked) else ()
    yield from ("century",) if _CENTURY.search(asked) else ()
    yield from ("kelvin",) if _KELVIN.search(asked) else ()
    if to_what := _TO_WHAT.search(asked):
        yield f"{to_what[1]} what"


def without_unknown(text: str, asked: str, forms: tuple[str, ...]) -> str:
    """*text* without the `x =` before it, unless the forms have one or a folded question names others."""
    match = _UNKNOWN.match(text)
    if match is None or any("=" in form for form in forms):
        return text
    letters = set(_LONE_LETTER.findall(asked))
    return text[match.end() :] if not letters or match[1].lower() in letters else text


def spelt_out(text: str, asked: str, unit: str) -> str:
    """*text* with m, k, d and y at its end as metres, kelvin, days and years, where these are asked for.

    Elsewhere the first two are million and thousand, and always so of money.
    """
    letter = _LETTER.search(fold(text))
    value = values.read(text) if letter else None
    if (
        letter is None
        or not isinstance(value, Quantity)
        or value.currency
        or value.unit not in ("", letter[1])
    ):
        return text
    name = _measured_by(letter[1], asked, unit)
    return f"{fold(text)[: letter.start()]} {name}" if name else text


def with_scales(text: str, language: str) -> str:
    """*text* with mil, mio and bil behind its number as million and billion.

    Not where the bank's *language* has another number for them, as mil is a thousand in Spanish.
    """
    folded = fold(text)
    match = _IN_HASTE.search(folded)
    own = tongue(language) if match else None
    if match is None or (own and match[1] in own.english):
        return text
    scale = "billion" if match[1].startswith("b") else "million"
    return f"{folded[: match.start()]} {scale}{folded[match.end() :]}"


def _measured_by(letter: str, asked: str, unit: str) -> str:
    """What a letter behind a number measures by, where the question does; else "" ."""
    if letter == "m":
        return "metres" if measures_length(asked) or unit == "metre" else ""
    if letter == "k":
        return "kelvin" if _KELVIN.search(asked) else ""
    name = _TIMES[letter]
    return name if name in (units.unit(fold(unit)), counted_unit(asked)) else ""
