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
    Group,
    Told,
    unpacked,
)
from quizmill.analysis.sums import ItemSums, OptionSums, PairSums


def item_sums(
    told: Iterable[Told], seconds: Iterable[tuple[int, ...]], items: Mapping[int, ItemKey]
) -> dict[ItemKey, ItemSums]:
    """The sums of each item, from rows of `item_table`, and of `seconds_table`."""
    found: dict[int, ItemSums] = {}
    for row in told:
        group = unpacked(row.group)
        _take(found.get(group.item) or found.setdefault(group.item, ItemSums()), group, row)
    for item, whole, n in seconds:
        counts = found[item].seconds
        counts[whole] = counts.get(whole, 0) + n
    return {items[at]: sums for at, sums in sorted(found.items())}


def _take(sums: ItemSums, group: Group, told: Told) -> None:
    n = told.n
    if group.fate == UNREACHED:
        sums.unreached += n
        return
    if group.fate == UNMARKED:
        sums.unmarked += n
        return
    sums.picked = sums.picked and not group.placed
    sums.n += n
    sums.x += told.x
    sums.xx += told.xx
    if group.rated:
        sums.pairs += PairSums(n=n, x=told.x, y=told.y, xx=told.xx, yy=told.yy, xy=told.xy)
    if group.tail == UPPER:
        sums.upper += n
        sums.upper_x += told.x
    if group.tail == LOWER:
        sums.lower += n
        sums.lower_x += told.x
    if group.fate == SKIPPED:
        sums.omitted += n
    _take_options(sums, group, told)


def _take_options(sums: ItemSums, group: Group, told: Told) -> None:
    n = told.n
    taken = choices(told.chosen, picked=not group.placed)
    for choice in taken:
        option = sums.options.get(choice) or sums.options.setdefault(choice, OptionSums())
        option.n += n
        option.upper += n * (group.tail == UPPER)
        option.lower += n * (group.tail == LOWER)
        if group.rated:
            option.rated += n
            option.rest += told.y
    if taken and group.fate == RIGHT:
        sums.right = min(sums.right or taken, taken)
