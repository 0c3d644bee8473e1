"""An item finished from its sums: how hard, how well it tells the strong, and what each option drew."""

from __future__ import annotations

import math
from collections.abc import Iterable

import msgspec

from quizmill.analysis.answer import OptionPlace, choices, is_picked
from quizmill.analysis.intervals import Interval, at_most, correlation_interval, share_interval
from quizmill.analysis.lack import Lack
from quizmill.analysis.sums import ItemSums, OptionSums, PairSums

ENOUGH = 15  # persons for a correlation; with fewer it is mostly chance (its standard error passes 0.27)
LIVE = 0.05  # an option fewer than these take works no longer (Haladyna and Downing 1993)
_ALIKE = 1e-9  # a variance below it is what rounding left of none


class Offered(msgspec.Struct, frozen=True, kw_only=True):
    """What the bank says of an item: which options there are, which are right, what blind guessing earns."""

    options: tuple[OptionPlace, ...] = ()
    right: tuple[OptionPlace, ...] = ()
    chance: float | None = None  # the share of the marks


class Discrimination(msgspec.Struct, frozen=True):
    """A correlation with the rest, the marks on all others (Henrysson 1963), or why there is none."""

    r: float | None
    interval: Interval | None  # of 95 %, by Fisher's z
    persons: int
    lack: Lack | None = None


class OptionResult(msgspec.Struct, frozen=True, kw_only=True):
    """Whom one option drew."""

    choice: OptionPlace
    is_right: bool
    n: int
    share: float  # of all who reached the question
    most: float  # the one-sided bound of 95 % above the share, by Clopper and Pearson
    rest: float | None  # the mean rest of those who took it, from 0 to 1
    discrimination: Discrimination  # of having taken it
    upper: int  # how many of the upper 27 % took it
    lower: int
    dead: bool  # wrong, and shown to draw fewer than 5 %: 0 of 59 is the first that does


class ItemResult(msgspec.Struct, frozen=True, kw_only=True):
    """One item. Shares go from 0 to 1; None is what nobody or nothing gives."""

    n: int  # who reached it and were marked
    facility: float | None  # the mean share of the marks
    error: float | None  # its standard error, sqrt(F (1 - F) / n)
    interval: Interval | None  # of the facility, 95 %
    discrimination: Discrimination
    upper_n: int  # persons among the upper 27 % of their test
    lower_n: int
    upper: float | None  # the facility among them
    lower: float | None
    chance: float | None
    options: tuple[OptionResult, ...]
    omitted: int
    unreached: int
    unmarked: int
    seconds: float | None  # the median of whole seconds

    @property
    def spread(self) -> float | None:
        """The index D: the facility among the upper 27 % less that among the lower."""
        return None if self.upper is None or self.lower is None else self.upper - self.lower


def offered(kind: str, options: int, key: tuple[int, ...], chance: float | None = None) -> Offered:
    """What a question of that *kind* offers in the bank's order; *key* is what a right answer has chosen.

    Of what is only picked every option is there; of the rest the right places alone, and what was seen.
    """
    picked = is_picked(kind)
    right = choices(key, picked=picked)
    every = choices(tuple(range(options)), picked=True) if picked else right
    return Offered(options=every, right=right, chance=chance)


def item_result(sums: ItemSums, known: Offered | None = None) -> ItemResult:
    """The item of *sums*. Of an old wording nothing may be *known*: then a right answer shows the key."""
    known = known or Offered(right=sums.right)
    n = sums.n
    facility = sums.x / n if n else None
    return ItemResult(
        n=n,
        facility=facility,
        error=None if facility is None else math.sqrt(max(0.0, facility * (1 - facility)) / n),
        interval=share_interval(round(sums.x, 9), n) if n else None,
        discrimination=_discrimination(sums.pairs),
        upper_n=sums.upper,
        lower_n=sums.lower,
        upper=sums.upper_x / sums.upper if sums.upper else None,
        lower=sums.lower_x / sums.lower if sums.lower else None,
        chance=known.chance,
        options=tuple(_option(each, sums, known) for each in _every(sums, known)) if n else (),
        omitted=sums.omitted,
        unreached=sums.unreached,
        unmarked=sums.unmarked,
        seconds=_median(sums.seconds),
    )


def _every(sums: ItemSums, known: Offered) -> Iterable[OptionPlace]:
    return sorted({*sums.options, *known.options, *known.right})


def _option(choice: OptionPlace, sums: ItemSums, known: Offered) -> OptionResult:
    own, n = sums.options.get(choice, OptionSums()), sums.n
    is_right, most = choice in known.right, at_most(own.n, n)
    return OptionResult(
        choice=choice,
        is_right=is_right,
        n=own.n,
        share=own.n / n,
        most=most,
        rest=own.rest / own.rated if own.rated else None,
        discrimination=_discrimination(_taken(own, sums.pairs)),
        upper=own.upper,
        lower=own.lower,
        dead=sums.picked and bool(known.right) and not is_right and most < LIVE,
    )


def _taken(option: OptionSums, pairs: PairSums) -> PairSums:
    """The sums in which x is whether the option was taken."""
    taken = option.rated
    return PairSums(n=pairs.n, x=taken, y=pairs.y, xx=taken, yy=pairs.yy, xy=option.rest)


def _discrimination(pairs: PairSums) -> Discrimination:
    n = pairs.n
    if n < ENOUGH:
        return Discrimination(None, None, n, Lack.PERSONS)
    x, y = (pairs.xx - pairs.x**2 / n) / n, (pairs.yy - pairs.y**2 / n) / n
    if min(x, y) < _ALIKE:
        return Discrimination(None, None, n, Lack.SPREAD)
    r = (pairs.xy - pairs.x * pairs.y / n) / n / math.sqrt(x * y)
    r = max(-1.0, min(1.0, r))
    return Discrimination(r, correlation_interval(r, n), n)


def _median(counts: dict[int, int]) -> float | None:
    if not counts:
        return None
    total, passed, middle = sum(counts.values()), 0, []
    for value in sorted(counts):
        middle += [value] * (
            sum(passed <= at < passed + counts[value] for at in {(total - 1) // 2, total // 2})
        )
        passed += counts[value]
    return sum(middle) / len(middle)
