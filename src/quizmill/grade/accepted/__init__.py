"""The right forms of a question, compiled: for faces that mark without this program.

Notations are enumerated where there are few; numbers, units and dates are small tables of rules. The script
`accepted.js` says of a typed text whether it is one of these forms. It never says "wrong": what it does not
know (a slip of the finger, an odd notation) is left to the learner. What it accepts is right to
:mod:`quizmill.grade.typed_answer` too; tests hold the two together.
"""

from __future__ import annotations

from decimal import Decimal

import msgspec

from quizmill.bank.fold import fold
from quizmill.bank.model import Compare, Name, Numerical, ShortAnswer
from quizmill.bank.values import Moment, Tolerance, as_quantity, read, read_in
from quizmill.bank.values.number_words import EXACT
from quizmill.bank.values.tongues import tongue
from quizmill.grade import lists, names, times, typed_answer
from quizmill.grade.accepted import texts
from quizmill.grade.accepted.amounts import PARTS, Amount, amounts
from quizmill.grade.accepted.moments import Day, days, in_full
from quizmill.grade.answer_key import AnswerKey, in_english, key_to_question
from quizmill.grade.mentions import Mention
from quizmill.grade.names import NameIndex
from quizmill.grade.normalise import tokens

_Members = tuple[tuple[str, ...], ...]  # of a list, and of each what it may be called


class Accepted(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What is right to one question, as JSON for the script; texts are in the form that it compares."""

    exact: tuple[str, ...] = ()  # each character counts
    compare: str = ""  # what counts in these, and then there are no others
    strict: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    folded: tuple[str, ...] = ()  # values as they are written, of which no sign may be missing
    lists: tuple[_Members, ...] = ()
    amounts: tuple[Amount, ...] = ()
    days: tuple[Day, ...] = ()
    others: tuple[str, ...] = ()  # names of other things, in which words of a right one stand
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
    for form in key.forms:
        found = _with_form(found, form, key, index)
    if own is None:
        return found
    for form in in_english(key, own).forms:
        found = _with_form(found, form, in_english(key, own), index)
    return msgspec.structs.replace(found, comma=own.comma, day_first=own.day_first, **own.words)


def _with_form(found: Accepted, form: str, key: AnswerKey, index: NameIndex) -> Accepted:
    """What is right because *form* is, too."""
    wanted = typed_answer.wanted(form, key, index)
    if not wanted and read_in(form, key.language) and not index.named(tokens(form)):
        return found  # a value that its own language reads, which comes after it
    if not wanted and (clock := tuple(times.ways(form, key))):
        return _more(found, folded=(fold(form), *clock))
    if not wanted and typed_answer.is_address(form):
        return _more(found, folded=texts.addresses(form))
    if not wanted:
        members = tuple(texts.said(member, key, index) for member in lists.members(form))
        return _more(
            found,
            said=texts.said(form, key, index),
            lists=(members,) if lists.is_list(form) else (),
            others=tuple(texts.others(form, index)),
        )
    within = typed_answer.in_ones(form, wanted[0], key)
    found = _more(found, folded=(fold(form),))
    for mention in wanted:
        if isinstance(mention.value, Moment):
            told = tuple(in_full(mention.value, key.language))
            found = _more(found, folded=told, days=days(mention.value, key.language))
        if not isinstance(mention.value, Moment) or key.tolerance != Tolerance():
            bare = _bare(form, mention, key, index)
            said = PARTS if _is_part(mention) else ()
            parts = tuple(each for each in said if typed_answer.judge(each, key, index).right)
            found = _more(found, amounts=amounts(mention, within, bare), folded=parts)
    return found


def _is_part(right: Mention) -> bool:
    """Whether it may be said as a part of a whole: half, three quarters."""
    value = as_quantity(right.value)
    return value is not None and (value.unit == "%" or 0 < abs(value.amount) < 1)


def _more(found: Accepted, **more: tuple[object, ...]) -> Accepted:
    for name, added in more.items():
        had = getattr(found, name)
        more[name] = (*had, *(each for each in added if each not in had))
    return msgspec.structs.replace(found, **more)


def _bare(form: str, right: Mention, key: AnswerKey, index: NameIndex) -> tuple[Decimal, ...]:
    """What one of a number without a unit may be: 1, a million if millions are asked for, or a whole in %."""
    whole, written = as_quantity(right.value), as_quantity(read(form))
    if whole is None:
        return ()
    numbers = {whole.amount, written.amount if written else whole.amount, EXACT.divide(whole.amount, 100)}
    found = (number for number in numbers if typed_answer.judge(str(number), key, index).right)
    return tuple(EXACT.divide(whole.amount, number) if number else Decimal(1) for number in found)
