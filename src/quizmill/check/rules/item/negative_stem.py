"""The question asks for what is not so.

Why: a reader in a hurry misses the not, and the mark then measures reading. In capitals or set apart it is
harder to miss, and the finding only advice.

Source: Haladyna, Downing and Rodriguez 2002, guideline 17: word the stem positively.

Bad:
    prompt: Which of these is not a mammal?

Good:
    prompt: Which of these is a fish?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.bank.model import Cloze, Essay, TrueFalse
from quizmill.check.finding import Finding
from quizmill.check.item import Item
from quizmill.check.language.lexicons import NEGATION, hits
from quizmill.check.language.quoting import without_quotations
from quizmill.errors import Severity

ID = "negative-stem"
SEVERITY = Severity.WARNING
READS_ENGLISH = True

_ELSEWHERE = Essay | TrueFalse | Cloze  # statements have a rule of their own
_HARMLESS = re.compile(
    r"""\b(?:true[ ]?(?:or|/)[ ]?false|(?:whether[ ])?or[ ]not\b|not[ ](?:only|just|merely|necessarily|yet)
    |at[ ](?:the[ ])?least|least[ -](?:squares?|common|significant|upper|action|cost|privilege)
    |false[ -](?:positives?|negatives?|alarms?|discover(?:y|ies)|memor(?:y|ies)|dichotomy)
    |not[ -]for[ -]profit)\b | \bNOT[ ]?\((?=[^)]*[A-Z])""",
    re.IGNORECASE | re.VERBOSE,
)


def check_item(item: Item) -> Iterator[Finding]:
    """One finding, for the first such word of the lead."""
    if item.of(_ELSEWHERE):
        return
    found = hits(NEGATION, _HARMLESS.sub(" ", without_quotations(item.lead)))
    if found:
        loud = any(word.isupper() for word in found)
        help = (
            "ask for what is so" if loud else "ask for what is so; if it must be, write the word in capitals"
        )
        severity = Severity.ADVICE if loud else None
        yield Finding(
            path=item.path, message=f'the question turns on "{found[0]}"', help=help, severity=severity
        )
