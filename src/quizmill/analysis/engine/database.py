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


def fetched(table: ir.Table) -> pa.Table:
    """The table as one of Arrow."""
    engine = table.get_backend()
    if engine.name != _OWN:
        return table.to_pyarrow()
    return engine.con.sql(engine.compile(table)).to_arrow_table()  # as Ibis does, without importing pandas


def of(table: ir.Table) -> Iterator[dict[str, Any]]:
    """The rows of a table as dicts."""
    for batch in fetched(table).to_batches(_AT_A_TIME):
        yield from batch.to_pylist()


def tuples(table: ir.Table) -> Iterator[tuple[Any, ...]]:
    """The rows of a table without times, fast: there may be some hundred thousand."""
    engine = table.get_backend()
    if engine.name == _OWN:
        return iter(engine.con.sql(engine.compile(table)).fetchall())
    return zip(*(column.to_pylist() for column in fetched(table).columns), strict=True)


def rows_in(table: ir.Table) -> Iterator[AnswerRow]:
    """The rows of a table that has the log's columns."""
    return columns.rows_of(fetched(table).select(columns.SCHEMA.names).cast(columns.SCHEMA))


def small(engine: BaseBackend, rows: Iterable[Mapping[str, object]], types: Mapping[str, str]) -> ir.Table:
    """A table of *rows*, for joining, its columns with these types of Ibis."""
    found, schema = list(rows), ibis.schema(types)
    if engine.name == _OWN:
        return _small(engine, found, schema)
    made = ibis.memtable(pa.Table.from_pylist([dict(row) for row in found], schema=schema.to_pyarrow()))
    engine.to_pyarrow(made.limit(0))  # Spark's `cache` takes no table in memory that it has not met
    return made


def _small(engine: BaseBackend, rows: Sequence[Mapping[str, object]], schema: ibis.Schema) -> ir.Table:
    """A table of its own, for DuckDB takes one in memory for large, and joins it the wrong way round.

    A table of Arrow would import pandas, as it is made and as Ibis takes it.
    """
    name = ibis.util.gen_name("small")
    types = {column: engine.compiler.type_mapper.to_string(type_) for column, type_ in schema.items()}
    columns = ", ".join(f"unnest(?::{type_}[]) as {column}" for column, type_ in types.items())
    cells = [[row[column] for row in rows] for column in schema]
    engine.raw_sql(f"create temp table {name} as select {columns}", parameters=cells)
    return engine.table(name, database=("temp", "main"))


def keys(engine: BaseBackend, found: Iterable[Sequence[str]], names: Sequence[str]) -> ir.Table:
    """A table of keys whose columns are strings."""
    rows = (dict(zip(names, key, strict=True)) for key in found)
    return small(engine, rows, dict.fromkeys(names, "string"))
