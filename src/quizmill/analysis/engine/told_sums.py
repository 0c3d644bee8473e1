"""From what a database has summed to the sums of items."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from quizmill.analysis.answer import ItemKey, choices, is_picked
from quizmill.analysis.engine.item_table import (
    LOWER,
    NOTHING_CHOSEN,
    RIGHT,
    SKIPPED,
    UNMARKED,
    UNREACHED,
    UPPER,
)
from quizmill.analysis.sums import ItemSums, OptionSums, PairSums

Told = Mapping[str, Any]  # a row of a table, of columns that the expressions have made


def item_sums(
    told: Iterable[Told], seconds: Iterable[tuple[int, ...]], items: Sequence[ItemKey]
) -> dict[ItemKey, ItemSums]:
    """The sums of each item, from rows of `item_table`, and of `seconds_table`."""
    found: dict[int, ItemSums] = {}
    for row in told:
        _take(found.get(row["item"]) or found.setdefault(row["item"], ItemSums()), row)
    for item, whole, n in seconds:
        counts = found[item].seconds
        counts[whole] = counts.get(whole, 0) + n
    return {items[at]: sums for at, sums in sorted(found.items())}


def _take(sums: ItemSums, row: Told) -> None:
    n, fate = row["n"], row["fate"]
    if fate == UNREACHED:
        sums.unreached += n
        return
    if fate == UNMARKED:
        sums.unmarked += n
        return
    sums.picked = sums.picked and is_picked(row["kind"])
    sums.n += n
    sums.x += row["x"]
    sums.xx += row["xx"]
    if row["rated"]:
        sums.pairs += PairSums(n=n, x=row["x"], y=row["y"], xx=row["xx"], yy=row["yy"], xy=row["xy"])
    if row["tail"] == UPPER:
        sums.upper += n
        sums.upper_x += row["x"]
    if row["tail"] == LOWER:
        sums.lower += n
        sums.lower_x += row["x"]
    if fate == SKIPPED:
        sums.omitted += n
    _take_options(sums, row)


def _take_options(sums: ItemSums, row: Told) -> None:
    n = row["n"]
    taken = choices(row["kind"], _chosen(row["chosen"]))
    for choice in taken:
        option = sums.options.get(choice) or sums.options.setdefault(choice, OptionSums())
        option.n += n
        option.upper += n * (row["tail"] == UPPER)
        option.lower += n * (row["tail"] == LOWER)
        if row["rated"]:
            option.rated += n
            option.rest += row["y"]
    if taken and row["fate"] == RIGHT:
        sums.right = min(sums.right or taken, taken)


def _chosen(told: int | list[int]) -> tuple[int, ...]:
    if isinstance(told, int):
        return () if told == NOTHING_CHOSEN else (told,)
    return tuple(told)
