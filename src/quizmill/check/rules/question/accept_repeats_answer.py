"""A form that is accepted is the answer once more, or a word for the unit the unit.

What is written as code, and what the question's `compare` tells apart, is another form.

Why: it accepts nothing new, and often hides a slip: another form was meant. Case, width and white space
need no form of their own.

Source: our own.

Bad:
    answer: UCWeb
    accept: [ucweb]

Good:
    answer: UCWeb
    accept: [UC Browser's maker]
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank import cloze
from quizmill.bank.alike import Stood
from quizmill.bank.markup import plain
from quizmill.bank.model import Cloze, Compare, Numerical, Question, ShortAnswer
from quizmill.bank.reader.fault import Path
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.errors import Severity

ID = "accept-repeats-answer"
SEVERITY = Severity.ADVICE

Forms = list[tuple[Path, str]]


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """Every accepted form that stands there already."""
    if isinstance(question, ShortAnswer):
        forms: Forms = [(("accept", i), form) for i, form in enumerate(question.accept)]
        yield from _repeats(question.answer, forms, question.compare)
    elif isinstance(question, Numerical):
        forms = [(("accept_units", i), form) for i, form in enumerate(question.accept_units)]
        yield from _repeats(question.unit, forms, None)
    elif isinstance(question, Cloze):
        for blank in cloze.blanks(question.text):
            forms = [(("text",), form) for form in blank.accept]
            yield from _repeats(blank.answer, forms, question.compare)


def _repeats(answer: str, forms: Forms, compare: Compare | None) -> Iterator[Finding]:
    stood = Stood(compare, (answer,))
    for path, form in forms:
        if stood.like(form) is not None:
            message = f'the accepted form "{plain(form)}" says nothing new'
            yield Finding(path=path, message=message, help="delete it, or write the form that was meant")
        stood.add(form)
