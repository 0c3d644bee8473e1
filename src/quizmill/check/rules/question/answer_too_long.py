"""An answer to be typed is long.

More than six words or forty characters, in its shortest accepted form. Names and quoted words may be as long
as they are.

Why: long answers are seldom typed in the same words, and hold more than one thing to know.

Source: Wozniak, Twenty rules of formulating knowledge, rule 4: minimum information.

Bad:
    answer: a fall in prices that goes on for a long time

Good:
    answer: deflation
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank import values
from quizmill.bank.model import Numerical, Question
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.measure.typed_answers import ExpectedAnswer, answers
from quizmill.errors import Severity

ID = "answer-too-long"
SEVERITY = Severity.WARNING

_MOST_WORDS = 6
_MOST_CHARACTERS = 40
_QUOTES = "\"'“‘«「"


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """Every such answer."""
    if isinstance(question, Numerical):
        return
    for answer in answers(question):
        if message := _measure(answer, grounds):
            help = "ask for less, split the question, or make it a choice or an essay"
            yield Finding(path=answer.key.path, message=message, help=help)


def _measure(answer: ExpectedAnswer, grounds: Grounds) -> str:
    if grounds.named(answer.key.text) or answer.key.text[:1] in _QUOTES or values.read(answer.key.text):
        return ""
    shortest = min((form.text for form in answer.forms), key=len)
    count = min(len(form.text.split()) for form in answer.forms)
    if count > _MOST_WORDS:
        return f"the answer has {count} words, more than {_MOST_WORDS}"
    if len(shortest) > _MOST_CHARACTERS:
        return f"the answer has {len(shortest)} characters, more than {_MOST_CHARACTERS}"
    return ""
