"""What a typed answer is held against: the forms that count as right, and the question they answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

import msgspec

from quizmill.bank import values
from quizmill.bank.alike import is_exact
from quizmill.bank.fold import fold
from quizmill.bank.markup import plain
from quizmill.bank.model import Compare, Numerical, ShortAnswer
from quizmill.bank.values import Tolerance, units
from quizmill.bank.values.symbols import NONE, Own, named_in, own_unit, spelt_out
from quizmill.bank.values.tongues import Tongue
from quizmill.grade import asides, prompt, rates
from quizmill.grade.asides import NONE as NO_ASIDE
from quizmill.grade.asides import Beside
from quizmill.grade.bases import Numeral, numerals
from quizmill.grade.formulas import NO_FORMULAS, Formulas, formulas_in
from quizmill.grade.normalise import tokens
from quizmill.grade.strictness import on_one_line

_AUXILIARIES = frozenset(("do", "does", "did"))
_SHORTEST_VERB = 4  # letters
_PAST = {
    "become": "became",
    "begin": "began",
    "break": "broke",
    "bring": "brought",
    "build": "built",
    "buy": "bought",
    "come": "came",
    "drive": "drove",
    "fall": "fell",
    "find": "found",
    "get": "got",
    "give": "gave",
    "go": "went",
    "grow": "grew",
    "have": "had",
    "hold": "held",
    "keep": "kept",
    "leave": "left",
    "lose": "lost",
    "make": "made",
    "meet": "met",
    "pay": "paid",
    "rise": "rose",
    "sell": "sold",
    "send": "sent",
    "spend": "spent",
    "take": "took",
    "teach": "taught",
    "win": "won",
    "write": "wrote",
}


class AnswerKey(msgspec.Struct, frozen=True, kw_only=True):
    """The forms that count as right (plain text, the key first), and what the question says beside them."""

    forms: tuple[str, ...]
    beside: Beside = NO_ASIDE  # what these put beside one another
    exact: tuple[str, ...] = ()  # further forms, of which each character counts
    compare: Compare | None = None  # what counts in the others
    asked: str = ""  # the question, folded
    tokens: frozenset[str] = frozenset()  # of the question
    unit: str = ""  # shown beside the line for the answer; a measure by its name
    own: Own = Own()  # the same as it is written
    units: frozenset[str] = frozenset()  # what else it may be called
    tolerance: Tolerance = Tolerance()
    language: str = "en"  # of the bank
    formulas: Formulas = NO_FORMULAS
    numerals: tuple[Numeral, ...] = ()  # those forms that are written in another base


@lru_cache(maxsize=256)
def spelt_in_english(key: AnswerKey, own: Tongue) -> Mapping[str, str]:
    """The forms of the key as English has them, each with the form as it is written."""
    return {values.said_in_english(form, own): form for form in key.forms}


@lru_cache(maxsize=256)
def in_english(key: AnswerKey, own: Tongue) -> AnswerKey:
    """The key with its forms, and what is asked, as far as they are values in its *own* language.

    What English reads is English: 1.234 is one and a bit in every bank.
    """
    asked = f"{key.asked} {own.asked_in_english(key.asked)}"
    unit = key.unit
    if unit and not key.own.name:  # as words beside a number are read
        unit = rates.unit_alone(own.words_in_english(f"1 {fold(unit)}").removeprefix("1 "), asked)
    return msgspec.structs.replace(
        key,
        forms=tuple(spelt_in_english(key, own)),
        exact=(),
        asked=asked,
        unit=unit,
        tokens=key.tokens.union(tokens(asked)),
    )


def key_to_question(question: ShortAnswer | Numerical, language: str = "en") -> AnswerKey:
    """The key to a question that is answered in a line."""
    asked = plain(f"{question.context} {question.prompt}")
    if isinstance(question, ShortAnswer):
        return key_to((question.answer, *question.accept), asked, question.compare, language)
    return answer_key(
        (plain(question.answer),),
        asked,
        unit=plain(question.unit),
        accept_units=tuple(map(plain, question.accept_units)),
        tolerance=values.read_tolerance(question.tolerance),
        language=language,
    )


def key_to(forms: Iterable[str], question: str, compare: Compare | None, language: str = "en") -> AnswerKey:
    """The key to a question in plain text whose answers, as markup, are told apart by *compare*."""
    free: list[str] = []
    exact: list[str] = []
    forms = tuple(forms)
    for form in forms:
        (exact if is_exact(form, compare) else free).append(plain(form))
    formulas = formulas_in(forms) if compare is None else NO_FORMULAS
    return answer_key(
        tuple(free), question, exact=tuple(exact), compare=compare, language=language, formulas=formulas
    )


@lru_cache(maxsize=256)  # the questions of a sheet, which a class answers one after the other
def answer_key(
    forms: tuple[str, ...],
    question: str = "",
    *,
    exact: tuple[str, ...] = (),
    compare: Compare | None = None,
    unit: str = "",
    accept_units: tuple[str, ...] = (),
    tolerance: Tolerance | None = None,
    language: str = "en",
    formulas: Formulas = NO_FORMULAS,
) -> AnswerKey:
    """The key to a question, all in plain text."""
    forms = tuple(values.plain_sum(form, language) for form in forms)
    aside = asides.beside(forms) if len(forms) > 1 and compare is None else NO_ASIDE
    own = own_unit(unit, fold(question)) if unit else _measured_in(forms, language)
    unit = unit and (own.name or unit)
    asked = fold(f"{question} {unit} {named_in(question)}")
    return AnswerKey(
        forms=tuple(prompt.in_terms(spelt_out(form, own), asked) for form in forms),
        beside=aside,
        exact=tuple(map(on_one_line, exact)),
        compare=compare,
        asked=asked,
        tokens=_with_forms(tokens(asked)) - prompt.years_aside(question),
        unit=rates.unit_alone(unit, asked),
        own=own,
        units=frozenset(map(units.unit, map(fold, accept_units))),
        tolerance=tolerance or Tolerance(),
        language=language,
        formulas=formulas,
        numerals=numerals(forms, asked) if compare is None else (),
    )


def _measured_in(forms: tuple[str, ...], language: str) -> Own:
    """The unit of the first form that is a measure: where kilometres are right, `m` is metres."""
    found = (values.as_quantity(values.read_in(form, language)) for form in forms)
    return next((Own(name=each.unit) for each in found if each and each.unit), NONE)


def _with_forms(asked: tuple[str, ...]) -> frozenset[str]:
    """The tokens of a question; of one with "did discover" also "discovered", which the answer may repeat."""
    if _AUXILIARIES.isdisjoint(asked):
        return frozenset(asked)
    verbs = [word for word in asked if len(word) >= _SHORTEST_VERB and not units.is_measure(units.unit(word))]
    past = (_PAST[verb] for verb in asked if verb in _PAST)
    return frozenset((*asked, *past, *(verb + ending for verb in verbs for ending in ("s", "d", "ed"))))
