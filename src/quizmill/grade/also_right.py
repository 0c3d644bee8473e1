"""What else is right beside the key, to be told wherever the key is: forms, names, notations, a tolerance."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import assert_never

import msgspec

from quizmill.bank import cloze, values
from quizmill.bank.markup import escape, plain
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
from quizmill.bank.values import Quantity, spellings, units
from quizmill.bank.values.measures import symbols
from quizmill.bank.values.number_words import EXACT
from quizmill.bank.values.tongues import tongue
from quizmill.grade import names
from quizmill.grade.accepted import texts
from quizmill.grade.answer_key import AnswerKey, in_english, key_to_question
from quizmill.grade.names import NameIndex
from quizmill.grade.wanted import wanted_of
from quizmill.words import Words

_DIGITS = 4  # of an amount in another unit, at most: who reads it should see that it is the same
_MOST = 10_000
_MOST_TOLD = 6  # forms beside one text; who reads more of them learns no more


class AlsoRight(msgspec.Struct, frozen=True, gc=False):
    """What is right beside one text of the key: other forms, as markup, or all that is within a tolerance."""

    forms: tuple[str, ...] = ()
    within: str = ""  # as written: an amount, or a share such as 2%

    def __bool__(self) -> bool:
        return bool(self.forms or self.within)


def also_right(
    question: Question, known: tuple[Name, ...] = (), language: str = "en"
) -> tuple[AlsoRight, ...]:
    """For each text of the key that is typed, what else is right; of the other kinds the key says it all.

    The forms are the author's, other names of the thing that is asked for, if *known*, and a measure in
    another unit.
    """
    match question:
        case ShortAnswer():
            key = key_to_question(question, language)
            return (AlsoRight((*question.accept, *_aliases(question, key, names.index(known)))),)
        case Numerical():
            none = values.read_tolerance(question.tolerance) in (None, values.Tolerance())
            return (AlsoRight(_in_another_unit(question, language), "" if none else question.tolerance),)
        case Cloze():
            return tuple(AlsoRight(forms=blank.accept) for blank in cloze.blanks(question.text))
        case MultipleChoice() | MultipleResponse() | TrueFalse() | Matching() | Ordering() | Essay():
            return ()
        case _:
            assert_never(question)


def told(also: tuple[AlsoRight, ...], words: Words, most: int = _MOST_TOLD) -> str:
    """All of it as one line of markup, blank by blank where there are several; empty when nothing else is.

    Of more than *most* forms it has the first, as their author wrote them, and a sign that there are more.
    """
    several = len(also) > 1
    lines = [_line(each, words, "or" if several else "", most) for each in also]
    return words("list.between").join(
        f"({i}) {line}" if several else line for i, line in enumerate(lines, 1) if line
    )


def _line(also: AlsoRight, words: Words, between: str, most: int) -> str:
    within = [margin(also.within, words)] if also.within else []
    apart = f" {words('sheet.or')} " if between else words("list.between")
    forms = also.forms if len(also.forms) <= most else (*also.forms[:most], "…")
    return apart.join((*forms, *within))


def margin(within: str, words: Words) -> str:
    """A tolerance as it is told: on both sides, or behind a + or - on one."""
    side = {"+": "_above", "-": "_below", "−": "_below"}.get(within.strip()[:1], "")
    return words(f"sheet.within{side}", tolerance=within.strip()[1:].strip() if side else within)


def _aliases(question: ShortAnswer, key: AnswerKey, index: NameIndex) -> Iterator[str]:
    """The other names of the thing, but for those that are forms already."""
    forms = {form.casefold() for form in (*key.forms, *key.exact)}
    for alias in texts.other_names(plain(question.answer), key, index) if not key.compare else ():
        if alias.casefold() not in forms:
            yield escape(alias)


def _in_another_unit(question: Numerical, language: str) -> tuple[str, ...]:
    """The measure in the nearest larger unit in which it is no small part: 1.5 km for 1500 m."""
    key, own = key_to_question(question, language), tongue(language)
    keys = (key, in_english(key, own)) if own else (key,)
    wanted = [found for each in keys for found in wanted_of(each.forms[0], each, names.index(()))]
    right = wanted[0].value if wanted else None
    if not isinstance(right, Quantity) or not right.unit.isalpha():
        return ()
    said = next(_converted(right), "")
    return (escape(said.replace(".", ",") if own and own.comma else said),) if said else ()


def _converted(right: Quantity) -> Iterator[str]:
    for symbol in spellings.kin(right.unit):
        factor = units.convert(Decimal(1), symbols()[symbol], right.unit)
        if factor is None or factor <= 1 or factor.log10() % 1 or symbols()[symbol][-3:] != right.unit[-3:]:
            continue  # an ångström is a tenth of a nanometre, and no help
        amount = EXACT.divide(right.amount, factor).normalize()
        if len(amount.as_tuple().digits) <= _DIGITS and 1 <= abs(amount) < _MOST:
            yield f"{amount:f} {symbol}"
