"""A question that asks for an explanation is marked by its letters.

It begins with why, how, explain or the like, and no accepted form has five words or fewer.

Why: nobody writes an explanation in the author's words, so right answers are marked wrong.

Source: our own.

Bad:
    type: short_answer
    prompt: Why did the dinosaurs die out?
    answer: because an asteroid struck the earth near Chicxulub

Good:
    type: essay
    prompt: Why did the dinosaurs die out?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.bank.model import Question, ShortAnswer
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.language.lead import lead
from quizmill.check.measure.typed_answers import answers
from quizmill.errors import Severity

ID = "sa-open"
SEVERITY = Severity.WARNING
READS_ENGLISH = True

_MOST_WORDS = 5
# How many, how far … ask for a figure, how it is called for a word.
_FIGURE = "many|much|long|old|far|often|tall|high|deep|wide|large|big|fast|heavy|early|late|soon"
_OPEN = re.compile(
    rf"""(?:^|[,:;]\s+)(?:why\b | how\b(?!\s+(?:{_FIGURE}|(?:is|are|was)\b.{{1,40}}\bcalled))
        | (?:explain|describe|discuss|compare|evaluate|justify|contrast|outline|comment)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_ESSAY = re.compile(
    r"^\W*(?:explain|describe|discuss|compare|evaluate|justify|contrast|comment)\b", re.IGNORECASE
)


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """One finding, at the answer."""
    if not isinstance(question, ShortAnswer) or not (asked := _OPEN.search(lead(question))):
        return
    (answer,) = answers(question)
    shortest = min(len(form.text.split()) for form in answer.forms)
    word = asked[0].strip(" ,:;").lower()
    help = "make it an `essay` with points, or a `multiple_choice`"
    if shortest > _MOST_WORDS:
        message = f'"{word}" is answered in {shortest} words at least, more than {_MOST_WORDS}'
        yield Finding(path=("answer",), message=message, help=help)
    elif _ESSAY.search(lead(question)):
        yield Finding(
            path=("prompt",), message=f'"{word}" asks for more than can be marked by letters', help=help
        )
