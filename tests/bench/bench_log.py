"""How long a large log takes: `python tests/bench/bench_log.py [ANSWERS]` prints figures, no more.

A log of a million answers of a district: tests of 40 questions, of which a tenth end two questions early, in
batches as `answers add` writes them. Summed whole by the engine, in a process of its own: every sum of every
item, without the tests' scales. Beside it Polars and SQLite answer less: by question n, facility, correlation
with the rest. What is not installed is told and left out. Wall time is a machine's with nothing else to do.

The aims: a million in under 1.5 seconds, ten million in under 4 seconds and 500 MB.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb
import pyarrow as pa

from quizmill.analysis.log import columns
from quizmill.analysis.log.batch import Batch

ANSWERS = 1_000_000
IN_A_BATCH = 1_000_000

ROWS = """
with r as (select i, i // 40 as sheet, i % 40 as slot, hash(i) % 1000 / 1000.0 as luck,
    hash(i * 7 + 3) % 1000 / 1000.0 as tired from range({start}, {end}) t(i)),
s as (select *, sheet // 10 as student, (sheet * 7) % 50 * 40 + slot as asked from r),
v as (select *, slot >= 38 and tired < 0.1 as tail,
    luck < 0.25 + 0.6 * (hash(student * 31 + 5) % 1000 / 1000.0) - 0.3 * (hash(asked) % 100 / 100.0 - 0.5)
    as known from s)
select make_timestamp_ms(1796061600000 + sheet * 1000000 + slot * 1000) at time zone 'UTC' as answered,
    'district' as namespace, 'question-' || asked as question, lpad(to_hex(hash(asked)), 16, '0') as digest,
    'multiple_choice' as kind, lpad(to_hex(hash(student + 77)), 16, '0') as student,
    'team-' || (student // 30) as team, 'paper-' || (asked // 40) as paper, 'A' as form, slot + 1 as number,
    'exam' as place, 1 as attempt,
    case when tail then [] when known then [0] else [1 + hash(i + 5) % 3] end as chosen, '' as "text",
    case when tail then 'skipped' when known then 'right' else 'wrong' end as verdict,
    case when known and not tail then 1.0 else 0.0 end as earned, 1.0 as possible,
    case when tail then null else 5 + hash(i + 9) % 115 + 0.25 end as seconds, 'history' as source from v
"""

ENGINE = """
from quizmill.analysis.engine.database import database
from quizmill.analysis.engine.log_sums import LogSums
engine = database()
begin()
sums = LogSums(engine.read_parquet(files))
found = sums.items()
assert not sums.odd
"""

POLARS = """
import polars as pl
begin()
rows = pl.scan_parquet(files)
rest = pl.col("earned").sum().over("student", "paper") - pl.col("earned")
rows.select("question", "earned", rest=rest).group_by("question").agg(
    n=pl.len(), facility=pl.col("earned").mean(), r=pl.corr("earned", "rest")).collect(engine="streaming")
"""

SQLITE = """
import sqlite3
from pyarrow import parquet
db = sqlite3.connect(":memory:")
db.execute("create table a (student, paper, question, earned)")
for file in files:
    table = parquet.read_table(file, columns=["student", "paper", "question", "earned"])
    for part in table.to_batches(100_000):
        cells = zip(*(column.to_pylist() for column in part.columns))
        db.executemany("insert into a values (?, ?, ?, ?)", cells)
begin()
db.execute("create table t (student, paper, total, primary key (student, paper)) without rowid")
db.execute("insert into t select student, paper, sum(earned) from a group by 1, 2")
db.execute("select question, count(*), sum(earned), sum(total - earned), sum(earned * (total - earned)), "
    "sum((total - earned) * (total - earned)) from a join t using (student, paper) group by 1").fetchall()
"""

AROUND = """
import json, sys, time
wall, cpu, files = time.monotonic(), time.process_time(), sys.argv[1:]
def begin():
    global began, began_cpu
    began, began_cpu = time.monotonic(), time.process_time()
{code}
end, used = time.monotonic(), time.process_time()
told = dict(line.split(":", 1) for line in open("/proc/self/status"))
peak = int(told["VmHWM"].split()[0]) / 1024
print(json.dumps([end - began, used - began_cpu, end - wall, used - cpu, peak]))
"""


def main() -> None:
    """Makes the log, and has each sum it."""
    answers = int(sys.argv[1]) if len(sys.argv) > 1 else ANSWERS
    with tempfile.TemporaryDirectory() as folder:
        files = write(Path(folder), answers)
        size = sum(file.stat().st_size for file in files)
        print(f"{answers:,} answers in {len(files)} files, {size / 1e6:.0f} MB")
        for name, needed, code in (
            ("engine: all sums", "ibis", ENGINE),
            ("Polars: core query", "polars", POLARS),
            ("SQLite: core query, loaded", "sqlite3", SQLITE),
        ):
            if importlib.util.find_spec(needed) is None:
                print(f"{name}: {needed} is not installed, left out")
            else:
                print(f"{name}: {figures(code, files)}")


def write(folder: Path, answers: int) -> list[Path]:
    """The batches of a log."""
    made = []
    for start in range(0, answers, IN_A_BATCH):
        found = duckdb.sql(ROWS.format(start=start, end=min(answers, start + IN_A_BATCH))).to_arrow_table()
        cells = [found.column(field.name).cast(field.type) for field in columns.SCHEMA]
        batch = Batch(f"{start:016x}", "key", pa.Table.from_arrays(cells, schema=columns.SCHEMA))
        made.append(folder / f"{batch.id}.parquet")
        made[-1].write_bytes(batch.saved())
    return made


def figures(code: str, files: list[Path]) -> str:
    """What one process took."""
    command = [sys.executable, "-W", "ignore", "-c", AROUND.format(code=code), *map(str, files)]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    wall, cpu, whole, whole_cpu, peak = told
    return (
        f"summed in {wall:.2f} s ({cpu:.2f} s of processor), the process {whole:.2f} s "
        f"({whole_cpu:.2f} s), {peak:.0f} MB at most"
    )


if __name__ == "__main__":
    main()
