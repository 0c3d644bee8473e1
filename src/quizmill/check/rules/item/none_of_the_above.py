"""An option says that no other is right.

Meant is any wording: none of the above, none, neither of them, no correct answer. `There are no solutions` is
an answer, and so is a `None` that answers how many, or is Python's.

Why: who picks it has shown what is wrong, not that he knows what is right; and it is seldom the key, so the
test-wise strike it.

Source: Haladyna, Downing and Rodriguez 2002, guideline 25: use none of the above carefully.

Bad:
    prompt: What is the SI unit of force?
    answer: newton
    distractors: [pascal, joule, None of the above]

Good:
    prompt: What is the SI unit of force?
    answer: newton
    distractors: [pascal, joule, watt]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.check.finding import Finding
from quizmill.check.item import Item
from quizmill.check.language.answer_options import NONE_ELSEWHERE, bare
from quizmill.errors import Severity

ID = "none-of-the-above"
SEVERITY = Severity.WARNING

_OTHERS = (
    r"(?:above|these|those|them|others?|following|given|listed"
    r"|(?:option|answer|choice|statement|alternative)s?)"
)
_NONE = re.compile(
    rf"""\b(?:none|neither)[ ](?:of[ ])?(?:the[ ])?(?:other[ ]|given[ ]|listed[ ]|mentioned[ ])*{_OTHERS}\b
    | ^(?:none|neither)[ ]of[ ](?:the|these|those)[ ]\w+(?:[ ](?:listed|given|named|mentioned|here))?$
    | ^neither,[ ]
    | ^(?:none|neither)(?:[ ](?:is|are|apply|applies)(?:[ ](?:true|correct|right))?)?$
    | ^(?:there[ ]is[ ])?no(?:t|ne)?[ ](?:an?[ ])?(?:correct|right|true)?[ ]?(?:answer|option|choice)s?\b
    | ^(?:the[ ])?(?:(?:correct|right)[ ])?(?:answer|option)?[ ]?(?:is[ ])?not[ ]
      (?:given|listed|shown|here|above|mentioned)$""",
    re.VERBOSE,
)
_COUNTS = re.compile(r"\bhow many\b", re.IGNORECASE)
_PYTHON = re.compile(
    r"\bpython\b|\bprint\(|\bdef \w+\(|\breturns?\b.{0,200}\bfunction\b|\bfunction\b.{0,200}\breturns?\b",
    re.IGNORECASE,
)


def check_item(item: Item) -> Iterator[Finding]:
    """Every such option. A bare `None` that answers how many, or is Python's, is none."""
    if not item.chosen:
        return
    for option in item.options:
        if option.exact:  # code, such as Python's None
            continue
        text = bare(option.text)
        only = text == "none" and (_COUNTS.search(item.stem) or _PYTHON.search(item.stem))
        if (_NONE.search(text) and not only) or NONE_ELSEWHERE.fullmatch(text):
            message = f'"{option.text}" only says that the others are wrong'
            yield Finding(path=option.path, message=message, help="replace it by a wrong answer of its own")
