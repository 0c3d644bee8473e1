"""A statement to judge says no to something.

Words in quotation marks and in code do not count.

Why: to call a negative statement false takes a double negation; readers who know the matter slip on it.

Source: Haladyna, Downing and Rodriguez 2002, guideline 17: word the stem positively.

Bad:
    prompt: The whale is not a fish.

Good:
    prompt: The whale is a mammal.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.model import Question, TrueFalse
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.language.lead import statement
from quizmill.check.language.negation import denials
from quizmill.errors import Severity

ID = "tf-negated"
SEVERITY = Severity.ADVICE
READS_ENGLISH = True


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """One finding for the first such word."""
    if isinstance(question, TrueFalse) and (found := denials(statement(question))):
        help = "say what is so, and let the reader judge that"
        yield Finding(path=("prompt",), message=f'the statement says "{found[0]}"', help=help)
