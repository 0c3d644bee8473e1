"""A claim that holds only at a time is asked without the time.

A fact with `as_of` is such a claim. A year in the prompt, in the context or in the right answer dates it; so
does the title of a document with a year in it.

Why: ranks, prices, plans and numbers of shops grow old, and a card is read years later.

Source: Wozniak, Twenty rules of formulating knowledge, rule 19: provide date stamping.

Bad:
    prompt: How many shops does Xiaomi have?

Good:
    prompt: How many shops did Xiaomi have in 2025?
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.markup import plain
from quizmill.bank.model import Question
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.language.years import years_in
from quizmill.check.texts import asked_text, prompt_path
from quizmill.compose.exercise import key_of
from quizmill.errors import Severity

ID = "undated-claim"
SEVERITY = Severity.WARNING


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """One finding for the first such fact."""
    dated = [
        (reference, fact.as_of) for reference, (_, fact) in grounds.evidence(question).items() if fact.as_of
    ]
    if dated and not years_in("\n".join((asked_text(question), *map(plain, key_of(question))))):
        reference, as_of = dated[0]
        message = f'"{reference}" is true as of {as_of}, and the prompt does not say when'
        yield Finding(path=prompt_path(question), message=message, help=f"add the time, such as: in {as_of}")
