"""The key of a question as a page marks by it: what its forms are, and what its question says of itself.

The page reads what was typed as :mod:`quizmill.grade.typed_answer` does; of a key it reads nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, assert_never

from quizmill.bank import values
from quizmill.bank.markup import plain
from quizmill.bank.model import (
    Cloze,
    Essay,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Name,
    Numerical,
    Ordering,
    Question,
    ShortAnswer,
    TrueFalse,
)
from quizmill.bank.values import Moment, Tolerance, Value, currencies
from quizmill.bank.values.number_words import EXACT
from quizmill.bank.values.tongues import tongue
from quizmill.grade import asides, bases, blanks, lists, mentions, names, numbers, prompt, rates, times
from quizmill.grade.accepted import texts
from quizmill.grade.answer_key import AnswerKey, in_english, key_to_question, spelt_in_english
from quizmill.grade.formulas import NO_FORMULAS
from quizmill.grade.mentions import Mention, Side
from quizmill.grade.names import NameIndex
from quizmill.grade.normalise import tokens
from quizmill.grade.response import letters_alone
from quizmill.grade.wanted import in_ones, wanted_of

Record = dict[str, Any]  # as JSON; what is not in it is empty


def records(question: Question, known: tuple[Name, ...] = (), language: str = "en") -> tuple[Record, ...]:
    """The record of a question that is answered in a line, or one a blank; *known* are the bank's names."""
    match question:
        case ShortAnswer() | Numerical():
            return (_record(key_to_question(question, language), plain(question.answer), known),)
        case Cloze():
            return tuple(
                {**_record(key, plain(blank), known), "around": around}
                for blank, key, around in blanks.keys(question, language)
            )
        case MultipleChoice() | MultipleResponse() | TrueFalse() | Matching() | Ordering() | Essay():
            return ()
        case _:
            assert_never(question)


def words_of(record: Record) -> Iterator[str]:
    """The words of all its forms."""
    for told in record.get("forms") or ():
        form = {"text": told} if isinstance(told, str) else told
        for text in (form["text"], *form.get("aliases", ())):
            yield from tokens(text)
        yield from words_of({"forms": form.get("members")})
    yield from words_of(record["english"]) if "english" in record else ()


def _record(key: AnswerKey, answer: str, known: tuple[Name, ...]) -> Record:
    found, nameless = _key(key, names.index(known)), _key(key, names.index(()))
    if _without_aliases(found) != nameless:
        found["nameless"] = nameless
    if values.read_in(answer, key.language):
        found["letter"] = letters_alone(answer)
    return found


def _without_aliases(record: Record) -> Record:
    forms = [
        {name: told for name, told in form.items() if name != "aliases"} if isinstance(form, dict) else form
        for form in record.get("forms", ())
    ]
    bare = record | ({"forms": [_short(form) for form in forms]} if forms else {})
    return bare | ({"english": _without_aliases(bare["english"])} if "english" in bare else {})


def _key(key: AnswerKey, index: NameIndex) -> Record:
    own = tongue(key.language)
    found = _facts(key, index)
    if own is None:
        return found
    found["doubtful"] = True
    english = in_english(key, own)
    native = _facts(english, index)
    written = spelt_in_english(key, own)
    both = found | native  # whose names keep their order, as no set of them would
    other = {name: native.get(name) for name in both if native.get(name) != found.get(name)}
    other.pop("doubtful", None)
    if list(written) != list(written.values()):
        other["written"] = list(written.values())
    return found | ({"english": other} if other else {})


def _facts(key: AnswerKey, index: NameIndex) -> Record:
    found = {
        "forms": [_form(form, key, index) for form in key.forms],
        "beside": [sorted(key.beside.before), sorted(key.beside.after)] if key.beside else None,
        "exact": list(key.exact),
        "compare": key.compare,
        "asked": key.asked,
        "more": sorted(key.tokens - set(tokens(key.asked))),
        "fewer": sorted(set(tokens(key.asked)) - key.tokens),
        "unit": key.unit,
        "own": list(key.own) if any(key.own) else None,
        "units": sorted(key.units),
        "tolerance": _tolerance(key),
        "language": key.language if key.language != "en" else "",
        "formulas": key.formulas if key.formulas != NO_FORMULAS else None,
        "bases": {"numerals": key.numerals, "named": bases.named_in(key.asked)} if key.numerals else None,
        "times": sorted(times.wanted(key)),
        "says": list(_says(key.asked)),
        "counted": prompt.counted_unit(key.asked),
        "currencies": sorted(currencies.currencies_in(key.asked)),
        "money": currencies.counted_currency(key.asked),
        "rated": sorted(rates.rated(key.asked)),
        "spans": [_value(span) for span in rates.spans(key.asked)],
    }
    if key.beside == asides.NONE:
        del found["beside"]
    return {name: told for name, told in found.items() if told}


def _form(form: str, key: AnswerKey, index: NameIndex) -> Record | str:
    wanted = wanted_of(form, key, index)
    found: Record = {"text": form, "wanted": [_mention(each) for each in wanted]}
    if wanted:
        within = in_ones(form, wanted[0], key)
        if within.tolerance != key.tolerance:
            found |= {"margin": str(within.tolerance.amount), "told": numbers.margin(within)}
        found["finer"] = [_value(each) for each in _finer(wanted[0], key)]
    else:
        found["aliases"] = list(texts.other_names(form, key, index))
        if lists.is_list(form):
            found["members"] = [_form(member, key, index) for member in lists.members(form)]
    return _short(found)


def _short(form: Record | str) -> Record | str:
    if isinstance(form, str):
        return form
    told = {name: said for name, said in form.items() if said}
    return told["text"] if told.keys() == {"text"} else told


def _finer(right: Mention, key: AnswerKey) -> Iterator[Moment]:
    """The forms that say a date more exactly."""
    asked = right.value
    if isinstance(asked, Moment):
        for form in key.forms:
            date = values.read(form)
            if isinstance(date, Moment) and date != asked and date.agrees(asked):
                yield date


def _mention(mention: Mention) -> Record:
    told = {
        "v": _value(mention.value),
        "h": mention.hedged,
        "s": str(mention.side),
        "f": mention.fraction,
    }
    return {name: said for name, said in told.items() if said}


def _value(value: Value) -> list[str] | list[int]:
    if isinstance(value, Moment):
        return [value.year, value.month, value.day, value.quarter]
    told = [_number(value.amount), value.currency, value.unit]
    while not told[-1]:
        told.pop()
    return told


def _number(amount: Decimal) -> str:
    return str(amount.normalize(EXACT)) if amount else "0"


def _tolerance(key: AnswerKey) -> Record:
    size = key.tolerance
    if size == Tolerance():
        return {}
    told: Record = {"margin": numbers.margin(key)}
    if size.amount:
        told["amount"] = str(size.amount)
    if size.share:
        told["share"] = str(size.share)
    if not size.above:
        told["above"] = False
    if not size.below:
        told["below"] = False
    return told


def _says(asked: str) -> Iterator[str]:
    """What a question says of itself that matters to an answer, by the words of the script."""
    if prompt.asks_for_part(asked):
        yield "part"
    yield from prompt.terms(asked)
    if prompt.measures_length(asked):
        yield "length"
    years = prompt.years(asked)
    yield from ("years",) if years else ()
    yield from map(str, sorted(years))
    yield from (str(side) for side in (Side.ABOVE, Side.BELOW) if mentions.asks_for(side, asked))
    if not mentions.asks_for(Side.SINCE, asked):
        yield "end"
    if mentions.asks_roughly(asked):
        yield "roughly"
    yield from rates.compared(asked)
