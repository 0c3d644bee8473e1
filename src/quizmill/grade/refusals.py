"""What is refused before anything is compared: no answer, a denial, a choice of answers, a range.

A word that an accepted form itself contains is never held against an answer.
"""

from __future__ import annotations

import re

from quizmill.bank import values
from quizmill.bank.fold import fold
from quizmill.grade.judgement import Judgement, miss
from quizmill.grade.reasons import Reason

_UNKNOWN = re.compile(
    r"(?:i )?(?:do not|don't|dont) (?:know|remember|recall)|i?dk|no idea|dunno|not sure|unknown|n/?a"
)
_DENIAL = re.compile(
    r"\b(?:not|never|neither|nor|none|without|except|no(?!\.? ?\d)|other than|anyone but|anything but"
    r"|rather than|instead of)\b|\w+n't\b"
)
_CHOICE = re.compile(r"\bor\b|(?<=[^\W\d]) ?/ ?(?=[^\W\d])")
_BETWEEN = re.compile(r"(?:between|from) ")
_TO = re.compile(r" ?- ?| to | and (?!(?:a|one|three) )| ?\.\.+ ?| until | through ")


def refuse(given: str, forms: tuple[str, ...]) -> Judgement | None:
    """Why *given* cannot be right whatever is asked, else None. All texts are phrases."""
    if not given or (_UNKNOWN.fullmatch(given) and given not in forms):  # Na is sodium, where it is asked
        return Judgement(False)
    if _beyond(_DENIAL, given, forms):
        return miss(Reason.DENIAL)
    if _beyond(_CHOICE, given, forms):
        return miss(Reason.SEVERAL)
    return None


def denies(text: str) -> bool:
    """Whether a text says no to something."""
    return bool(_DENIAL.search(fold(text)))


def is_range(given: str) -> bool:
    """Whether a phrase names two values as the ends of a range."""
    between = _BETWEEN.match(given)
    parts = _TO.split(given[between.end() :] if between else given)
    return len(parts) == 2 and all(part and values.read(part) for part in parts)


def _beyond(pattern: re.Pattern[str], given: str, forms: tuple[str, ...]) -> bool:
    """Whether the pattern finds in *given* what it finds in none of the forms."""
    found = set(pattern.findall(given))
    return bool(found) and not found <= {hit for form in forms for hit in pattern.findall(form)}
