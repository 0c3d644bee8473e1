"""An essay question that one word answers.

It begins with is, did, who, when, how many or the like, and no word of it asks for more.

Why: the lines for the answer stay empty, and the points cannot be earned.

Source: our own.

Bad:
    prompt: Did the treaty of Versailles fail?

Good:
    prompt: What speaks for the view that the treaty of Versailles failed? Name two reasons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.bank.model import Essay, Question
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.language.lead import lead, prompt
from quizmill.errors import Severity

ID = "discuss-closed"
SEVERITY = Severity.WARNING
READS_ENGLISH = True

_CLOSED = re.compile(
    r"^\W*(?:[^?]{0,60},\s)?(?P<word>is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|who|whom|"
    r"when|where|how many|how much|how long|how old)\b",
    re.IGNORECASE,
)
_ASKS_MORE = re.compile(
    r"\b(?:why|how(?!\s+(?:many|much|long|old))|explain|describe|discuss|compare|contrast|evaluate|assess|justify"
    r"|argue|reasons?|support|defend|weigh|judge|analy[sz]e|illustrate|give|name|list|show|cite|examples?"
    r"|evidence|to what extent|in what (?:way|sense)|what follows|advise|outline|consider)\b",
    re.IGNORECASE,
)


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """One finding, at the prompt."""
    if not isinstance(question, Essay):
        return
    found = _CLOSED.match(lead(question))
    if found and not _ASKS_MORE.search(prompt(question)):
        message = f'"{found["word"].lower()}" can be answered in a word'
        yield Finding(path=("prompt",), message=message, help="ask why, how, or for reasons")
