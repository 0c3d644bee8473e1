"""The database that sums: opened by a URL, and given tables and asked for rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
from ibis.backends import BaseBackend

from quizmill.analysis.answer import AnswerRow
from quizmill.analysis.log import columns

HERE = "duckdb://"
_OWN = "duckdb"  # its tables go with the connection; Ibis 12 cannot drop them
_AT_A_TIME = 10_000


class NoEngine(Exception):
    """Why there is no engine at a URL, as one sentence with what to do."""


def database(url: str = HERE) -> BaseBackend:
    """The database at *url*, as `ibis.connect` takes it; raises NoEngine when it cannot be had."""
    name = url.partition(":")[0]
    try:
        opened = ibis.connect(url)
    except Exception as error:
        first = str(error).strip().partition("\n")[0]
        said = f"the engine {url} cannot be had ({first}); `pip install 'ibis-framework[{name}]'` brings it"
        raise NoEngine(said) from error
    if opened.name == _OWN:
        opened.raw_sql("SET preserve_insertion_order = false")
        opened.raw_sql("SET enable_progress_bar = false")  # which would stand in what a command writes
    return opened


def kept(table: ir.Table) -> ir.Table:
    """The table as it is now, so that what follows does not make it again."""
    engine = table.get_backend()
    return _kept(table, engine) if engine.name == _OWN else table.cache()


def _kept(table: ir.Table, engine: BaseBackend) -> ir.Table:
    return engine.create_table(ibis.util.gen_name("kept"), table, temp=True)


def of(table: ir.Table) -> Iterator[dict[str, Any]]:
    """The rows of a table as dicts."""
    for batch in table.to_pyarrow().to_batches(_AT_A_TIME):
        yield from batch.to_pylist()


def numbers_in(table: ir.Table, names: Sequence[str]) -> Iterator[tuple[int, ...]]:
    """The rows of a table of integers, fast: there may be some hundred thousand."""
    fetched = table.to_pyarrow()
    return zip(*(fetched.column(name).to_numpy().tolist() for name in names), strict=True)


def rows_in(table: ir.Table) -> Iterator[AnswerRow]:
    """The rows of a table that has the log's columns."""
    return columns.rows_of(table.to_pyarrow().select(columns.SCHEMA.names).cast(columns.SCHEMA))


def small(
    engine: BaseBackend, rows: Iterable[Mapping[str, object]], types: Mapping[str, pa.DataType]
) -> ir.Table:
    """A table of *rows*, for joining."""
    made = ibis.memtable(pa.Table.from_pylist(list(map(dict, rows)), schema=pa.schema(list(types.items()))))
    # As a table of its own, for DuckDB takes one in memory for large, and joins it the wrong way round.
    if engine.name == _OWN:
        return _kept(made, engine)
    engine.to_pyarrow(made.limit(0))  # Spark's `cache` takes no table in memory that it has not met
    return made


def keys(engine: BaseBackend, found: Iterable[Sequence[str]], names: Sequence[str]) -> ir.Table:
    """A table of keys whose columns are strings."""
    rows = (dict(zip(names, key, strict=True)) for key in found)
    return small(engine, rows, dict.fromkeys(names, pa.string()))
