"""A wrong option is another name of a right one.

Which names are one is told by names.yaml.

Why: the distractor is right as well, and whoever picks it is marked wrong.

Source: Haladyna, Downing and Rodriguez 2002, guideline 19: only one choice is the right answer.

Bad:
    answer: Amazon
    distractors: [Amazon.com, Alibaba]

Good:
    answer: Amazon
    distractors: [eBay, Alibaba]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

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

ID = "alias-among-distractors"
SEVERITY = Severity.ERROR


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """Every wrong option that names what a right one names."""
    if not grounds.names:
        return
    right, wrong = _right(question), list(_wrong(question))
    if not (right and wrong):
        return
    owners = {name: text for text in right if (name := grounds.named(text))}
    for path, text in wrong:
        name = grounds.named(text)
        if name in owners and same(text) != same(owners[name]):
            message = f'"{plain(text)}" is another name of "{plain(owners[name])}", which is right'
            yield Finding(path=path, message=message, help="replace it by something else")


def _right(question: Question) -> tuple[str, ...]:
    match question:
        case MultipleChoice():
            return (question.answer,)
        case MultipleResponse():
            return question.answers
        case Matching():
            return tuple(right for _, right in question.pairs)
        case TrueFalse() | ShortAnswer() | Numerical() | Cloze() | Ordering() | Essay():
            return ()
        case _:
            assert_never(question)


def _wrong(question: Question) -> Iterator[tuple[Path, str]]:
    match question:
        case MultipleChoice() | MultipleResponse():
            yield from ((("distractors", i), d.text) for i, d in enumerate(question.distractors))
        case Matching():
            yield from ((("extra", i), text) for i, text in enumerate(question.extra))
        case TrueFalse() | ShortAnswer() | Numerical() | Cloze() | Ordering() | Essay():
            return
        case _:
            assert_never(question)
