"""Is a written answer right? Each accepted form is tried by the rules of its kind: value, list or text."""

from __future__ import annotations

import msgspec

from quizmill.bank import values
from quizmill.bank.fold import fold
from quizmill.bank.values import Moment, Quantity, Tolerance
from quizmill.bank.values.dates import read_days
from quizmill.bank.values.number_words import EXACT
from quizmill.grade import claims, dates, expected, guards, lists, numbers, separators, short_text
from quizmill.grade.claims import Claim, Side
from quizmill.grade.judgement import RIGHT, WRONG, Judgement, Wanted, best, miss, near_miss
from quizmill.grade.names import NameIndex
from quizmill.grade.normalise import phrase, words
from quizmill.grade.reasons import Reason

LONGEST = 1000  # characters of an answer that are looked at; a longer one is no short answer

_POINT_READ = near_miss(Reason.POINT_READ)
_TIMES = frozenset(("year", "month", "date", "day", "quarter"))


def judge(given: str, wanted: Wanted, names: NameIndex) -> Judgement:
    """Whether *given* (plain text, as typed) is one of the wanted forms."""
    if len(given) > LONGEST:
        return miss(Reason.TOO_LONG)
    given = expected.in_terms(given, wanted.asked)
    folded = fold(given)
    if folded and any(folded == fold(form) for form in wanted.forms):
        return RIGHT
    said = _claims(given, wanted)
    if not said and not claims.two_readings(given):
        refused = guards.refuse(phrase(given), tuple(map(fold, wanted.forms)))
        if refused:
            return refused
    return best(_by_form(form, given, said, wanted, names) for form in wanted.forms)


def _claims(given: str, wanted: Wanted) -> tuple[Claim, ...]:
    """What the answer claims; a bare number also as one in the unit that stands beside the line."""
    given = expected.spelt_out(separators.with_decimal_point(given), wanted.asked, wanted.unit)
    claim = claims.read_claim(given, wanted.words)
    if claim is None:
        return ()
    percent = _as_percent(claim)
    if percent:
        return (claim, percent)
    value = values.as_quantity(claim.value)
    if not wanted.unit or value is None or value.currency or value.unit:
        return (claim,)
    in_unit = claims.read_claim(_with_unit(given, wanted), wanted.words)
    return (claim, in_unit) if in_unit else (claim,)


def _as_percent(claim: Claim) -> Claim | None:
    """What a fraction claims of a whole: half is 50%."""
    value = claim.value
    if not claim.fraction or not isinstance(value, Quantity) or value.unit or value.currency:
        return None
    return Claim(Quantity(value.amount * 100, unit="%"), claim.hedged, claim.side)


def _by_form(form: str, given: str, said: tuple[Claim, ...], wanted: Wanted, names: NameIndex) -> Judgement:
    right = None if names.named(words(form)) else _wanted_claim(form, wanted)
    if right is None:
        return _text(form, given, wanted, names)
    if names.named(words(given)):  # "Xiaomi 10" is a phone, not a count
        return WRONG
    wanted = _in_ones(form, right, wanted)
    days = _days(right, given)
    if len(days) > 1:
        return miss(Reason.TWO_READINGS)
    said = days or said
    percent = _as_percent(right)
    rights = (right, percent) if percent else (right,)
    claimed = (_claimed(one, claim, wanted) for one in rights for claim in said)
    found = best(claimed) if said else _no_claim(right, given, wanted)
    return found if found.right or not _grouped_by_points(right, given, wanted) else _POINT_READ


def _grouped_by_points(right: Claim, given: str, wanted: Wanted) -> bool:
    """Whether the answer would be right if its points parted thousands."""
    meant = separators.with_points_left_out(given)
    said = _claims(meant, wanted) if meant else ()
    return any(_claimed(right, claim, wanted).right for claim in said)


def _days(right: Claim, given: str) -> tuple[Claim, ...]:
    """The days that a day and month in digits may mean, where a day without its year is wanted."""
    if not isinstance(right.value, Moment) or not right.value.day or right.value.year:
        return ()
    return tuple(map(Claim, read_days(phrase(given))))


def _wanted_claim(form: str, wanted: Wanted) -> Claim | None:
    """What a form claims, in the question's unit; a bare year is a count where a count is asked."""
    claim = claims.read_claim(expected.spelt_out(form, wanted.asked, wanted.unit))
    counts = expected.counts(wanted.asked)
    if wanted.unit and not _has_unit(claim):
        in_unit = claims.read_claim(_with_unit(form, wanted))
        if in_unit and (counts or fold(wanted.unit).removesuffix("s") not in _TIMES):
            return in_unit
    if claim and claim.finer:
        return None  # its words count, not the year alone
    if claim and counts and (counted := values.as_quantity(claim.value)):
        if not counted.unit and not counted.currency:
            counted = msgspec.structs.replace(counted, unit=expected.counted_unit(wanted.asked))
        return Claim(counted, claim.hedged, claim.side)
    return claim


def _in_ones(form: str, right: Claim, wanted: Wanted) -> Wanted:
    """*wanted* with a margin of 5 as 5,000,000, where the unit beside the line is "million dollars"."""
    if not wanted.unit or not wanted.tolerance.amount:
        return wanted
    unit = claims.read_claim(_with_unit("1", wanted))
    one = values.as_quantity(unit.value) if unit else None
    bare, whole = values.as_quantity(values.read(form)), values.as_quantity(right.value)
    if not one or not bare or not whole or whole.amount != EXACT.multiply(bare.amount, one.amount):
        return wanted
    margin = EXACT.multiply(wanted.tolerance.amount, one.amount)
    return msgspec.structs.replace(wanted, tolerance=Tolerance(amount=margin))


def _with_unit(text: str, wanted: Wanted) -> str:
    return expected.spelt_out(f"{text} {wanted.unit}", wanted.asked, wanted.unit)


def _has_unit(claim: Claim | None) -> bool:
    """Whether the form names its unit itself, as in "3 nm"; to add the question's would name it twice."""
    return claim is not None and isinstance(claim.value, Quantity) and bool(claim.value.unit)


def _claimed(right: Claim, claim: Claim, wanted: Wanted) -> Judgement:
    judgement = _same_value(right, claim, wanted)
    if not judgement.right:
        return judgement
    if claim.side not in (Side.EXACT, right.side) and not claims.asks_for(claim.side, wanted.asked):
        return miss(Reason.ABOVE if claim.side is Side.ABOVE else Reason.BELOW)
    rough = right.hedged or claims.asks_roughly(wanted.asked)
    if claim.hedged and not rough and isinstance(right.value, Moment):
        return miss(Reason.HEDGED)
    return judgement


def _same_value(right: Claim, claim: Claim, wanted: Wanted) -> Judgement:
    asked, given = right.value, claim.value
    if isinstance(asked, Quantity):
        counted = values.as_quantity(given)
        return numbers.judge(asked, counted, wanted) if counted else WRONG
    if isinstance(given, Moment):
        year, other = values.as_quantity(asked), values.as_quantity(given)
        if year and other and wanted.tolerance != Tolerance():
            return numbers.within(year.amount, other.amount, wanted.tolerance)
        return dates.judge(asked, given, expected.years(wanted.asked))
    return _number_for_year(asked, given)


def _number_for_year(asked: Moment, given: Quantity) -> Judgement:
    year = values.as_quantity(asked)
    if year and given == year:
        return RIGHT
    if not given.currency and not given.unit and asked.year and given.amount == asked.year % 100:
        return near_miss(Reason.SHORT_YEAR) if year else miss(Reason.SHORT_YEAR)
    return WRONG


def _no_claim(right: Claim, given: str, wanted: Wanted) -> Judgement:
    """Why an answer that names no value cannot be the right one."""
    if claims.two_readings(given):
        return miss(Reason.TWO_READINGS)
    if guards.is_range(phrase(given)):
        return miss(Reason.RANGE)
    if isinstance(right.value, Moment) and claims.is_decade(given):
        return miss(Reason.DECADE)
    if isinstance(right.value, Moment) and claims.has_short_year(given):
        return miss(Reason.SHORT_YEAR)
    among = claims.read_among(given)
    if among and _claimed(right, among, wanted).right:
        return near_miss(Reason.VALUE_WANTED_ALONE)
    return WRONG


def _text(form: str, given: str, wanted: Wanted, names: NameIndex) -> Judgement:
    """By words, under every name of the thing that the question does not itself use; then as a list."""
    aliases = tuple(alias for alias in names.forms(form) if not _stands_in(words(alias), wanted))
    spoken = dict.fromkeys((phrase(given), given))
    found = best(
        short_text.judge(accepted, typed, wanted, names) for accepted in (form, *aliases) for typed in spoken
    )
    if found.right or not lists.is_list(form):
        return found
    return best(
        (lists.judge(form, phrase(given), lambda one, other: _member(one, other, wanted, names)), found)
    )


def _member(form: str, given: str, wanted: Wanted, names: NameIndex) -> Judgement:
    said = _claims(given, wanted)
    return RIGHT if fold(form) == fold(given) else _by_form(form, given, said, wanted, names)


def _stands_in(text: tuple[str, ...], wanted: Wanted) -> bool:
    """Whether the question uses all these words: repeating it is no answer."""
    return bool(text) and wanted.words.issuperset(text)
