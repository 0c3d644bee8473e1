"""The right forms of a question, compiled: for faces that mark without this program.

Notations are enumerated where there are few; numbers, units and dates are small tables of rules. The script
`accepted.js` says of a typed text whether it is one of these forms. It never says "wrong": what it does not
know (a slip of the finger, an odd notation) is left to the learner. What it accepts is right to
:mod:`quizmill.grade.typed_answer` too; tests hold the two together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import lru_cache

import msgspec

from quizmill.bank.fold import fold
from quizmill.bank.model import Compare, Name, Numerical, ShortAnswer
from quizmill.bank.values import Moment, as_quantity, read, read_in
from quizmill.bank.values.dates import MONTHS
from quizmill.bank.values.number_words import EXACT, NUMBER_WORDS
from quizmill.bank.values.tongues import tongue
from quizmill.grade import lists, names, times, typed_answer
from quizmill.grade.accepted import texts
from quizmill.grade.accepted.amounts import PARTS, Amount, amounts
from quizmill.grade.accepted.moments import Day, days, in_full
from quizmill.grade.accepted.texts import Said
from quizmill.grade.answer_key import AnswerKey, in_english, key_to_question
from quizmill.grade.formulas import NO_FORMULAS
from quizmill.grade.mentions import Mention
from quizmill.grade.names import NameIndex
from quizmill.grade.normalise import joined, tokens
from quizmill.grade.wanted import in_ones, wanted_of

_ROUND_YEARS = 100  # either side of a year, that are listed one by one


class Accepted(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What is right to one question, as JSON for the script; texts are in the form that it compares."""

    exact: tuple[str, ...] = ()  # each character counts
    compare: str = ""  # what counts in these, and then there are no others
    strict: tuple[str, ...] = ()
    named: tuple[str, ...] = ()  # the thing's names, whose words may be joined, or stand among the question's
    said: tuple[str, ...] = ()  # other ways to write these, word for word
    folded: tuple[str, ...] = ()  # values as they are written, of which no sign may be missing
    lists: tuple[tuple[Said, ...], ...] = ()
    amounts: tuple[Amount, ...] = ()
    days: tuple[Day, ...] = ()
    others: tuple[str, ...] = ()  # names of other things, in which words of a right one stand, joined
    values: tuple[str, ...] = msgspec.field(default=(), name="not")  # names that are read as a right value
    comma: bool = False  # 1,5 is one and a half
    day_first: bool = False
    articles: tuple[str, ...] = ()  # of the bank's language, at the beginning of an answer
    between: tuple[str, ...] = ()  # words that say nothing in a date
    after_year: tuple[str, ...] = ()
    ands: tuple[str, ...] = ()


def accepted(
    question: ShortAnswer | Numerical, known: tuple[Name, ...] = (), language: str = "en"
) -> Accepted:
    """The right forms of a question that is answered in a line; *known* are the names of the bank."""
    key = key_to_question(question, language)
    if key.compare in (Compare.CASE, Compare.SPELLING):
        return Accepted(exact=key.exact, compare=key.compare, strict=key.forms)
    found = Accepted(exact=key.exact)
    own = tongue(language)
    index = names.index(known)

    def is_right(text: str) -> bool:
        return typed_answer.judge(text, key, index).right

    for form in key.forms:
        found = _with_form(found, form, key, index, is_right)
    if own:
        native = in_english(key, own)
        for form in native.forms:
            found = _with_form(found, form, native, index, is_right)
    own_names = {joined(tuple(name.split(" "))) for name in found.named}
    others = tuple(each for each in found.others if each not in own_names)
    found = msgspec.structs.replace(found, others=others)
    if found.amounts or found.days:
        found = _more(found, values=tuple(_misleading(known, key)))
    if own is None:
        return found
    return msgspec.structs.replace(found, comma=own.comma, day_first=own.day_first, **own.words)


def _with_form(
    found: Accepted, form: str, key: AnswerKey, index: NameIndex, is_right: Callable[[str], bool]
) -> Accepted:
    """What is right because *form* is, too; *is_right* is asked of what is not right for sure."""
    wanted = wanted_of(form, key, index)
    if not wanted and read_in(form, key.language) and not index.named(tokens(form)):
        return found  # a value that its own language reads, which comes after it
    if not wanted and (clock := tuple(times.ways(form, key))):
        return _more(found, folded=tuple(each for each in (fold(form), *clock) if is_right(each)))
    if not wanted and typed_answer.is_address(form):
        return _more(found, folded=texts.addresses(form))
    if key.numerals or (not wanted and key.formulas != NO_FORMULAS):
        return _more(found, exact=tuple(each for each in (form,) if is_right(each)))
    if not wanted:
        thing = texts.said(form, key, index)
        return _more(
            found,
            named=thing.named,
            said=tuple(each for each in thing.said if is_right(each)),
            folded=(fold(form),) if "/" in form else (),
            lists=(_members(form, key, index),) if lists.is_list(form) and "/" not in form else (),
            others=tuple(texts.others(thing.named, index)),
        )
    within = in_ones(form, wanted[0], key)
    found = _more(found, folded=tuple(each for each in (fold(form),) if is_right(each)))
    for mention in wanted:
        if isinstance(mention.value, Moment):
            told = (*in_full(mention.value, key.language), *_years(mention.value, key))
            found = _more(
                found,
                folded=tuple(each for each in told if is_right(each) and is_right(each.upper())),
                days=days(mention.value, key.language),
            )
        else:
            bare = _bare(form, mention, is_right)
            parts = tuple(each for each in PARTS if _is_part(mention) and is_right(each))
            found = _more(found, amounts=amounts(mention, within, bare, is_right), folded=parts)
    return found


def _members(form: str, key: AnswerKey, index: NameIndex) -> tuple[Said, ...]:
    return tuple(texts.said(member, key, index) for member in lists.members(form))


def _misleading(known: tuple[Name, ...], key: AnswerKey) -> Iterator[str]:
    """The names that would be read as the right value, joined: Xiaomi 10 is a phone, not ten of a firm."""
    for text in _telling(known):
        if typed_answer.judge(text, key, names.index(())).right:
            yield joined(tokens(text))


@lru_cache(maxsize=8)  # a bank's names are looked through once, not for every question
def _telling(known: tuple[Name, ...]) -> tuple[str, ...]:
    """The names that have a number or a month in them."""
    telling = NUMBER_WORDS | MONTHS.keys()
    spelt = (text for name in known for text in (name.name, *name.aliases))
    return tuple(
        text for text in spelt if any(map(str.isdigit, text)) or not telling.isdisjoint(tokens(text))
    )


def _years(moment: Moment, key: AnswerKey) -> tuple[str, ...]:
    """The years that are near enough to one."""
    within = min(int(key.tolerance.amount), _ROUND_YEARS) if moment == Moment(moment.year) else 0
    return tuple(str(year) for year in range(moment.year - within, moment.year + within + 1) if within)


def _is_part(right: Mention) -> bool:
    """Whether it may be said as a part of a whole: half, three quarters."""
    value = as_quantity(right.value)
    return value is not None and (value.unit == "%" or 0 < abs(value.amount) < 1)


def _more(found: Accepted, **more: tuple[object, ...]) -> Accepted:
    for name, added in more.items():
        had = getattr(found, name)
        more[name] = (*had, *(each for each in added if each not in had))
    return msgspec.structs.replace(found, **more)


def _bare(form: str, right: Mention, is_right: Callable[[str], bool]) -> tuple[Decimal, ...]:
    """What one of a number without a unit may be: 1, a million if millions are asked for, or a whole in %."""
    whole, written = as_quantity(right.value), as_quantity(read(form))
    if whole is None:
        return ()
    numbers = {whole.amount, written.amount if written else whole.amount, EXACT.divide(whole.amount, 100)}
    found = (number for number in numbers if is_right(str(number)))
    return tuple(EXACT.divide(whole.amount, number) if number else Decimal(1) for number in found)
