"""Two options are the same value in two notations.

Left out are fractions, and figures that differ in closing noughts alone: 3/4 is another time than 6/8 in
music, and 2.50 another figure than 2.5 in physics. So are options of a question about notation (written,
rounded, simplest form), those written as code, and those of a question that compares characters: there 1.0
and 1 are two answers, unless spaces alone tell them apart, which outputs show in code alone. Texts that are
equal but for case are found when a bank is read, under the same name.

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
from typing import assert_never

from quizmill.bank import values
from quizmill.bank.alike import as_seen, exact, is_exact
from quizmill.bank.markup import plain, same
from quizmill.bank.model import (
    Cloze,
    Compare,
    Essay,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numerical,
    Ordering,
    Question,
    ShortAnswer,
    TrueFalse,
    compare_of,
)
from quizmill.bank.reader.fault import Path
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.language.lead import prompt
from quizmill.errors import Severity

ID = "duplicate-option"
SEVERITY = Severity.WARNING

_NOTATION = re.compile(
    r"\b(?:written|expressed) (?:as|in|out|with)\b|\bnotation\b|\brounded\b|\bequivalent\b|\bsignificant\b"
    r"|\b(?:standard|simplest|lowest|decimal|index|expanded|scientific) (?:form|terms|fraction)\b"
    r"|\bdecimal places\b",
    re.IGNORECASE,
)
_FRACTION = re.compile(r"\d ?/ ?\d")
_NOUGHTS = re.compile(r"(\.[0-9]*?)0+(?![0-9])")


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """Every option whose value an earlier one has, and every one that looks like an earlier one."""
    if compare_of(question) is Compare.CHARACTERS:
        yield from _unseen(question)
    seen: dict[values.Value, str] = {}
    for path, text, is_code in _compared(question):
        value = None if is_code else values.read(text)
        if value is None:
            continue
        first = seen.setdefault(value, text)
        if first != text and _is_notation(first, text) and not _NOTATION.search(prompt(question)):
            message = f'"{text}" is the same as "{first}"'
            yield Finding(path=path, message=message, help="replace one of them by another value")


def _unseen(question: Question) -> Iterator[Finding]:
    """Options that spaces alone tell apart, where nobody sees them."""
    seen: dict[str, str] = {}
    for path, text in _written(question):
        first = seen.setdefault(as_seen(text), text)
        if exact(first) != exact(text):
            message = f'"{plain(text)}" differs from another option in spaces alone, which only code shows'
            yield Finding(path=path, message=message, help="write both in `backticks`")


def _written(question: Question) -> Iterator[tuple[Path, str]]:
    """What is chosen, joined or put in order, in markup; the right ones first, as a wrong one is replaced."""
    match question:
        case MultipleChoice():
            yield ("answer",), question.answer
        case MultipleResponse():
            yield from ((("answers", i), text) for i, text in enumerate(question.answers))
        case Matching():
            yield from ((("pairs", i, 1), right) for i, (_, right) in enumerate(question.pairs))
            yield from ((("extra", i), text) for i, text in enumerate(question.extra))
        case Ordering():
            yield from ((("sequence", i), text) for i, text in enumerate(question.sequence))
        case TrueFalse() | ShortAnswer() | Numerical() | Cloze() | Essay():
            return
        case _:
            assert_never(question)
    if isinstance(question, MultipleChoice | MultipleResponse):
        yield from ((("distractors", i), each.text) for i, each in enumerate(question.distractors))


def _is_notation(one: str, other: str) -> bool:
    """Whether the texts differ in more than closing noughts of a decimal, and neither is a fraction."""
    if _FRACTION.search(one) or _FRACTION.search(other):
        return False
    return _without_noughts(one) != _without_noughts(other)


def _without_noughts(text: str) -> str:
    return re.sub(r"\.(?![0-9])", "", same(_NOUGHTS.sub(r"\1", text)))


def _compared(question: Question) -> Iterator[tuple[Path, str, bool]]:
    """The same without markup, each with whether its characters count."""
    compare = compare_of(question)
    yield from ((path, plain(text), is_exact(text, compare)) for path, text in _written(question))
