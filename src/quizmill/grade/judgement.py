"""What is found of one typed answer, before it is turned into marks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

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


def as_written(found: Judgement, forms: Mapping[str, str]) -> Judgement:
    """The same, with a slip told by the form that the bank writes: what *forms* has by what was compared."""
    if not found.right or found.reason is None or found.reason.key != Reason.MISSPELT:
        return found
    form = str(found.reason.values["form"])
    return Judgement(True, because(Reason.MISSPELT, form=forms.get(form, form)))


def best(judgements: Iterable[Judgement]) -> Judgement:
    """The most favourable: right (best without a slip), near, unclear, then one that says why.

    The first of equals.
    """
    return max(judgements, key=_favour, default=WRONG)


def _favour(found: Judgement) -> tuple[bool, ...]:
    return (
        found.right,
        found.right and found.reason is None,
        found.near,
        found.unclear is not None,
        found.reason is not None,
    )
