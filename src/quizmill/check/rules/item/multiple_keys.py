"""A wrong option can be defended as right.

Found are a distractor whose amounts overlap those of the key, each of two that the key joins by `or`, one
that another document gives as the answer while the prompt names no document, and a stem that asks for several
answers where one is keyed. The same value or name in two notations is found by other rules.

Why: whoever knows the matter best is marked wrong.

Source: Haladyna, Downing and Rodriguez 2002, guideline 19: only one choice is the right answer.

Bad:
    prompt: How many bones does an adult have?
    answer: 200 to 210
    distractors: [205 to 250, 100 to 150]

Good:
    prompt: How many bones does an adult have?
    answer: 200 to 210
    distractors: [250 to 300, 100 to 150]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.bank.fold import fold
from quizmill.bank.model import MultipleChoice
from quizmill.check.finding import Finding
from quizmill.check.item import Item
from quizmill.check.language.answer_options import Option, bare
from quizmill.check.language.kinds import value
from quizmill.check.language.spans import Span, span
from quizmill.errors import Severity

ID = "multiple-keys"
SEVERITY = Severity.WARNING

_SEVERAL = re.compile(
    r"\b(?:all that apply|(?:select|choose|mark|check) all|(?:select|choose|pick|mark) (?:two|three|four)"
    r"|which (?:two|three|four) (?:of|are|were))\b",
    re.IGNORECASE,
)

_LIST = re.compile(r"[,;&+/]|\band\b")  # hydrogen and oxygen
_EITHER = re.compile(r"(?:either )?(.+?) or (.+)")


def check_item(item: Item) -> Iterator[Finding]:
    """Every such distractor; or one finding at the stem."""
    if not item.of(MultipleChoice):
        return
    together = item.real and all(_LIST.search(option.text) for option in item.real)
    if (several := _SEVERAL.search(item.stem)) and not together:
        help = "make it a multiple_response, or ask for the one answer"
        yield Finding(
            path=item.path, message=f'"{several[0]}" asks for several answers, one is keyed', help=help
        )
    if not item.key:
        return
    key, halves = span(item.key.text), _halves(item.key.text, item.distractors)
    for option in item.distractors:
        reason = (key and _overlaps(option, key)) or _is_half(option, halves)
        if reason := reason or (_is_claimed(option, item) if item.rivals else ""):
            help = "replace it by an option that is surely wrong"
            yield Finding(path=option.path, message=f'"{option.text}" {reason}', help=help)


def repeats_key(item: Item) -> bool:
    """Whether a distractor is the key again, in the same words or in another notation of its value."""
    if not item.key:
        return False
    key, said = fold(item.key.text), value(item.key.text)
    return any(
        option.text == item.key.text
        or (len(key) > 3 and fold(option.text) == key)
        or (said is not None and value(option.text) == said)
        for option in item.distractors
    )


def _overlaps(option: Option, key: Span) -> str:
    own = span(option.text)
    met = own and (own.wide or key.wide) and own.meets(key)
    return "shares amounts with the key" if met else ""


def _halves(key: str, distractors: tuple[Option, ...]) -> frozenset[str]:
    """The two distractors of which the key says that it is one or the other."""
    found = _EITHER.fullmatch(bare(key))
    halves = frozenset(found.groups() if found else ())
    return halves if halves and halves <= {bare(option.text) for option in distractors} else frozenset()


def _is_half(option: Option, halves: frozenset[str]) -> str:
    return "is one of the two that the key joins by or" if halves and bare(option.text) in halves else ""


def _is_claimed(option: Option, item: Item) -> str:
    """Whether another document gives it, and nothing in the prompt says which one is asked about."""
    if any(fold(title) in fold(item.stem) for title in item.titles):
        return ""
    text, said = fold(option.text), value(option.text)
    for rival in item.rivals:
        if fold(rival) == text or (said is not None and value(rival) == said):
            return "is what another fact says of the same thing, and the prompt names no document"
    return ""
