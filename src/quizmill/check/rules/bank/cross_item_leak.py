"""The text of one question gives away the answer of another.

That is, it contains the answer, and with it two words of weight and half of what the other prompt asks
about, weighed by how rare each word is in the bank. Looked at is what is seen before answering: context,
prompt, options; a false statement gives nothing away. An answer that stands in more than 15% of the
questions tells nothing.

Why: in one paper the second question is a gift; it measures reading, and its mark means nothing.

Source: Haladyna, Downing and Rodriguez 2002, guideline 4: keep items independent of one another.

Bad:
    - {id: price, prompt: How much did Amazon offer for Joyo in 2004?, answer: $75 million, …}
    - {id: after, prompt: "After Amazon's offer of $75 million for Joyo in 2004, where did Lei Jun go?", …}

Good:
    - {id: after, prompt: Where did Lei Jun go after the sale of Joyo?, …}
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.model import Bank
from quizmill.check.context import Context
from quizmill.check.finding import Finding, question_subject
from quizmill.check.measure.leaks import Wording, leaks, wording_of
from quizmill.check.phrasing import some
from quizmill.check.trait import Trait
from quizmill.errors import Severity

ID = "cross-item-leak"
SEVERITY = Severity.WARNING

WORDING = Trait("wording", lambda question, grounds: wording_of(question), Wording)
TRAITS = (WORDING,)


def check_bank(bank: Bank, context: Context) -> Iterator[Finding]:
    """One finding for each text, with the questions it answers."""
    for leak in leaks(context.questions, context.traits(WORDING)):
        told = [f'"{answer}" of "{id}"' for id, answer in leak.answers.items()]
        ids = [f'"{id}"' for id in leak.answers]
        yield Finding(
            subject=question_subject(leak.question),
            path=leak.path,
            message=f"this gives away the answer {some(told)}",
            help=f"say it in other words here, or do not ask it in {some(ids)}",
        )
