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

from quizmill.bank import values
from quizmill.bank.markup import plain, same
from quizmill.bank.model import Ordering, Question
from quizmill.bank.reader.fault import Path
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.language.answer_options import options
from quizmill.errors import Severity

ID = "duplicate-option"
SEVERITY = Severity.ERROR


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """Every option whose value an earlier one has."""
    seen: dict[values.Value, str] = {}
    for path, text in _compared(question):
        value = values.read(text)
        if value is None:
            continue
        first = seen.setdefault(value, text)
        if same(first) != same(text):
            message = f'"{text}" is the same as "{first}"'
            yield Finding(path=path, message=message, help="replace one of them by another value")


def _compared(question: Question) -> Iterator[tuple[Path, str]]:
    """The options, the right ones first: a wrong one is the easier to replace. Of an ordering, its steps."""
    if isinstance(question, Ordering):
        yield from ((("sequence", i), plain(text)) for i, text in enumerate(question.sequence))
    for option in sorted(options(question), key=lambda option: not option.right):
        yield option.path, option.text
