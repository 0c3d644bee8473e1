"""A multiple response does not say how many to pick, says a wrong number, or has one right answer only.

That the number is not said is advice, since every output says that several may be right. Numbers are read
in banks in English alone.

Why: without the number, or the word that all are wanted, readers who know the same pick differently; with one
right answer it is a single choice in disguise.

Source: our own.

Bad:
    prompt: Which gases make up most of the air?

Good:
    prompt: Which two gases make up most of the air?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.bank.model import MultipleResponse, Question
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.language.english import is_english
from quizmill.check.language.lead import prompt
from quizmill.errors import Severity

ID = "ms-count"
SEVERITY = Severity.WARNING

_NUMBERS = {word: n for n, word in enumerate("two three four five six seven eight nine".split(), 2)}
_NUMBER = rf"(?P<number>{'|'.join(_NUMBERS)}|[2-9])\b"
_PICK = r"(?:select|choose|pick|mark|tick|check|name|find|identify|give|which|what)"
_PICK_N = re.compile(rf"\b{_PICK}(?: out| are)?(?: the| any| exactly| its| their| these)? {_NUMBER}", re.I)
_ANY_NUMBER = re.compile(rf"\b{_NUMBER}", re.I)
_ALL = re.compile(
    r"\b(?:all|every|each)\b.{0,60}\b(?:that|which|who|of|apply|correct|true|right|statements?|options?|answers?)\b"
    rf"|\b{_PICK} (?:all|every|each|any)\b|\bone or more\b|\bany number\b|\bas many\b|\bhowever many\b",
    re.IGNORECASE | re.DOTALL,
)


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """At most one finding; a lone right answer comes before the wording."""
    if not isinstance(question, MultipleResponse):
        return
    asked, right = prompt(question), len(question.answers)
    if right == 1:
        message = "1 right answer where several are picked"
        yield Finding(path=("answers",), message=message, help="make it a `multiple_choice`")
        return
    if not is_english(grounds.bank.language):
        return
    said = [_read(match["number"]) for match in _PICK_N.finditer(asked)]
    if said and right not in said:
        message = f"the prompt asks for {said[0]}, and {right} answers are right"
        yield Finding(path=("prompt",), message=message, help="say the number that is right")
    elif not said and not _ALL.search(asked) and right not in _numbers(asked):
        help = f"ask for {_word(right)}, or add: Select all that apply."
        message = "the prompt does not say how many to pick"
        yield Finding(path=("prompt",), message=message, help=help, severity=Severity.ADVICE)


def _read(number: str) -> int:
    return _NUMBERS.get(number.lower()) or int(number)


def _numbers(text: str) -> set[int]:
    return {_read(match["number"]) for match in _ANY_NUMBER.finditer(text)}


def _word(number: int) -> str:
    return next((word for word, value in _NUMBERS.items() if value == number), str(number))
