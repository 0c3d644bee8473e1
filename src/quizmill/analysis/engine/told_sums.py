"""From what a database has summed to the sums of items."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from quizmill.analysis.answer import ItemKey, choices
from quizmill.analysis.engine.item_table import (
    LOWER,
    RIGHT,
    SKIPPED,
    UNMARKED,
    UNREACHED,
    UPPER,
    Told,
)
from quizmill.analysis.sums import ItemSums, OptionSums, PairSums


def item_sums(
    told: Iterable[Told], seconds: Iterable[tuple[int, ...]], items: Mapping[int, ItemKey]
) -> dict[ItemKey, ItemSums]:
    """The sums of each item, from rows of `item_table`, and of `seconds_table`."""
    found: dict[int, ItemSums] = {}
    for row in told:
        _take(found.get(row.item) or found.setdefault(row.item, ItemSums()), row)
    for item, whole, n in seconds:
        counts = found[item].seconds
        counts[whole] = counts.get(whole, 0) + n
    return {items[at]: sums for at, sums in sorted(found.items())}


def _take(sums: ItemSums, told: Told) -> None:
    n = told.n
    if told.fate == UNREACHED:
        sums.unreached += n
        return
    if told.fate == UNMARKED:
        sums.unmarked += n
        return
    sums.picked = sums.picked and not told.placed
    sums.n += n
    sums.x += told.x
    sums.xx += told.xx
    if told.rated:
        sums.pairs += PairSums(n=n, x=told.x, y=told.y, xx=told.xx, yy=told.yy, xy=told.xy)
    if told.tail == UPPER:
        sums.upper += n
        sums.upper_x += told.x
    if told.tail == LOWER:
        sums.lower += n
        sums.lower_x += told.x
    if told.fate == SKIPPED:
        sums.omitted += n
    _take_options(sums, told)


def _take_options(sums: ItemSums, told: Told) -> None:
    n = told.n
    taken = choices(told.chosen, picked=not told.placed)
    for choice in taken:
        option = sums.options.get(choice) or sums.options.setdefault(choice, OptionSums())
        option.n += n
        option.upper += n * (told.tail == UPPER)
        option.lower += n * (told.tail == LOWER)
        if told.rated:
            option.rated += n
            option.rest += told.y
    if taken and told.fate == RIGHT:
        sums.right = min(sums.right or taken, taken)
