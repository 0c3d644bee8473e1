"""Spark's summary of a log is DuckDB's; skipped where pyspark or Java is not here.

As many answers as `QUIZMILL_SPARK_ANSWERS` says, 10,000 unless it does.
"""

from __future__ import annotations

import os
import random
import shutil

import pytest

from answered import row
from differences import differences
from quizmill.analysis.answer import AnswerRow
from quizmill.analysis.engine.database import database
from quizmill.analysis.engine.engine_summary import engine_summary
from quizmill.analysis.log.batch import batch_of
from quizmill.grade.marking import Verdict

ANSWERS = int(os.environ.get("QUIZMILL_SPARK_ANSWERS", "10000"))
ASKED = 20
# What starts soon and translates no further than a minute pays: half the processor's time.
SOON = (
    "--master local[2] --conf spark.ui.enabled=false "
    '--driver-java-options "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC" pyspark-shell'
)

pytestmark = [
    pytest.mark.proof,
    pytest.mark.skipif(not shutil.which("java"), reason="java is not here, which Spark needs"),
    pytest.mark.filterwarnings("ignore"),  # pyspark's own
]


def sat(seed: int) -> list[AnswerRow]:
    """Tests of which some end early, some are repeated, and practice with repetitions."""
    chance = random.Random(seed)
    rows: list[AnswerRow] = []
    while len(rows) < ANSWERS:
        student, ability = f"{len(rows):016x}", chance.random()
        test = chance.randrange(4)
        place = chance.choice(["exam", "paper", "review"])
        last = chance.choice([ASKED, ASKED, ASKED, ASKED - 3])
        for at in range(1, ASKED + 1):
            right = chance.random() < 0.25 + 0.7 * ability
            fields = {
                "verdict": Verdict.SKIPPED if at > last else Verdict.RIGHT if right else Verdict.WRONG,
                "earned": float(right and at <= last),
                "chosen": () if at > last else (0 if right else chance.randrange(1, 4),),
                "seconds": chance.choice([None, chance.uniform(1, 90)]),
            }
            when = 1_796_061_600_000 + at * 1000
            told = fields | {"place": place, "paper": f"paper {test}", "number": at}
            rows.append(row(student, f"q{test}-{at}", answered=when, **told))
            if place == "review" and chance.random() < 0.2:
                rows.append(row(student, f"q{test}-{at}", answered=when + 500, attempt=2, **told))
    return rows


def test_spark_sums_as_duckdb_does(tmp_path, monkeypatch):
    monkeypatch.setenv("PYSPARK_SUBMIT_ARGS", SOON)
    pytest.importorskip("pyspark", reason="pyspark is not here: pip install 'ibis-framework[pyspark]'")
    path = tmp_path / "batch.parquet"
    path.write_bytes(batch_of(sat(7), "key").saved())
    spark = database("pyspark://?spark.sql.shuffle.partitions=2")

    here, there = (engine_summary(engine.read_parquet(str(path))) for engine in (database(), spark))

    assert here.answers >= ANSWERS
    assert not differences(here, there)
