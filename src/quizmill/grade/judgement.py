"""What is found of one typed answer, before it is turned into marks."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from quizmill.grade.misread import Fault
from quizmill.grade.reasons import Reason, because
from quizmill.words import Message, Value


class Judgement(msgspec.Struct, frozen=True):
    """Right or not, and why; *near* is a miss for which a face may offer "I was right"."""

    right: bool
    reason: Message | None = None
    near: bool = False
    unclear: Fault | None = None  # it reads two ways, of which one is right: to be asked again


RIGHT = Judgement(True)
WRONG = Judgement(False)


def miss(reason: Reason, **values: Value) -> Judgement:
    """A wrong answer, and why; the values are those of the reason's text."""
    return Judgement(False, because(reason, **values))


def near_miss(reason: Reason, **values: Value) -> Judgement:
    """A wrong answer that may mean the right thing, and why."""
    return Judgement(False, because(reason, **values), near=True)


def best(judgements: Iterable[Judgement]) -> Judgement:
    """The most favourable: right, then near, then unclear, then one that says why; the first of equals."""
    return max(judgements, key=_favour, default=WRONG)


def _favour(found: Judgement) -> tuple[bool, ...]:
    return found.right, found.near, found.unclear is not None, found.reason is not None
