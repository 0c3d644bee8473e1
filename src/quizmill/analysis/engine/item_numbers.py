"""The items in a log: of each a number, by which a database sums, and a weight, which tells tests."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

import ibis
import ibis.expr.types as ir
from ibis import _
from ibis.backends import BaseBackend

from quizmill.analysis.answer import ItemKey
from quizmill.analysis.engine.database import of, small
from quizmill.analysis.engine.rows import ITEM

_BITS = 50  # of a weight: those of some thousand questions add up to what is an integer of 64 bits


class _Wording(NamedTuple):
    """What is asked, at whatever place."""

    namespace: str
    question: str
    digest: str


class ItemNumbers:
    """What the rows of *table* answer that are not void."""

    def __init__(self, table: ir.Table) -> None:
        told = list(of(_told(table)))
        self.highest: int = max((row["highest"] for row in told), default=0)  # number on a form
        self._places = sorted({row["place"] for row in told})
        longest: dict[_Wording, int] = {}
        for row in told:
            wording = _Wording(*(row[name] for name in _Wording._fields))
            longest[wording] = max(longest.get(wording, 0), row["longest"])
        ordered = sorted(longest)
        self.keys: Mapping[int, ItemKey] = {
            at * len(self._places) + number: ItemKey(*wording, place)
            for at, wording in enumerate(ordered)
            for number, place in enumerate(self._places)
        }
        # Whether there are wordings of several options at once, or of one.
        self.listed = sorted({each > 1 for each in longest.values()})
        self._told_by = _told_by(longest)
        self._table = _wordings(table.get_backend(), {each: longest[each] for each in ordered}, self._told_by)

    def numbered(self, rows: ir.Table, *, listed: bool | None = None) -> ir.Table:
        """The *rows* with `item` and `weight`; those alone whose wording is *listed*, or not."""
        wordings = self._table if listed is None else self._table.filter(_.listed == listed)
        item = _.wording * len(self._places) + self._place()
        return rows.join(wordings, self._told_by).mutate(item=item)

    def _place(self) -> ir.IntegerValue:
        others = [(_.place == place, at) for at, place in enumerate(self._places) if at]
        return ibis.cases(*others, else_=0) if others else ibis.literal(0)


def _told(table: ir.Table) -> ir.Table:
    live = table.filter(_.possible > 0)
    return live.group_by(*ITEM).agg(longest=_.chosen.length().max(), highest=_.number.max())


def _told_by(wordings: Collection[_Wording]) -> list[str]:
    """The one column that tells these apart, where one does: by one a database joins five times faster."""
    for name in ("digest", "question"):
        if len({getattr(each, name) for each in wordings}) == len(wordings):
            return [name]
    return list(_Wording._fields)


def _wordings(engine: BaseBackend, longest: Mapping[_Wording, int], by: Sequence[str]) -> ir.Table:
    """The wordings, each with the longest list that was chosen, as a table to be joined *by* columns."""
    rows = (
        {name: getattr(wording, name) for name in by}
        | {"wording": at, "weight": _weight(wording), "listed": most > 1}
        for at, (wording, most) in enumerate(longest.items())
    )
    types = {"wording": "int64", "weight": "int64", "listed": "boolean"}
    return small(engine, rows, dict.fromkeys(by, "string") | types)


def _weight(wording: _Wording) -> int:
    """Random, and the same wherever it is made."""
    told = hashlib.blake2b("\0".join(wording).encode(), digest_size=8).digest()
    return int.from_bytes(told, "big") >> (64 - _BITS)
