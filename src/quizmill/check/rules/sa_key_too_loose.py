"""The marker would take a wrong answer for right.

Put to it are: the answer with a denial, every other thing that bears an accepted name, values a little off
(the next ones, ten times more, a tenth, other years), and the wrong options of choices with the same answer
that rest on the same fact.

Why: a false answer that is marked right is learnt.

Source: our own.

Bad:
    answer: "1912"
    accept: ["1911"]

Good:
    answer: "1912"
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from quizmill.bank import values
from quizmill.bank.markup import same
from quizmill.bank.model import Bank, MultipleChoice, Question
from quizmill.check.context import Context
from quizmill.check.finding import Finding, question_subject
from quizmill.check.language.notations import neighbours
from quizmill.check.language.options import is_meta, options
from quizmill.check.measure.answers import Answer, answers
from quizmill.errors import Severity
from quizmill.grade.normalise import tokens

ID = "sa-key-too-loose"
SEVERITY = Severity.ERROR

_MOST_OPTIONS = 5  # of other questions, put to the marker for one answer

Attack = tuple[str, str]  # what is typed, and why it is wrong
WrongOptions = dict[tuple[str, str], list[str]]  # by fact and key


def check_bank(bank: Bank, context: Context) -> Iterator[Finding]:
    """For each answer the first of these that the marker takes."""
    wrong = _wrong_options(bank)
    for _, question in bank.questions():
        for answer in answers(question):
            for given, why in (*_attacks(answer, context), *_elsewhere(question, answer, wrong)):
                if answer.accepts(given, context.name_index):
                    form = next((form for form in answer.forms if same(form.text) == same(given)), answer.key)
                    message = f'the marker takes "{given}" for right: {why}'
                    help = "delete the accepted form that lets it in, or narrow the tolerance"
                    subject = question_subject(question.id)
                    yield Finding(path=form.path, message=message, help=help, subject=subject)
                    break


def _attacks(answer: Answer, context: Context) -> Iterator[Attack]:
    key = answer.key.text
    yield f"not {key}", "it denies the answer"
    yield from _other_names(answer, context)
    value = values.read(key)
    if value is None or context.named(key):
        return
    lenient = len(answer.forms) > 1 or answer.wanted.tolerance != values.Tolerance()
    for given in islice(neighbours(key, value), None if lenient else 1):
        other = values.read(given)
        if other and other != value and not _tolerated(answer, value, other):
            yield given, f"the answer is {key}"
    for form in answer.forms[1:]:
        other = values.read(form.text)
        if other and not answer.wanted.unit and _differ(value, other):
            yield form.text, f"the answer is {key}"


def _other_names(answer: Answer, context: Context) -> Iterator[Attack]:
    known = context.name_index
    mine = known.named(tokens(answer.key.text))
    if not mine:
        return
    spelt = [form.text for form in answer.forms] + [alias for name in mine for alias in name.aliases]
    for text in spelt:
        for other in known.named(tokens(text)):
            if other not in mine and other.kind is mine[0].kind:
                yield text, f"it names {other.name}, and the answer is {mine[0].name}"


def _tolerated(answer: Answer, value: values.Value, other: values.Value) -> bool:
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


def _wrong_options(bank: Bank) -> WrongOptions:
    found: WrongOptions = {}
    for _, question in bank.questions():
        if isinstance(question, MultipleChoice):
            wrong = [o.text for o in options(question) if not o.right and not is_meta(o.text)]
            for fact in question.facts:
                known = found.setdefault((fact, same(question.answer)), [])
                known += wrong[: _MOST_OPTIONS - len(known)]
    return found


def _elsewhere(question: Question, answer: Answer, wrong: WrongOptions) -> Iterator[Attack]:
    for fact in question.facts:
        for given in dict.fromkeys(wrong.get((fact, same(answer.key.text)), ())):
            yield given, "another question with this answer has it among the wrong options"
