"""What a log says, summed by an engine: DuckDB here, or another by its URL."""

from __future__ import annotations

from quizmill.analysis import summary
from quizmill.app.answer_log import AnswerLog
from quizmill.errors import BadRequest

FEW = 20_000  # answers that plain Python sums before an engine has begun


def log_summary(log: AnswerLog, engine: str | None = None) -> summary.Summary:
    """The summary of *log*; raises as the log does, and BadRequest where the *engine*'s URL gives none.

    Without a URL DuckDB sums what are not few answers; the result is the same.
    """
    found = log.files()
    if engine is None and sum(each.answers for each in found) <= FEW:
        return summary.summary(log.rows())
    from quizmill.analysis.engine.database import HERE, NoEngine, database
    from quizmill.analysis.engine.engine_summary import engine_summary

    try:
        opened = database(engine or HERE)
    except NoEngine as error:
        raise BadRequest(f"--engine: {error}") from error
    if not found:
        return summary.summary(())
    return engine_summary(opened.read_parquet([str(each.path) for each in found]))
