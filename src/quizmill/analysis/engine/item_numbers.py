"""The wordings in a log: of each a number, by which a database sums, and a weight, which tells tests."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

import ibis.expr.types as ir
from ibis import _
from ibis.backends import BaseBackend

from quizmill.analysis.answer import ItemKey
from quizmill.analysis.engine.database import of, small
from quizmill.analysis.engine.rows import ITEM

_BITS = 50  # of a weight: those of some thousand questions add up to what is an integer of 64 bits


class ItemNumbers:
    """What the rows of *table* answer that are not void."""

    def __init__(self, table: ir.Table) -> None:
        told: list[dict[str, Any]] = list(of(_told(table)))
        live = {ItemKey(*(row[name] for name in ITEM)): row["longest"] > 1 for row in told}
        self.keys: Sequence[ItemKey] = sorted(live)
        # Whether there are items of several options at once, or of one.
        self.listed = sorted(set(live.values()))
        self.highest: int = max((row["highest"] for row in told), default=0)  # number on a form
        self.table = _numbered(table.get_backend(), [(key, live[key]) for key in self.keys])


def _told(table: ir.Table) -> ir.Table:
    live = table.filter(_.possible > 0)
    return live.group_by(*ITEM).agg(longest=_.chosen.length().max(), highest=_.number.max())


def _numbered(engine: BaseBackend, items: Sequence[tuple[ItemKey, bool]]) -> ir.Table:
    rows = [
        key._asdict() | {"item": at, "weight": _weight(key), "listed": listed}
        for at, (key, listed) in enumerate(items)
    ]
    types = dict.fromkeys(ITEM, "string") | {
        "item": "int32",
        "weight": "int64",
        "listed": "boolean",
    }
    return small(engine, rows, types)


def _weight(key: ItemKey) -> int:
    """Random, and the same wherever it is made."""
    told = hashlib.blake2b("\0".join(key).encode(), digest_size=8).digest()
    return int.from_bytes(told, "big") >> (64 - _BITS)
