"""A choice has fewer options than discriminate, or more than are read.

Three to five options for a single choice, four to seven where several are right.

Why: two options are a coin to toss; a fifth or sixth distractor is seldom plausible, and costs reading time.

Source: Rodriguez 2005, a meta-analysis: three options are optimal; Haladyna, Downing and Rodriguez 2002,
guideline 18.

Bad:
    answer: Mercury
    distractors: [Venus]

Good:
    answer: Mercury
    distractors: [Venus, Mars]
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.model import MultipleChoice, MultipleResponse, Question
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.language.answer_options import options
from quizmill.errors import Severity

ID = "option-count"
SEVERITY = Severity.ADVICE

_SINGLE = (3, 5)
_SEVERAL = (4, 7)


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """One finding where there are too few or too many."""
    if not isinstance(question, MultipleChoice | MultipleResponse):
        return
    least, most = _SINGLE if isinstance(question, MultipleChoice) else _SEVERAL
    count = len(options(question))
    if count < least:
        message = f"{count} options, fewer than {least}"
        yield Finding(path=("distractors",), message=message, help="add distractors that tempt")
    elif count > most:
        message = f"{count} options, more than {most}"
        yield Finding(path=("distractors",), message=message, help="delete those that tempt least")
