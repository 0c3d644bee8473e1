"""A form that is accepted is the answer once more.

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
from quizmill.bank.markup import plain, same
from quizmill.bank.model import Cloze, Question, ShortAnswer
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
        yield from _repeats(question.answer, forms)
    elif isinstance(question, Cloze):
        for blank in cloze.blanks(question.text):
            yield from _repeats(blank.answer, [(("text",), form) for form in blank.accept])


def _repeats(answer: str, forms: Forms) -> Iterator[Finding]:
    seen = {same(answer)}
    for path, form in forms:
        if same(form) in seen:
            message = f'the accepted form "{plain(form)}" says nothing new'
            yield Finding(path=path, message=message, help="delete it, or write the form that was meant")
        seen.add(same(form))
