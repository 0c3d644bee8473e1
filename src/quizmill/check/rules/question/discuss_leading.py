"""The prompt says what to think.

Quoted words do not count.

Why: it measures agreement, and teaches an opinion as if it were known.

Source: Haladyna, Downing and Rodriguez 2002, guideline 6: avoid opinion-based items.

Bad:
    prompt: Why was the canal obviously a mistake?

Good:
    prompt: What speaks for the canal, and what against it?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.bank.model import Question
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.language.lead import prompt
from quizmill.check.language.quoting import without_quotations
from quizmill.check.texts import prompt_path
from quizmill.errors import Severity

ID = "discuss-leading"
SEVERITY = Severity.WARNING
READS_ENGLISH = True

_PRAISE = (
    "best|greatest|finest|worst|most important|most successful|great|brilliant|wonderful|terrible|bad|good"
)
_LEADING = re.compile(
    rf"""\b(?:do|does|did|is|was|are|were|would|should|could|can|ha[sd]|have)n['’]t
         \s+(?:you|it|they|he|she|we|this|that)\b
       | \bdo\s+you\s+not\s+(?:agree|think)\b
       | \b(?:obviously|of\s+course|needless\s+to\s+say|undeniabl[ey]|undoubtedly|without\s+(?:a\s+)?doubt
            |as\s+(?:we\s+all|everyone|everybody)\s+knows?|it\s+is\s+(?:clear|obvious)\s+that)\b
       | (?<!more\s)(?<!as\s)(?<!most\s)\bclearly\s+(?:the|an?|is|was|are|were|best|worse|wrong)\b
       | \bhow\s+(?:wonderful|amazing|brilliant|great|terrible|awful|remarkable|impressive)(?:ly)?\b
       | \bwhy\s+(?:is|are|was|were)\s+(?:[\w'’.-]+\s+){{1,6}}?
         (?:(?:so|such\s+an?|truly|really)\s+(?:{_PRAISE})|(?:by\s+far\s+)?the\s+(?:best|greatest|finest|worst))\b
    """,
    re.IGNORECASE | re.VERBOSE,
)


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """The first such word or turn."""
    if found := _LEADING.search(without_quotations(prompt(question))):
        message = f'"{" ".join(found[0].split())}" says what to think'
        yield Finding(
            path=prompt_path(question), message=message, help="ask for what speaks for and against it"
        )
