"""Two options are the same value in two notations.

Texts that are equal but for case are found when a bank is read, under the same name.

Why: whoever picks the other notation of the right answer is marked wrong; and two wrong options that are one
leave fewer to choose from.

Source: Haladyna, Downing and Rodriguez 2002, guideline 22: keep choices independent.

Bad:
    answer: $75 million
    distractors: [75m USD, $125 million]

Good:
    answer: $75 million
    distractors: [$25 million, $125 million]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from quizmill.bank import values
from quizmill.bank.markup import plain, same
from quizmill.bank.model import (
    Cloze,
    Essay,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numerical,
    Ordering,
    Question,
    ShortAnswer,
    TrueFalse,
)
from quizmill.bank.reader.fault import Path
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.errors import Severity

ID = "duplicate-option"
SEVERITY = Severity.ERROR


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """Every option whose value an earlier one has."""
    seen: dict[values.Value, str] = {}
    for path, text in _options(question):
        value = values.read(plain(text))
        if value is None:
            continue
        first = seen.setdefault(value, text)
        if same(first) != same(text):
            message = f'"{plain(text)}" is the same as "{plain(first)}"'
            yield Finding(path=path, message=message, help="replace one of them by another value")


def _options(question: Question) -> Iterator[tuple[Path, str]]:
    match question:
        case MultipleChoice():
            yield ("answer",), question.answer
            yield from ((("distractors", i), d.text) for i, d in enumerate(question.distractors))
        case MultipleResponse():
            yield from ((("answers", i), text) for i, text in enumerate(question.answers))
            yield from ((("distractors", i), d.text) for i, d in enumerate(question.distractors))
        case Matching():
            yield from ((("pairs", i, 1), right) for i, (_, right) in enumerate(question.pairs))
            yield from ((("extra", i), text) for i, text in enumerate(question.extra))
        case Ordering():
            yield from ((("sequence", i), text) for i, text in enumerate(question.sequence))
        case TrueFalse() | ShortAnswer() | Numerical() | Cloze() | Essay():
            return
        case _:
            assert_never(question)
