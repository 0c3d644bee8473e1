"""A question asks for two things at once.

Two question words in what is asked, an answer of two names or figures where the prompt does not say how
many, or an answer of several sentences.

Why: two things on one card are forgotten at different times, and scheduled as one.

Source: Wozniak, Twenty rules of formulating knowledge, rule 4: minimum information; Matuschak 2020: prompts
are focused.

Bad:
    prompt: When and where was the first atomic pile built?

Good:
    prompt: In which city was the first atomic pile built?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.bank import values
from quizmill.bank.model import MultipleChoice, Numerical, Question, ShortAnswer
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.language.lead import lead, prompt
from quizmill.check.language.quoting import without_quotations
from quizmill.check.language.tokens import sentences
from quizmill.check.measure.typed_answers import answers
from quizmill.errors import Severity

ID = "not-atomic"
SEVERITY = Severity.WARNING
READS_ENGLISH = True

_WH = r"(?:what|which|who|whom|whose|when|where|why|how)"
_PREPOSITION = r"(?:in|on|at|by|for|from|to|with|of|under|after|into)"
# Two question words that are asked side by side; `the city in which` and `what he says of how` are none.
_TWICE = re.compile(
    rf"(?:^|[,:;]\s)\W*(?:and\s)?(?:{_PREPOSITION}\s)?{_WH}\b[^?]*?(?:\band|\bor|,|&)\s+(?:{_PREPOSITION}\s)?(?P<second>{_WH})\b"
    r"(?=[^?]*\?|[^?]*$)",
    re.IGNORECASE,
)
_HANGS = re.compile(rf",\s+(?:{_PREPOSITION}\s+)?$", re.IGNORECASE)  # a clause after a comma: `, in which`
_RELATIVE = re.compile(r",\s+(?:which|who|whom|whose|where|when)\b[^,?]*,", re.IGNORECASE)
_REPORTS = re.compile(
    r"\b(?:explain|say|says|show|shows|describe|describes|tell|tells|know|knows|decide|decides|determine|determines"
    r"|knew|asked?|specif\w+|define|defines|control|controls|learn|study|studies|affects?)\b[^?]*$",
    re.IGNORECASE,
)
# `a plant whose leaves fall and which …`: the second goes on with the first clause about a thing.
_DESCRIBES = re.compile(r"(?:\w+\s+){3}(?:whose|which|that|who|where|when)\b[^?]*\band\s*$", re.IGNORECASE)
_RELATIVES = frozenset("which who whom whose".split())
_DECLARED = re.compile(r"\b(?:two|three|four|five|both|pair|names of|list|[2-9])\b", re.IGNORECASE)
_PLURAL_WHO = re.compile(r"\b(?:who were|which \w+s (?:were|are|did|do|have)|whose names)\b", re.IGNORECASE)
_PARTS = re.compile(r";|,(?!\d{3}\b)|\band\b|&")


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """One finding for the prompt, and one for the answer."""
    if not isinstance(question, ShortAnswer | Numerical | MultipleChoice):
        return
    asked = lead(question)
    if word := _asked_twice(asked):
        message = f'two things are asked: the second with "{word}"'
        yield Finding(path=("prompt",), message=message, help="make two questions of it")
    if isinstance(question, ShortAnswer) and (message := _compound(question, prompt(question), grounds)):
        help = "make two questions of it, or say in the prompt how many are wanted"
        yield Finding(path=("answer",), message=message, help=help)


def _asked_twice(asked: str) -> str:
    bare = _RELATIVE.sub(" ", without_quotations(asked))
    found = _TWICE.search(bare)
    if not found:
        return ""
    first = bare[: found.start("second")]
    goes_on = found["second"].lower() in _RELATIVES and _DESCRIBES.search(first)
    if goes_on or _HANGS.search(first) or _REPORTS.search(first):
        return ""  # a clause that hangs on the first
    return found["second"].lower()


def _compound(question: ShortAnswer, asked: str, grounds: Grounds) -> str:
    (answer,) = answers(question)
    text = answer.key.text
    if len(sentences(text)) > 1:
        return f"the answer has {len(sentences(text))} sentences"
    parts = [part for each in _PARTS.split(text) if (part := each.strip())]
    if len(parts) < 2 or grounds.named(text) or values.read(text):
        return ""
    single = all(values.read(part) or grounds.named(part) for part in parts)
    if single and not _DECLARED.search(asked) and not _PLURAL_WHO.search(asked):
        return f"the answer is {len(parts)} things: {', '.join(parts)}"
    return ""
