"""`a` or `an` stands directly before a blank.

Why: it tells whether the answer begins with a vowel.

Source: Haladyna, Downing and Rodriguez 2002, guideline 28c: no grammatical cues.

Bad:
    text: "A plant that lives for one year is an {{annual}}."

Good:
    text: "A plant that lives for one year is called {{an annual}}."
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from quizmill.bank import cloze
from quizmill.bank.markup import plain
from quizmill.bank.model import Cloze, Question
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.errors import Severity

ID = "cloze-article"
SEVERITY = Severity.ADVICE
READS_ENGLISH = True

_ARTICLE = re.compile(r"(?<![\w'’.-])(an?|(?:(?<=^)|(?<=[.!?:]\s))An?)\s+[\"'“‘*(]*$")  # vitamin A is none


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """Every such blank."""
    if not isinstance(question, Cloze):
        return
    for before, blank in pairwise(cloze.segments(question.text)):
        if isinstance(before, str) and isinstance(blank, cloze.Blank) and (found := _ARTICLE.search(before)):
            message = f'"{found[1]}" before a blank tells how "{plain(blank.answer)}" begins'
            help = "put the article into the blank, write a(n), or reword"
            yield Finding(path=("text",), message=message, help=help)
