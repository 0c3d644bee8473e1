"""The columns of the log, and rows as a table of Arrow."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

import msgspec
import pyarrow as pa
import pyarrow.compute

from quizmill.analysis.answer import AnswerRow

_AT_A_TIME = 10_000  # rows that are made objects of
_TYPES = {
    "answered": pa.timestamp("ms", tz="UTC"),
    "number": pa.int32(),
    "attempt": pa.int32(),
    "chosen": pa.list_(pa.int16()),
    "earned": pa.float64(),
    "possible": pa.float64(),
    "seconds": pa.float64(),
}
_EMPTY = ("answered", "seconds")  # the columns in which a cell may say nothing
SCHEMA = pa.schema(
    [
        pa.field(name, _TYPES.get(name, pa.string()), nullable=name in _EMPTY)
        for name in AnswerRow.__struct_fields__
    ]
)

STRINGS = tuple(field.name for field in SCHEMA if field.type == pa.string())
# With each string as a number of those that there are, as which a file is read six times faster.
NUMBERED = pa.schema(
    [
        field.with_type(pa.dictionary(pa.int32(), field.type)) if field.name in STRINGS else field
        for field in SCHEMA
    ]
)


def table_of(rows: Sequence[AnswerRow]) -> pa.Table:
    """The rows as a table with those columns."""
    columns = [pa.array([_cell(row, name) for row in rows], SCHEMA.field(name).type) for name in SCHEMA.names]
    return pa.Table.from_arrays(columns, schema=SCHEMA)


def rows_of(table: pa.Table) -> Iterator[AnswerRow]:
    """The rows in a table with those columns; raises msgspec.ValidationError for one that cannot be."""
    place = SCHEMA.get_field_index("answered")
    times = table.column("answered").cast(pa.int64())
    # 0 where there is none, as a column: for a number of Python's Arrow imports pandas, which takes long.
    numbers = pa.compute.coalesce(times, pa.compute.is_valid(times).cast(pa.int64()))
    for batch in table.set_column(place, "answered", numbers).to_batches(_AT_A_TIME):
        yield from msgspec.convert(batch.to_pylist(), list[AnswerRow])


def _cell(row: AnswerRow, name: str) -> object:
    value = getattr(row, name)
    if name == "answered":
        return value or None
    return list(value) if name == "chosen" else value


def answers_of(table: pa.Table, students: Iterable[str]) -> pa.Table:
    """The rows of these students."""
    return table.filter(pa.compute.is_in(table.column("student"), pa.array(sorted(students), pa.string())))


def without(table: pa.Table, students: Iterable[str]) -> pa.Table:
    """The rows of all others, in their order."""
    found = pa.compute.is_in(table.column("student"), pa.array(sorted(students), pa.string()))
    return table.filter(pa.compute.invert(found))


def without_rows(table: pa.Table, rows: Collection[AnswerRow]) -> pa.Table:
    """All other rows, in their order."""
    return table.filter(pa.array([row not in rows for row in rows_of(table)], pa.bool_()))
