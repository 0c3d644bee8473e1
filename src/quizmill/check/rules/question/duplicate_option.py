"""Two options are the same value in two notations.

Left out are fractions, and figures that differ in closing noughts alone: 3/4 is another time than 6/8 in
music, and 2.50 another figure than 2.5 in physics. So are options of a question about notation (written,
rounded, simplest form), those written as code, and those of a question that compares characters: there 1.0
and 1 are two answers. Texts that are equal but for case are found when a bank is read, under the same name.

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

import re
from collections.abc import Iterator

from quizmill.bank import values
from quizmill.bank.alike import is_exact
from quizmill.bank.markup import plain, same
from quizmill.bank.model import Ordering, Question
from quizmill.bank.reader.fault import Path
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.language.answer_options import options
from quizmill.check.language.lead import prompt
from quizmill.errors import Severity

ID = "duplicate-option"
SEVERITY = Severity.WARNING

_NOTATION = re.compile(
    r"\b(?:writ(?:e|ten)|notation|forms?|express(?:ed)?|rounded|simplest|lowest|equivalent|figures|digits"
    r"|same as)\b",
    re.IGNORECASE,
)
_FRACTION = re.compile(r"\d ?/ ?\d")
_NOUGHTS = re.compile(r"\.0+(?![0-9])|(?<=\.[0-9])0+(?![0-9])")


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """Every option whose value an earlier one has."""
    seen: dict[values.Value, str] = {}
    for path, text, exact in _compared(question):
        value = None if exact else values.read(text)
        if value is None:
            continue
        first = seen.setdefault(value, text)
        if first != text and _is_notation(first, text) and not _NOTATION.search(prompt(question)):
            message = f'"{text}" is the same as "{first}"'
            yield Finding(path=path, message=message, help="replace one of them by another value")


def _is_notation(one: str, other: str) -> bool:
    """Whether the texts differ in more than closing noughts of a decimal, and neither is a fraction."""
    if _FRACTION.search(one) or _FRACTION.search(other):
        return False
    return same(_NOUGHTS.sub("", one)) != same(_NOUGHTS.sub("", other))


def _compared(question: Question) -> Iterator[tuple[Path, str, bool]]:
    """The options, the right ones first: a wrong one is the easier to replace. Of an ordering, its steps.

    Each with whether its characters count.
    """
    if isinstance(question, Ordering):
        for i, text in enumerate(question.sequence):
            yield ("sequence", i), plain(text), is_exact(text, question.compare)
    for option in sorted(options(question), key=lambda option: not option.right):
        yield option.path, option.text, option.exact
