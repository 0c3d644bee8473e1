"""How much there is in a log: answers, students, and from when to when."""

from __future__ import annotations

from typing import NamedTuple

import ibis.expr.types as ir
import pyarrow as pa
from ibis import _

from quizmill.analysis.engine.database import fetched
from quizmill.analysis.log.columns import SCHEMA


class Extent(NamedTuple):
    """As a `Summary` has it, times in ms since 1970, 0 where none is known."""

    answers: int
    students: int
    first: int
    last: int


def extent(table: ir.Table) -> Extent:
    """The extent of all rows of *table*, void ones too."""
    counts = table.agg(
        answers=_.count(), students=_.student.nunique(), first=_.answered.min(), last=_.answered.max()
    )
    told = fetched(counts)
    times = (told.column(name).cast(SCHEMA.field("answered").type) for name in ("first", "last"))
    numbers = (told.column("answers"), told.column("students"), *(time.cast(pa.int64()) for time in times))
    return Extent(*(column[0].as_py() or 0 for column in numbers))
