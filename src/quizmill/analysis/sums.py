"""Sums of one item that add up: those of two parts together are those of the whole.

So a class is summed here, a district by a database, and yesterday's sums are added to today's.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from operator import add

import msgspec

from quizmill.analysis.answer import ItemKey, OptionPlace, choices, is_picked
from quizmill.analysis.counted import CountedAnswer
from quizmill.grade.marking import Verdict


class PairSums(msgspec.Struct):
    """Of pairs (x, y): how many, and the sums of x, y, x², y² and xy."""

    n: int = 0
    x: float = 0.0
    y: float = 0.0
    xx: float = 0.0
    yy: float = 0.0
    xy: float = 0.0

    def __add__(self, other: PairSums) -> PairSums:
        return PairSums(*map(add, msgspec.structs.astuple(self), msgspec.structs.astuple(other)))

    def __iadd__(self, other: PairSums) -> PairSums:
        self.n += other.n
        self.x += other.x
        self.y += other.y
        self.xx += other.xx
        self.yy += other.yy
        self.xy += other.xy
        return self

    def take(self, x: float, y: float) -> None:
        """Count one pair more."""
        self.n += 1
        self.x += x
        self.y += y
        self.xx += x * x
        self.yy += y * y
        self.xy += x * y


class OptionSums(msgspec.Struct):
    """Of those who took an option in one place: how many, how good they are, how many upper and lower."""

    n: int = 0
    rated: int = 0  # whose rest is known
    rest: float = 0.0  # its sum
    upper: int = 0
    lower: int = 0

    def __add__(self, other: OptionSums) -> OptionSums:
        return OptionSums(*map(add, msgspec.structs.astuple(self), msgspec.structs.astuple(other)))


class ItemSums(msgspec.Struct, kw_only=True):
    """What finishing an item needs. x is the share of its marks, y the rest; all over first attempts.

    *n*, *x* and *xx* are of everybody who reached the question and was marked, those who left it out with
    x = 0; *pairs* of those of them whose rest is known.
    """

    picked: bool = True  # options are only picked, and have no place
    n: int = 0
    x: float = 0.0
    xx: float = 0.0
    pairs: PairSums = msgspec.field(default_factory=PairSums)
    upper: int = 0
    upper_x: float = 0.0
    lower: int = 0
    lower_x: float = 0.0
    omitted: int = 0
    unreached: int = 0
    unmarked: int = 0
    options: dict[OptionPlace, OptionSums] = {}  # that somebody took
    right: tuple[OptionPlace, ...] = ()  # what a right answer took; of several the first
    seconds: dict[int, int] = {}  # by whole seconds, how many took so long

    def __add__(self, other: ItemSums) -> ItemSums:
        return ItemSums(
            picked=self.picked and other.picked,
            n=self.n + other.n,
            x=self.x + other.x,
            xx=self.xx + other.xx,
            pairs=self.pairs + other.pairs,
            upper=self.upper + other.upper,
            upper_x=self.upper_x + other.upper_x,
            lower=self.lower + other.lower,
            lower_x=self.lower_x + other.lower_x,
            omitted=self.omitted + other.omitted,
            unreached=self.unreached + other.unreached,
            unmarked=self.unmarked + other.unmarked,
            options=_added(self.options, other.options),
            right=min(filter(None, (self.right, other.right)), default=()),
            seconds=_counts(self.seconds, other.seconds),
        )

    def take(self, answer: CountedAnswer) -> None:
        """Count one answer more."""
        row = answer.row
        if not answer.reached:
            self.unreached += 1
        elif row.verdict is Verdict.UNMARKED:
            self.unmarked += 1
        else:
            self._take_marked(answer)

    def _take_marked(self, answer: CountedAnswer) -> None:
        row, share = answer.row, answer.share
        self.picked = self.picked and is_picked(row.kind)
        self.n += 1
        self.x += share
        self.xx += share * share
        if answer.rest is not None:
            self.pairs.take(share, answer.rest)
        if answer.upper:
            self.upper += 1
            self.upper_x += share
        if answer.lower:
            self.lower += 1
            self.lower_x += share
        if row.verdict is Verdict.SKIPPED:
            self.omitted += 1
        if row.seconds is not None:
            whole = math.floor(row.seconds + 0.5)
            self.seconds[whole] = self.seconds.get(whole, 0) + 1
        self._take_options(answer)

    def _take_options(self, answer: CountedAnswer) -> None:
        taken = choices(answer.row.chosen, picked=is_picked(answer.row.kind))
        for choice in taken:
            option = self.options.get(choice) or self.options.setdefault(choice, OptionSums())
            option.n += 1
            option.upper += answer.upper
            option.lower += answer.lower
            if answer.rest is not None:
                option.rated += 1
                option.rest += answer.rest
        if taken and answer.row.verdict is Verdict.RIGHT:
            self.right = min(self.right or taken, taken)


def summed(answers: Iterable[CountedAnswer]) -> dict[ItemKey, ItemSums]:
    """The sums of each item, in the order of their keys."""
    found: dict[ItemKey, ItemSums] = {}
    for answer in answers:
        (found.get(answer.key) or found.setdefault(answer.key, ItemSums())).take(answer)
    return dict(sorted(found.items()))


def merged(*parts: dict[ItemKey, ItemSums]) -> dict[ItemKey, ItemSums]:
    """The sums of several parts of the students, such as of two classes."""
    found: dict[ItemKey, ItemSums] = {}
    for part in parts:
        for key, sums in part.items():
            found[key] = found[key] + sums if key in found else sums
    return dict(sorted(found.items()))


def _added(
    one: dict[OptionPlace, OptionSums], other: dict[OptionPlace, OptionSums]
) -> dict[OptionPlace, OptionSums]:
    """The sums of both, in the order of the options."""
    none = OptionSums()
    return {key: one.get(key, none) + other.get(key, none) for key in sorted(one | other)}


def _counts(one: dict[int, int], other: dict[int, int]) -> dict[int, int]:
    return {key: one.get(key, 0) + other.get(key, 0) for key in sorted(one | other)}
