"""The marker would take a wrong answer for right.

Put to it are: the answer with a denial, every other thing that bears an accepted name, values a little off
(the next ones, ten times more, a tenth, other years), and the wrong options of choices with the same answer
that rest on the same fact. Where one of several is asked for (name a prime), other accepted values are right.

Why: a false answer that is marked right is learnt.

Source: our own.

Bad:
    answer: "1912"
    accept: ["1911"]

Good:
    answer: "1912"
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from decimal import Decimal
from itertools import islice

import msgspec

from quizmill.bank import values
from quizmill.bank.markup import same
from quizmill.bank.model import Bank, MultipleChoice, Question, references_of
from quizmill.check.context import Context
from quizmill.check.finding import Finding, question_subject
from quizmill.check.grounds import Grounds
from quizmill.check.language.answer_options import is_meta, options
from quizmill.check.language.notations import neighbours
from quizmill.check.measure.typed_answers import ExpectedAnswer, answers
from quizmill.check.texts import asked_text
from quizmill.check.trait import Trait
from quizmill.errors import Severity
from quizmill.grade.normalise import tokens

ID = "sa-key-too-loose"
SEVERITY = Severity.WARNING

_ONE_OF = re.compile(
    r"\b(?:name|give|state|write|list|find|suggest)\b[^.?]{0,20}? (?:an?|one|any)\b|\bexample\b",
    re.IGNORECASE,
)
_MOST_OPTIONS = 5  # of other questions, put to the marker for one answer

Attack = tuple[str, str]  # what is typed, and why it is wrong
WrongOptions = dict[tuple[str, str], list[str]]  # by fact and key


class Accepted(msgspec.Struct, frozen=True, array_like=True):
    """A typed answer: its key as it is compared, and the first wrong thing that the marker takes for it."""

    key: str
    attack: Attack | None


def check_bank(bank: Bank, context: Context) -> Iterator[Finding]:
    """For each answer the first of these that the marker takes."""
    accepted = context.traits(ACCEPTED)
    typed = [(question, found) for question, found in zip(context.questions, accepted, strict=True) if found]
    wrong = _wrong_options(
        context, {(fact, each.key) for q, found in typed for each in found for fact in references_of(q)}
    )
    for question, found in typed:
        for answer, each in zip(answers(question), found, strict=True):
            attacks = (
                (each.attack,)
                if each.attack
                else _taken(_elsewhere(question, each.key, wrong), answer, context)
            )
            for given, why in islice(attacks, 1):
                yield _finding(question, answer, given, why)


def accepted_in(question: Question, grounds: Grounds) -> tuple[Accepted, ...]:
    """What the marker takes of what can be put to it without knowing other questions."""
    expected = tuple(answers(question))
    one_of = bool(expected and _ONE_OF.search(asked_text(question)))
    return tuple(
        Accepted(
            same(answer.key.text), next(_taken(_attacks(answer, grounds, one_of), answer, grounds), None)
        )
        for answer in expected
    )


ACCEPTED = Trait("accepted", accepted_in, tuple[Accepted, ...])
TRAITS = (ACCEPTED,)


def _taken(attacks: Iterable[Attack], answer: ExpectedAnswer, grounds: Grounds) -> Iterator[Attack]:
    return (attack for attack in attacks if answer.accepts(attack[0], grounds.name_index))


def _finding(question: Question, answer: ExpectedAnswer, given: str, why: str) -> Finding:
    form = next((form for form in answer.forms if same(form.text) == same(given)), None)
    help = "delete the accepted form that lets it in, or narrow the tolerance"
    if form and form.text != given:
        help = f'add `compare: characters`: only then is "{given}" not "{form.text}"'
    return Finding(
        subject=question_subject(question.id),
        path=(form or answer.key).path,
        message=f'the marker takes "{given}" for right: {why}',
        help=help,
    )


def _attacks(answer: ExpectedAnswer, grounds: Grounds, one_of: bool) -> Iterator[Attack]:
    key = answer.key.text
    yield f"not {key}", "it denies the answer"
    yield from _other_names(answer, grounds)
    value = values.read(key)
    if value is None or grounds.named(key):
        return
    lenient = len(answer.forms) > 1 or answer.wanted.tolerance != values.Tolerance()
    for given in islice(neighbours(key, value), None if lenient else 1):
        other = values.read(given)
        if other and other != value and not _tolerated(answer, value, other):
            yield given, f"the answer is {key}"
    for form in () if one_of else answer.forms[1:]:
        other = values.read(form.text)
        if other and not answer.wanted.unit and _differ(value, other):
            yield form.text, f"the answer is {key}"


def _other_names(answer: ExpectedAnswer, grounds: Grounds) -> Iterator[Attack]:
    known = grounds.name_index
    mine = known.named(tokens(answer.key.text))
    if not mine:
        return
    spelt = [form.text for form in answer.forms] + [alias for name in mine for alias in name.aliases]
    for text in spelt:
        for other in known.named(tokens(text)):
            if other not in mine and other.kind is mine[0].kind:
                yield text, f"it names {other.name}, and the answer is {mine[0].name}"


def _tolerated(answer: ExpectedAnswer, value: values.Value, other: values.Value) -> bool:
    one, two = values.as_quantity(value), values.as_quantity(other)
    return bool(one and two and answer.wanted.tolerance.allows(one.amount, two.amount))


def _differ(value: values.Value, other: values.Value) -> bool:
    """Whether two values of one sort are not the same, and neither is the other rounded."""
    if isinstance(value, values.Moment) and isinstance(other, values.Moment):
        return bool(value.year and other.year and value.year != other.year)
    one, two = values.as_quantity(value), values.as_quantity(other)
    if not one or not two or (one.currency, one.unit) != (two.currency, two.unit):
        return False
    places = max(_exponent(one.amount), _exponent(two.amount))
    return round(one.amount, -places) != round(two.amount, -places)


def _exponent(amount: Decimal) -> int:
    """The place of the last decimal, below zero; whole numbers are said in full."""
    exponent = amount.normalize().as_tuple().exponent
    return min(0, exponent) if isinstance(exponent, int) else 0


def _wrong_options(context: Context, wanted: Set[tuple[str, str]]) -> WrongOptions:
    """The wrong options of the choices that rest on a fact and have a key that are *wanted*."""
    found: WrongOptions = {}
    for question in context.questions if wanted else ():
        if isinstance(question, MultipleChoice):
            key = same(question.answer)
            for fact in references_of(question):
                if (fact, key) in wanted:
                    wrong = [o.text for o in options(question) if not o.right and not is_meta(o.text)]
                    known = found.setdefault((fact, key), [])
                    known += wrong[: _MOST_OPTIONS - len(known)]
    return found


def _elsewhere(question: Question, key: str, wrong: WrongOptions) -> Iterator[Attack]:
    for fact in references_of(question):
        for given in dict.fromkeys(wrong.get((fact, key), ())):
            yield given, "another question with this answer has it among the wrong options"
