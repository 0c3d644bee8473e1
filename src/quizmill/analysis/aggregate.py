"""What of the answers may leave a school: figures of groups, and no group under ten, hidden or shown.

Ten is what American school offices publish from; IES 2017-147 (Best Practices for Determining Subgroup Size)
says why small cells are hidden, and that others must be hidden with them, or a subtraction tells them
(complementary suppression). A share of none or all is hidden too, since it tells of each of them.
"""

from __future__ import annotations

import datetime
from collections.abc import Hashable, Mapping
from typing import TypeVar

import msgspec

from quizmill.analysis.answer import ItemKey
from quizmill.analysis.items import item_result
from quizmill.analysis.summary import SatTest, Summary
from quizmill.analysis.sums import ItemSums

LEAST = 10
_DAY = 86_400_000  # ms

Part = TypeVar("Part", bound=Hashable)


class OptionShare(msgspec.Struct, frozen=True, kw_only=True):
    """An option in the bank's order, from 0, and how many took it."""

    option: int
    n: int


class ItemAggregate(msgspec.Struct, frozen=True, kw_only=True):
    """One wording at one place. What is None or no option of the list is hidden, or is not known."""

    namespace: str
    id: str
    wording: str
    place: str
    n: int
    facility: float | None
    discrimination: float | None
    seconds: float | None
    options: tuple[OptionShare, ...]


class SatAggregate(msgspec.Struct, frozen=True, kw_only=True):
    """A test; its marks are told only where those of all its questions are, which a sum would tell."""

    place: str
    students: int  # rounded down to tens: who did not reach a question is no group to be told
    questions: int
    alpha: float | None
    mean: float | None  # of the marks
    error: float | None  # the standard error of measurement, in marks


class Aggregate(msgspec.Struct, frozen=True, kw_only=True):
    """All that may leave. No student, class, paper or time of day is in it."""

    least: int
    students: int  # rounded down to tens
    first: str | None  # days, UTC
    last: str | None
    items: tuple[ItemAggregate, ...]
    hidden: int  # items of which nothing is told
    tests: tuple[SatAggregate, ...]


def aggregate(summary: Summary) -> Aggregate:
    """What may leave of *summary*."""
    told = {key: sums.n for key, sums in summary.items.items() if sums.n >= LEAST}
    for test in summary.tests:
        hide = _too_near({key: told[key] for key in test.paper.items if key in told})
        told = {key: n for key, n in told.items() if key not in hide}
    items = {key: _item(key, summary.items[key]) for key in told}
    enough = summary.students >= LEAST
    return Aggregate(
        least=LEAST,
        students=_tens(summary.students),
        first=_day(summary.first) if enough else None,
        last=_day(summary.last) if enough else None,
        items=tuple(items.values()),
        hidden=len(summary.items) - len(items),
        tests=tuple(_test(test, items) for test in summary.tests if test.paper.reliability.persons >= LEAST),
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


def _too_near(counts: Mapping[ItemKey, int]) -> set[ItemKey]:
    """Questions of one test which so nearly all have reached that the difference would be a small group."""
    hide: set[ItemKey] = set()
    last: int | None = None
    for key in sorted(counts, key=lambda key: (-counts[key], key)):
        if last is None or counts[key] == last or last - counts[key] >= LEAST:
            last = counts[key]
        else:
            hide.add(key)
    return hide


def _item(key: ItemKey, sums: ItemSums) -> ItemAggregate:
    result = item_result(sums)
    options = _options(sums)
    facility = result.facility if _may_tell_facility(sums, options) else None
    return ItemAggregate(
        namespace=key.namespace,
        id=key.question,
        wording=key.digest,
        place=key.place,
        n=sums.n,
        facility=_rounded(facility, 4),
        # Where but one is wrong, a correlation is that one's marks.
        discrimination=_rounded(result.discrimination.r, 2) if facility is not None else None,
        seconds=result.seconds if sum(sums.seconds.values()) >= LEAST else None,
        options=tuple(OptionShare(option=option, n=n) for option, n in sorted(options.items())),
    )


def _options(sums: ItemSums) -> dict[int, int]:
    """How many took each option, where options are only picked."""
    taken = {choice.option: each.n for choice, each in sums.options.items() if choice.place == 0}
    if not sums.picked or not taken:
        return {}
    if not _is_one_picked(sums):
        return {option: n for option, n in taken.items() if LEAST <= n <= sums.n - LEAST}
    parts: dict[int, int] = {**taken, -1: sums.n - sum(taken.values())}
    shown = shown_parts(parts)
    return {option: n for option, n in shown.items() if option >= 0 and n <= sums.n - LEAST}


def _is_one_picked(sums: ItemSums) -> bool:
    """Whether each took one option or none, so that they are parts of a whole."""
    taken = sum(each.n for each in sums.options.values())
    return len(sums.right) <= 1 and taken <= sums.n - sums.omitted


def _may_tell_facility(sums: ItemSums, options: Mapping[int, int]) -> bool:
    """Of a choice only with its key, which has the same figure."""
    if not LEAST <= sums.x <= sums.n - LEAST:
        return False
    if sums.picked and sums.options and _is_one_picked(sums):
        return any(choice.option in options for choice in sums.right)
    return True


def _test(test: SatTest, items: Mapping[ItemKey, ItemAggregate]) -> SatAggregate:
    told, paper = test.paper.reliability, test.paper
    whole = all(key in items and items[key].facility is not None for key in paper.items)
    return SatAggregate(
        place=paper.place,
        students=_tens(told.persons),
        questions=len(paper.items),
        alpha=_rounded(told.alpha, 2),
        mean=_rounded(told.mean, 2) if whole else None,
        error=_rounded(told.error, 2) if whole else None,
    )


def _tens(n: int) -> int:
    return n - n % LEAST


def _day(at: int) -> str | None:
    return (
        datetime.datetime.fromtimestamp(at // _DAY * 86_400, datetime.UTC).date().isoformat() if at else None
    )


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)


def as_json(told: Aggregate) -> bytes:
    """The file that leaves."""
    fields = {"quizmill": "aggregate"} | msgspec.structs.asdict(told)
    return msgspec.json.format(msgspec.json.encode(fields), indent=2) + b"\n"
