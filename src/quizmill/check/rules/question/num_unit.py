"""The prompt does not say in which unit or currency the number is wanted, or says another than the answer's.

The field `unit`, which is printed beside the line for the answer, counts as said; one that is another
measure than the answer's is an error. Counts (how many shops) need none.

Why: whoever answers rightly in euros or miles is marked wrong.

Source: our own.

Bad:
    prompt: How much did the bridge cost?
    answer: "75"

Good:
    prompt: How many million pounds did the bridge cost?
    answer: "75"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.bank import values
from quizmill.bank.fold import fold
from quizmill.bank.markup import plain
from quizmill.bank.model import Numerical, Question
from quizmill.bank.values import Quantity, currencies, symbols, units
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.texts import asked_text
from quizmill.errors import Severity

ID = "num-unit"
SEVERITY = Severity.WARNING
AT_WORST = Severity.ERROR
READS_ENGLISH = True

_MEASURED = re.compile(
    r"\bhow (?:much|far|long|tall|high|deep|wide|fast|heavy|hot|cold|large|big|thick)\b(?! more| less)"
)
_IN_UNITS = re.compile(r"\b(?:in|of|many|per) (?:[^\W\d_]+ ){0,3}[^\W\d_]+s\b|\bper\b|%|\bpercent")
_IN_LETTER = re.compile(r"\bin ([^\W\d_]|°[CF])(?=[?,;.)])")  # in m? but not: in A major
_HELP = "name it in the prompt, or add `unit: …`"
# Words that ask for a unit without its name.
_IMPLIED = {
    "%": re.compile(r"\b(?:share|proportion|fraction|rate|percent\w*)\b"),
    "year": re.compile(r"\b(?:age|old|aged)\b"),
    "percentage point": re.compile(r"\bpoints?\b"),
    "times": re.compile(r"\b(?:factor|multiple|ratio|fold|times|often)\b"),
}


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """One finding where the unit is unsaid or another."""
    if not isinstance(question, Numerical):
        return
    value = values.read(plain(question.answer))
    if isinstance(value, Quantity) and value.unit and _says_another(question.unit, value.unit):
        message = f'the answer is in {value.unit}, and `unit` says "{question.unit}"'
        help = "write the same unit in both, or leave `unit` out"
        yield Finding(path=("unit",), message=message, help=help, severity=Severity.ERROR)
        return
    named = _named_by_symbol(asked_text(question))
    asked = fold(f"{asked_text(question)} {named} {plain(question.unit)}")
    if (
        isinstance(value, Quantity)
        and not (question.unit and not value.currency and not value.unit)
        and (message := _wrong_unit(value, asked, named))
    ):
        yield Finding(path=("prompt",), message=message, help=_HELP)


def _says_another(unit: str, name: str) -> bool:
    """Whether *unit* is a measure, and not that of *name*."""
    said = units.unit(fold(plain(unit)))
    return bool(said) and units.is_measure(said) and units.is_measure(name) and said != name


def _named_by_symbol(asked: str) -> str:
    """The names of the units that a question asks for by symbols, whose capitals count."""
    letters = map(symbols.unit_named, _IN_LETTER.findall(asked))
    return " ".join(filter(None, (symbols.named_in(asked), *letters)))


def _wrong_unit(value: Quantity, asked: str, named: str) -> str:
    said = currencies.currencies_in(asked)
    if value.currency:
        if value.currency in said:
            return ""
        asks = f"asks for {' and '.join(sorted(said))}" if said else "names no currency"
        return f"the answer is in {value.currency}, and the prompt {asks}"
    if value.unit == "ordinal":
        return ""
    if value.unit:
        implied = _IMPLIED.get(value.unit)
        if units.names_unit(asked, value.unit) or (implied and implied.search(asked)):
            return ""
        return f"the answer is in {value.unit}, and the prompt does not ask for it"
    measured = _MEASURED.search(asked)
    if measured and not said and not named and not _IN_UNITS.search(asked):
        return f'"{measured[0]}" is answered by a bare number, and the prompt names no unit'
    return ""
