"""What answers say of a bank: each item beside its question, what stands against it, and each test."""

from __future__ import annotations

import msgspec

from quizmill.analysis.answer import ItemKey
from quizmill.analysis.flags import ItemFlag
from quizmill.analysis.items import ItemResult
from quizmill.analysis.summary import SatTest
from quizmill.bank.model import Question


class AnsweredItem(msgspec.Struct, frozen=True, kw_only=True):
    """One wording at one place, and how it did there."""

    key: ItemKey
    question: Question | None  # as the bank has it; None where it has none of that name
    current: bool  # the wording of the answers is the bank's; else they say nothing of it as it stands
    result: ItemResult
    flags: tuple[ItemFlag, ...]  # none of an old wording, nor of Anki's and review's answers


class ItemReport(msgspec.Struct, frozen=True, kw_only=True):
    """What the answers say of the items, in the order of the bank, then those it does not have."""

    answers: int
    students: int
    first: int  # ms since 1970, UTC; 0: no time is known
    last: int
    items: tuple[AnsweredItem, ...]
    tests: tuple[SatTest, ...]
