"""What the answers in files say, without a log: read, summed in plain Python, and put beside the bank."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from quizmill.analysis.pseudonym import LENGTH, Key
from quizmill.app.answer_files import Gathered, Wishes, gather
from quizmill.app.item_report import ItemReport
from quizmill.app.talk import Tell
from quizmill.bank.model import Bank
from quizmill.compose.traits import Traits, ids_of, refuse_unknown_traits

_IN_MEMORY = Key(bytes(LENGTH))  # no pseudonym leaves, so nobody needs a secret


def answers_in(paths: Sequence[Path], wishes: Wishes, now: datetime.datetime, tell: Tell) -> Gathered:
    """The answers in *paths*; each history and collection is of a learner of its own unless *wishes* say.

    Raises as `gather` does.
    """
    each = replace(wishes, each_own=True)
    return gather(paths, each, _IN_MEMORY, now, tell, undone="nothing was summed up")


def narrowed(report: ItemReport, bank: Bank, traits: Traits) -> ItemReport:
    """The report with these questions alone, and the tests that have one of its items; of no names all.

    Raises BadRequest for a name that the bank does not have.
    """
    refuse_unknown_traits(bank, traits)
    wanted = _wanted(bank, traits)
    items = tuple(
        item for item in report.items if wanted is None or (item.question and item.question.id in wanted)
    )
    keys = {item.key for item in items}
    tests = [test for test in report.tests if not keys.isdisjoint(test.paper.items)]
    return replace(report, items=items, tests=tuple(tests))


def _wanted(bank: Bank, traits: Traits) -> frozenset[str] | None:
    """The ids that are named; None where none are."""
    if not traits.ids and not traits.topics:
        return None
    return frozenset(
        question.id
        for topic, question in bank.questions()
        if (not traits.topics or topic.id in traits.topics)
        and (not traits.ids or any(id in traits.ids for id in ids_of(question)))
    )
