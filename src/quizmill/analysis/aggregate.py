"""What of the answers may leave a school: groups of ten and more, counted in tens.

Ten is what American school offices publish from. IES 2017-147 (Best Practices for Determining Subgroup Size
in Accountability Systems While Protecting Personally Identifiable Student Information) says why small cells
are hidden, and that others must be hidden with them, or a subtraction tells them (complementary suppression).

All numbers of people are rounded down to tens. So each file is also the file of answers all of whose groups
are whole tens, and no subtraction, whatever else is known of it, proves a group of one to nine: not those who
did not reach a question, nor those who did two papers. What is no such number would tell such a group, and is
not told: a correlation or reliability (of two questions it gives the table), a mean (others are in it than in
the counts), days (on the first one student may have answered), options of which several can be taken.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TypeVar

import msgspec

from quizmill.analysis.answer import ItemKey
from quizmill.analysis.items import item_result
from quizmill.analysis.summary import Summary
from quizmill.analysis.sums import ItemSums

LEAST = 10

Part = TypeVar("Part", bound=Hashable)


class OptionCount(msgspec.Struct, frozen=True, kw_only=True):
    """An option in the bank's order, from 0, and how many took it, in tens."""

    option: int
    n: int


class ItemAggregate(msgspec.Struct, frozen=True, kw_only=True):
    """One wording at one place. What is None or no option of the list is hidden, or is not known."""

    namespace: str
    id: str
    wording: str
    place: str
    n: int
    right: int | None  # part of the marks counts in part
    seconds: float | None  # the median
    options: tuple[OptionCount, ...]


class Aggregate(msgspec.Struct, frozen=True, kw_only=True):
    """All that may leave. No student, class, paper or day is in it, and no number of people but tens."""

    least: int
    students: int
    items: tuple[ItemAggregate, ...]
    hidden: int  # items of which nothing is told


def aggregate(summary: Summary) -> Aggregate:
    """What may leave of *summary*."""
    items = tuple(_item(key, sums) for key, sums in summary.items.items() if sums.n >= LEAST)
    return Aggregate(
        least=LEAST,
        students=_tens(summary.students),
        items=items,
        hidden=len(summary.items) - len(items),
    )


def shown_parts(parts: Mapping[Part, int]) -> dict[Part, int]:
    """Those of the *parts* of a whole that may be told, so that what is left of it is nobody or ten and more.

    Of parts too small to be told alone the smallest others are hidden with them.
    """
    shown = {part: n for part, n in sorted(parts.items(), key=lambda each: each[1]) if n >= LEAST}
    hidden = sum(parts.values()) - sum(shown.values())
    while shown and 0 < hidden < LEAST:
        hidden += shown.pop(next(iter(shown)))
    return shown


def _item(key: ItemKey, sums: ItemSums) -> ItemAggregate:
    options = _options(sums)
    return ItemAggregate(
        namespace=key.namespace,
        id=key.question,
        wording=key.digest,
        place=key.place,
        n=_tens(sums.n),
        right=_tens(sums.x) if _may_tell_right(sums, options) else None,
        seconds=item_result(sums).seconds if sum(sums.seconds.values()) >= LEAST else None,
        options=tuple(OptionCount(option=option, n=_tens(n)) for option, n in sorted(options.items())),
    )


def _options(sums: ItemSums) -> dict[int, int]:
    """How many took each option, where each took one or none: of several one group may be within another."""
    if not _is_one_picked(sums):
        return {}
    taken = {choice.option: each.n for choice, each in sums.options.items()}
    shown = shown_parts({**taken, -1: sums.n - sum(taken.values())})
    return {option: n for option, n in shown.items() if option >= 0 and n <= sums.n - LEAST}


def _is_one_picked(sums: ItemSums) -> bool:
    """Whether each took one option or none, so that they are parts of a whole."""
    taken = sum(each.n for each in sums.options.values())
    return sums.picked and len(sums.right) <= 1 and 0 < taken <= sums.n - sums.omitted


def _may_tell_right(sums: ItemSums, options: Mapping[int, int]) -> bool:
    """Of a choice only with its key, which has the same figure."""
    if not LEAST <= sums.x <= sums.n - LEAST:
        return False
    return not _is_one_picked(sums) or any(choice.option in options for choice in sums.right)


def _tens(n: float) -> int:
    return int(n // 10) * 10


def as_json(told: Aggregate) -> bytes:
    """The file that leaves."""
    fields = {"quizmill": "aggregate"} | msgspec.structs.asdict(told)
    return msgspec.json.format(msgspec.json.encode(fields), indent=2) + b"\n"
