"""A false statement is a fact with a `not` in it.

Nine tenths of its words that carry meaning stand in one of the facts it rests on.

Why: nobody believes it of himself; a false statement should be one that people hold.

Source: our own.

Bad:
    prompt: Mercury is not the planet nearest to the sun.
    answer: false

Good:
    prompt: Venus is the planet nearest to the sun.
    answer: false
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.model import Question, TrueFalse
from quizmill.check.attribution import without_titles
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.language.lead import statement
from quizmill.check.language.negation import affirmed, denials
from quizmill.check.language.tokens import content
from quizmill.errors import Severity

ID = "tf-trivial-flip"
SEVERITY = Severity.ADVICE
READS_ENGLISH = True

_SHARE = 0.9


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """One finding for the first fact that the statement denies."""
    if not isinstance(question, TrueFalse) or question.answer or not denials(statement(question)):
        return
    said = content(without_titles(affirmed(statement(question)), grounds))
    for reference, (_, fact) in grounds.evidence(question).items():
        share = len(said & content(fact.says)) / len(said) if said else 0.0
        if share >= _SHARE and not denials(fact.says):
            message = f'without its denial the statement is the fact "{reference}": {share:.0%} of its words'
            help = "put a mistake in it that people make, such as another name or figure"
            yield Finding(path=("prompt",), message=message, help=help)
            return
