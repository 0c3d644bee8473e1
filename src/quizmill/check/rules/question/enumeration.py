"""A question to be answered from memory asks for a list.

Four parts and more; three are advice.

Why: lists without an order are the hardest to keep, and one part forgotten fails the whole card.

Source: Wozniak, Twenty rules of formulating knowledge, rules 9 and 10: avoid sets, avoid enumerations.

Bad:
    prompt: Name the four inner planets.
    answer: Mercury, Venus, Earth and Mars

Good:
    prompt: Which of the inner planets is nearest to the sun?
    answer: Mercury
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.bank import values
from quizmill.bank.model import Cloze, Question, ShortAnswer
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.language.lead import lead
from quizmill.check.measure.typed_answers import answers
from quizmill.errors import Severity

ID = "enumeration"
SEVERITY = Severity.WARNING
READS_ENGLISH = True

_MOST = 3  # parts
_ADVISED = 2
_LONGEST_PART = 4  # words; what has longer ones is a sentence with commas
_NUMBERS = {
    word: n for n, word in enumerate("three four five six seven eight nine ten eleven twelve".split(), 3)
}
_ASKED = re.compile(
    rf"\b(?:list|name|give|state|enumerate|identify|what are|which are|who (?:are|were))\b"
    rf"(?: all)?(?: of)?(?: the| its| their| his| her)? (?P<number>{'|'.join(_NUMBERS)}|\d{{1,2}})\b"
    r"(?! (?:years?|percent|days?))",
    re.IGNORECASE,
)
_ALL = re.compile(r"^\W*(?:list|name|give|enumerate|state) (?:all|every|each)\b", re.IGNORECASE)
_PARTS = re.compile(r";|,(?!\d{3}\b)(?:\s?and\b)?|\band\b|&")
_HELP = "ask for one part a card, or make it a multiple response, an ordering or an essay"


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """One finding for each answer that is a list, else one for a prompt that asks for one."""
    if not isinstance(question, ShortAnswer | Cloze):
        return
    found = False
    for answer in answers(question):
        text = answer.key.text
        count = 1 if grounds.named(text) or values.read(text) else _parts(text)
        if count > _ADVISED:
            found = True
            message = f"the answer has {count} parts, more than {_MOST if count > _MOST else _ADVISED}"
            severity = None if count > _MOST else Severity.ADVICE
            yield Finding(path=answer.key.path, message=message, help=_HELP, severity=severity)
    if not found and isinstance(question, ShortAnswer) and (message := _asks_list(lead(question))):
        yield Finding(path=("prompt",), message=message, help=_HELP)


def _parts(text: str) -> int:
    parts = [part for each in _PARTS.split(text) if (part := each.strip())]
    return len(parts) if all(len(part.split()) <= _LONGEST_PART for part in parts) else 1


def _asks_list(asked: str) -> str:
    if match := _ASKED.search(asked):
        number = match["number"].lower()
        count = _NUMBERS.get(number) or int(number)
        return f"the prompt asks for {count}, more than {_MOST}" if count > _MOST else ""
    if match := _ALL.search(asked):
        return f'"{match[0].strip()}" asks for a list'
    return ""
