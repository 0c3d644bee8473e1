"""The summary of a log by a database, the same as plain Python's."""

from __future__ import annotations

import ibis.expr.types as ir

from quizmill.analysis.engine.extent import extent
from quizmill.analysis.engine.log_sums import LogSums
from quizmill.analysis.summary import Summary, in_order


def engine_summary(table: ir.Table) -> Summary:
    """What `analysis.summary.summary` gives of the rows of *table*, sums to nine digits."""
    sums = LogSums(table)
    return Summary(**extent(table)._asdict(), items=sums.items(), tests=in_order(sums.tests()))
