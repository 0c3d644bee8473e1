"""The wordings in a log: of each a number, by which a database sums, and a weight, which tells tests."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import ibis.expr.types as ir
import pyarrow as pa
from ibis import _
from ibis.backends import BaseBackend

from quizmill.analysis.answer import ItemKey
from quizmill.analysis.engine.database import of, small
from quizmill.analysis.engine.rows import ITEM

_BITS = 50  # of a weight: those of some thousand questions add up to what is an integer of 64 bits
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class ItemNumbers:
    """What the rows of *table* answer, and how many there are, from when to when."""

    def __init__(self, table: ir.Table) -> None:
        told: list[dict[str, Any]] = list(of(_told(table)))
        self.answers: int = sum(row["n"] for row in told)
        times = [_ms(row[name]) for row in told for name in ("first", "last") if row[name] is not None]
        known = [each for each in times if each]
        self.first, self.last = min(known, default=0), max(known, default=0)
        live = {ItemKey(*(row[name] for name in ITEM)): row["longest"] > 1 for row in told if row["live"]}
        self.keys: Sequence[ItemKey] = sorted(live)
        self.listed = sorted(
            set(live.values())
        )  # whether there are items of several options at once, or of one
        self.table = _numbered(table.get_backend(), [(key, live[key]) for key in self.keys])


def _told(table: ir.Table) -> ir.Table:
    made = table.mutate(live=_.possible > 0)
    return made.group_by(*ITEM, "live").agg(
        n=_.count(), first=_.answered.min(), last=_.answered.max(), longest=_.chosen.length().max()
    )


def _numbered(engine: BaseBackend, items: Sequence[tuple[ItemKey, bool]]) -> ir.Table:
    rows = [
        key._asdict() | {"item": at, "weight": _weight(key), "listed": listed}
        for at, (key, listed) in enumerate(items)
    ]
    types = dict.fromkeys(ITEM, pa.string()) | {
        "item": pa.int32(),
        "weight": pa.int64(),
        "listed": pa.bool_(),
    }
    return small(engine, rows, types)


def _weight(key: ItemKey) -> int:
    """Random, and the same wherever it is made."""
    told = hashlib.blake2b("\0".join(key).encode(), digest_size=8).digest()
    return int.from_bytes(told, "big") >> (64 - _BITS)


def _ms(time: datetime) -> int:
    told = time if time.tzinfo else time.replace(tzinfo=UTC)
    return (told - _EPOCH) // timedelta(milliseconds=1)
