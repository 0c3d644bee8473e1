"""An option says that all others are right.

Why: who knows that two are right need not know the third; who sees one that is wrong has struck two.

Source: Haladyna, Downing and Rodriguez 2002, guideline 26: avoid all of the above.

Bad:
    prompt: Which of these is a noble gas?
    answer: All of the above
    distractors: [Helium, Neon, Argon]

Good:
    type: multiple_response
    prompt: Which two of these are noble gases?
    answers: [Helium, Neon]
    distractors: [Nitrogen, Chlorine]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.check.finding import Finding
from quizmill.check.item import Item
from quizmill.check.language.answer_options import ALL_ELSEWHERE, bare
from quizmill.errors import Severity

ID = "all-of-the-above"
SEVERITY = Severity.WARNING

_THINGS = r"(?:options?|answers?|choices?|alternatives?|responses?|answer choices|statements)"
_ALL = re.compile(
    rf"""\b(?:all|any|both|each|every[ ]one)[ ](?:of[ ])?(?:the[ ])?(?:\w+[ ])?(?:above|below)\b
    | ^(?:all|any|both|each)[ ]of[ ](?:these|those|them|the[ ](?:other[ ])?{_THINGS})(?:[ ](?:is|are)\b.*)?$
    | ^(?:all|both)(?:[ ]the)?[ ](?:other[ ]|these[ ]|listed[ ])?{_THINGS}
      (?:[ ](?:is|are)[ ](?:true|correct|right|possible))?$
    | ^all[ ](?:of[ ])?(?:the[ ])?(?:following|mentioned|listed|given)$
    | ^(?:they[ ])?(?:all|both)(?:[ ]are)?(?:[ ](?:true|correct|right))?$""",
    re.VERBOSE,
)


def check_item(item: Item) -> Iterator[Finding]:
    """Every such option."""
    if not item.chosen:
        return
    for option in item.options:
        if _ALL.search(text := bare(option.text)) or ALL_ELSEWHERE.fullmatch(text):
            message = f'"{option.text}" is known by whoever knows two of the others'
            help = "replace it by a wrong answer, or make the question a multiple_response"
            yield Finding(path=option.path, message=message, help=help)
