"""An option is of a kind that cannot answer the question.

A question for a year, a person, a company, a place, a percentage, a sum or a count is answered by nothing
else, and one phrase among names or values stands out. Where the question does not tell, one option of another
kind among three or more of one kind is found, and so is one figure among words.

Why: a reader strikes it without knowing anything; a key that is the only one of its kind gives itself away.

Source: NBME Item-Writing Guide 2020, chapter 3: avoid logical cues.

Bad:
    prompt: In what year did the Berlin Wall fall?
    answer: "1989"
    distractors: ["1991", 40%, $2 million]

Good:
    prompt: In what year did the Berlin Wall fall?
    answer: "1989"
    distractors: ["1987", "1991"]
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from quizmill.check.finding import Finding
from quizmill.check.item import Item
from quizmill.check.language.kinds import (
    NAMES,
    VALUES,
    Kind,
    expected_kind,
    fits,
    is_wording,
    may_expect,
    odd_one,
)
from quizmill.errors import Severity

ID = "option-kind-mismatch"
SEVERITY = Severity.WARNING

_FEWEST = 3  # options of one kind, before another is odd
_SOMEBODY = frozenset({Kind.PERSON, Kind.COMPANY})
_CIRCUMSTANCE = re.compile(
    r"(?:in|on|at|by|during|after|before|every|each) (?:the|an?|\w+ing)\b|every \w+$", re.I
)


def check_item(item: Item) -> Iterator[Finding]:
    """Every such option."""
    if not item.chosen or len(item.real) < _FEWEST:
        return
    expected, usual = _expected(item), _usual(item.kinds)
    odd = odd_one([option.text for option in item.real], item.kinds)
    if not expected and not usual and odd is None:
        return
    for at, (option, kind) in enumerate(zip(item.real, item.kinds, strict=True)):
        if expected and not _can_answer(option.text, kind, expected):
            said = f"is {_a(kind)}, and the question asks for {_a(expected)}"
        elif usual and (_is_odd_phrase(option.text, kind) if expected else not fits(kind, usual)):
            said = f"is {_a(kind)}, every other option {_a(usual)}"
        elif at == odd:
            said = "is a figure or a name, and no other option is"
        else:
            continue
        help = "replace it by something of the same kind, or ask for that kind"
        yield Finding(path=option.path, message=f'"{option.text}" {said}', help=help)


def _can_answer(text: str, kind: Kind, expected: Kind) -> bool:
    """Whether it is of a kind that fits; `in the kitchen` is nobody."""
    return fits(kind, expected) and not (expected in _SOMEBODY and _CIRCUMSTANCE.match(text))


def _expected(item: Item) -> Kind | None:
    """The kind that the lead asks for; a company can be who did something."""
    expected = expected_kind(item.lead) if may_expect(item.stem) else None
    if expected is not Kind.PERSON:
        return expected
    kinds = {kind for option, kind in zip(item.real, item.kinds, strict=True) if option.right}
    return Kind.COMPANY if kinds == {Kind.COMPANY} else expected


def _is_odd_phrase(text: str, kind: Kind) -> bool:
    """Whether it is words where all else is a name or value; a proper name may be one we do not know."""
    if kind not in (Kind.PHRASE, Kind.SENTENCE) or not is_wording(text):
        return False
    return any(word[0].islower() for word in text.split())


def _usual(kinds: tuple[Kind, ...]) -> Kind | None:
    """The kind of all options but one, when that is a value or a name."""
    if len(set(kinds)) != 2:
        return None
    (kind, count), *_ = Counter(kinds).most_common(1)
    return kind if kind in VALUES | NAMES and count == len(kinds) - 1 >= _FEWEST - 1 else None


def _a(kind: Kind) -> str:
    return {Kind.MONEY: "a sum of money", Kind.PERCENT: "a percentage"}.get(kind, f"a {kind.value}")
