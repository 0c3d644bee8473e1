"""A question to be answered from memory is answered by yes or no.

Why: half of all guesses are right, and one bit is learnt where a name or a reason could be.

Source: Matuschak, How to write good prompts, 2020: avoid yes/no prompts.

Bad:
    prompt: Is the whale a mammal?
    answer: "yes"

Good:
    prompt: To which class of animals does the whale belong?
    answer: mammals
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.bank.fold import fold
from quizmill.bank.model import Numerical, Question, ShortAnswer
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.language.lead import lead
from quizmill.check.measure.typed_answers import answers
from quizmill.errors import Severity

ID = "yes-no-card"
SEVERITY = Severity.WARNING

_VERDICTS = frozenset("yes no true false y n t f".split())
_ASKS = re.compile(
    r"^\W*(?:(?:in|on|at|by|after|before|under|according|if|when|as)\b[^?,]{0,80},\s+)?"
    r"(?P<verb>is|are|was|were|did|does|do|has|have|had|can|could|should|will|would)\s+(?!not only\b)[^?]*\?",
    re.IGNORECASE,
)
_CHOICE = re.compile(r"\bor\b", re.IGNORECASE)
_HELP = "ask who, what, when or how many; or make it a `true_false`"


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """One finding: for the answer, else for the prompt."""
    if not isinstance(question, ShortAnswer | Numerical):
        return
    (answer,) = answers(question)
    verdict = next((form for form in answer.forms if fold(form.text).strip(" .!") in _VERDICTS), None)
    asks = _ASKS.match(lead(question))
    if verdict and (asks or fold(answer.key.text) not in ("y", "n", "t", "f")):
        yield Finding(path=verdict.path, message=f'the answer is "{verdict.text}"', help=_HELP)
    elif asks and not _CHOICE.search(asks[0]):
        message = f'"{asks["verb"].lower()}" is answered by yes or no'
        yield Finding(path=("prompt",), message=message, help=_HELP)
