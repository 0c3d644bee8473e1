"""Is a written answer right? Each accepted form is tried by the rules of its kind: value, list or text."""

from __future__ import annotations

import re

import msgspec

from quizmill.bank import values
from quizmill.bank.fold import fold
from quizmill.bank.model import Compare
from quizmill.bank.values import Moment, Quantity
from quizmill.bank.values.dates import read_beside, readings_of
from quizmill.bank.values.symbols import spelt_out, with_places
from quizmill.bank.values.tongues import tongue
from quizmill.grade import (
    asides,
    claims,
    lists,
    mentions,
    notations,
    parts,
    prompt,
    rates,
    refusals,
    separators,
    short_text,
    strictness,
    times,
    two_ways,
    workings,
)
from quizmill.grade.answer_key import AnswerKey, in_english, spelt_in_english
from quizmill.grade.judgement import RIGHT, WRONG, Judgement, as_written, best, miss, near_miss
from quizmill.grade.mentions import Mention
from quizmill.grade.misread import Fault
from quizmill.grade.names import NameIndex
from quizmill.grade.normalise import phrase, tokens
from quizmill.grade.reasons import Reason, because
from quizmill.grade.strictness import strictly
from quizmill.grade.wanted import in_ones, wanted_of
from quizmill.pattern import pattern

LONGEST = 1000  # characters of an answer that are looked at; a longer one is no short answer

_POINT_READ = Judgement(False, because(Reason.POINT_READ), near=True, unclear=Fault.NUMBER_TWO_WAYS)
_SLASH = pattern(r"(?<=[^\W\d]) ?/ ?(?=[^\W\d])")  # between words, not numbers
_ADDRESS = pattern(r"(?:https?://|www\.)\S+")
_SCALED = pattern(r"(?:hundred|thousand|illion)\b|\d\+? ?(?:k|m|mn|mln|b|bn|tn)\b", re.IGNORECASE)


def judge(given: str, key: AnswerKey, names: NameIndex) -> Judgement:
    """Whether *given* (plain text, as typed) is one of the wanted forms."""
    if len(given) > LONGEST:
        return miss(Reason.TOO_LONG)
    if not key.exact:
        given = workings.result(prompt.without_unknown(given, key.asked, key.forms), key)
    placed = given if key.language == "en" else with_places(given)
    spelt = given if _is_one_of(fold(given), key) else spelt_out(placed, key.own)  # 44 V. CHR. has no volts
    if found := notations.settled(given, key):
        return found
    if not key.exact:
        found = _in_either_language(spelt, key, names)
        return WRONG if found.right and notations.lacks_signs(given, key) else found
    if strictness.is_exactly(given, key.exact):
        return RIGHT
    found = _in_either_language(spelt, key, names) if key.forms else WRONG
    return best((found, strictness.nearly(given, key.exact)))


def _in_either_language(given: str, key: AnswerKey, names: NameIndex) -> Judgement:
    """As it is read in the bank's language, and in English.

    Where the two read two numbers and only English makes it right, it is asked again. A date in digits is
    read in the bank's language alone, which knows the order of its parts.
    """
    found = _freely(given, key, names)
    own = tongue(key.language)
    if own is None:
        return found
    if key.compare:
        bare = own.without_article(given)
        return found if bare == given else best((found, _freely(bare, key, names)))
    folded = fold(given)
    meant = own.in_english(folded)
    native = as_written(_freely(meant, in_english(key, own), names), spelt_in_english(key, own))
    if native.right and not two_ways.is_foreign(meant, own):
        return best((native, found))
    if own.says_dates(folded) and not _is_one_of(folded, key):
        return native
    if not found.right:
        return best((native, found))
    fault = None if _is_one_of(folded, key) else two_ways.fault_of(folded, meant, own)
    return Judgement(False, unclear=fault) if fault else found


def _is_one_of(folded: str, key: AnswerKey) -> bool:
    return any(folded == fold(form) for form in key.forms)


def _freely(given: str, key: AnswerKey, names: NameIndex) -> Judgement:
    """Whether it is one of the forms that may be said in another way."""
    given = prompt.in_terms(given, key.asked)
    if any(lists.is_list(form) and "/" not in form for form in key.forms):
        given = _SLASH.sub(", ", given)
    folded = fold(given)
    if equal := [form for form in key.forms if folded and folded == fold(form)]:
        return best(strictly(RIGHT, form, given, key.compare) for form in equal)
    said = _mentions(given, key)
    if not said and not mentions.two_readings(given):
        refused = refusals.refuse(phrase(given), tuple(map(fold, key.forms)))
        if refused:
            return refused
    return best(_by_form(form, given, said, key, names) for form in key.forms)


def _mentions(given: str, key: AnswerKey) -> tuple[Mention, ...]:
    """What the answer mentions, also without the rate that is asked for; nothing that is at another rate."""
    given = prompt.with_scales(separators.with_decimal_point(given), key.language)
    spoken = dict.fromkeys((given, rates.without(given, key.asked)))
    said = tuple(mention for each in spoken for mention in _mentions_in(each, key))
    return said if _is_measured(said) or not rates.is_another(given, key.asked) else ()


def _is_measured(said: tuple[Mention, ...]) -> bool:
    """Whether a rate is the unit itself: kilometres per hour."""
    return any(isinstance(each.value, Quantity) and "/" in each.value.unit for each in said)


def _mentions_in(given: str, key: AnswerKey) -> tuple[Mention, ...]:
    """What a text mentions; a bare number also as one in the unit that stands beside the line."""
    given = prompt.spelt_out(given, key.asked, key.unit)
    if prompt.repeats_power(given, key.asked):
        return ()
    mention = mentions.read_mention(given, key.tokens)
    if mention is None:
        return ()
    percent = parts.as_percent(mention, asked=prompt.asks_for_part(key.asked))
    if percent:
        return (mention, percent)
    value = values.as_quantity(mention.value)
    if not key.unit or value is None or value.currency or value.unit or _SCALED.search(given):
        return (mention,)
    in_unit = mentions.read_mention(given, key.tokens, key.unit)
    return (in_unit, mention) if in_unit else (mention,)


def _by_form(form: str, given: str, said: tuple[Mention, ...], key: AnswerKey, names: NameIndex) -> Judgement:
    rights = wanted_of(form, key, names)
    if not rights:
        return _text(form, given, key, names)
    if names.named(tokens(given)):  # "Xiaomi 10" is a phone, not a count
        return WRONG
    right, key = rights[0], in_ones(form, rights[0], key)
    beside = _beside(right, given)
    if len(beside) > 1:
        return _of_two_readings(right, beside, key)
    said = beside or (*said, *_as_parts(right, given))
    claimed = (claims.judge(one, mention, key) for one in rights for mention in said)
    found = best(claimed) if said else _no_mention(right, given, key)
    if found.right:
        free = key.compare is Compare.SPELLING and any(map(str.isdigit, form))  # digits are not spelt
        return found if free else strictly(found, form, given, key.compare)
    return _POINT_READ if _grouped_by_points(right, given, key) else found


def _grouped_by_points(right: Mention, given: str, key: AnswerKey) -> bool:
    """Whether the answer would be right if its points parted thousands."""
    meant = separators.with_points_left_out(given)
    said = _mentions(meant, key) if meant else ()
    return any(claims.judge(right, mention, key).right for mention in said)


def _as_parts(right: Mention, given: str) -> tuple[Mention, ...]:
    """What it may mean where such a quantity is wanted: 2:05:30 a time, 1 in 6 a part."""
    if not isinstance(right.value, Quantity):
        return ()
    return (*times.taken(given, right.value), *parts.out_of(given, right.value))


def _beside(right: Mention, given: str) -> tuple[Mention, ...]:
    """What it may mean where a moment is wanted: 25/12 a day, 16-Dec-69 one of its century."""
    if not isinstance(right.value, Moment):
        return ()
    return tuple(map(Mention, read_beside(phrase(given), right.value)))


def _no_mention(right: Mention, given: str, key: AnswerKey) -> Judgement:
    """Why an answer that names no value cannot be the right one."""
    if readings := readings_of(phrase(given)):
        return _of_two_readings(right, tuple(map(Mention, readings)), key)
    if unclear := _unclear(right, given, key):
        return Judgement(False, unclear=unclear)
    if refusals.is_range(phrase(given)):
        return miss(Reason.RANGE)
    if isinstance(right.value, Moment) and mentions.is_decade(given):
        return miss(Reason.DECADE)
    if isinstance(right.value, Moment) and mentions.has_short_year(given):
        return miss(Reason.SHORT_YEAR)
    among = None if rates.is_another(given, key.asked) else mentions.read_among(given)
    if among and claims.judge(right, among, key).right:
        return near_miss(Reason.VALUE_WANTED_ALONE)
    return WRONG


def _unclear(right: Mention, given: str, key: AnswerKey) -> Fault | None:
    """What is amiss in an answer that names no value, and would be right without it."""
    if separators.is_oddly_grouped(given):
        fault, meant = Fault.NUMBER_TWO_WAYS, separators.with_commas_moved(given)
    else:
        fault, meant = Fault.LETTER_AMONG_DIGITS, separators.with_digits_for_letters(given)
    said = (mention for text in meant for mention in _mentions(text, key))
    return fault if any(claims.judge(right, mention, key).right for mention in said) else None


def _text(form: str, given: str, key: AnswerKey, names: NameIndex) -> Judgement:
    """By words, under every name of the thing that the question does not itself use; then as a list."""
    if is_address(form) and "." not in given:
        return WRONG  # the name of a site is not its address
    aliases = tuple(alias for alias in names.forms(form) if not _stands_in(tokens(alias), key))
    spoken = dict.fromkeys((phrase(given), given))
    if key.compare is None:
        known = key.tokens | key.beside.before | key.beside.after
        spoken[phrase(asides.without_remark(fold(given), known, names))] = None
    found = best(
        strictly(short_text.judge(accepted, typed, key, names), accepted, given, key.compare)
        for accepted in (form, *aliases)
        for typed in spoken
    )
    if found.right or not lists.is_list(form):
        return found
    free = msgspec.structs.replace(key, compare=None) if key.compare else key  # members have lost their case
    listed = lists.judge(form, phrase(given), lambda one, other: _member(one, other, free, names))
    return best((strictly(listed, form, given, key.compare), found))


def is_address(form: str) -> bool:
    """Whether a form is the address of a site."""
    return _ADDRESS.fullmatch(fold(form)) is not None


def _member(form: str, given: str, key: AnswerKey, names: NameIndex) -> Judgement:
    said = _mentions(given, key)
    return RIGHT if fold(form) == fold(given) else _by_form(form, given, said, key, names)


def _of_two_readings(right: Mention, readings: tuple[Mention, ...], key: AnswerKey) -> Judgement:
    """What becomes of a date that can be read in two ways: where one of them is right it is asked again."""
    found = miss(Reason.TWO_READINGS)
    if any(claims.judge(right, mention, key).right for mention in readings):
        return msgspec.structs.replace(found, unclear=Fault.DATE_TWO_WAYS)
    return found


def _stands_in(text: tuple[str, ...], key: AnswerKey) -> bool:
    """Whether the question uses all these words: repeating it is no answer."""
    return bool(text) and key.tokens.issuperset(text)
