"""How long a large history takes: `python tests/bench/bench_history.py [ANSWERS]` prints figures, no more.

A history of 200,000 answers to the questions of the shipped bank is made as a learner's years would make it,
then opened and summarised, in a process of its own each time: by the queries alone, also for a bank that had
another namespace then, and by the whole command `quizmill stats`, with `python -c "import click"` beside it.

The aim: opened and summarised in under 1 second.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

ANSWERS = 200_000
SOURCES = Path(__file__).parents[2] / "src"
sys.path.insert(0, str(SOURCES))

from quizmill.bank.default import shipped_bank  # noqa: E402
from quizmill.bank.load import load_bank  # noqa: E402
from quizmill.study.history.store import History, open_for_writing  # noqa: E402

QUERIES = """
import json, sys, time
from pathlib import Path
namespace, written = sys.argv[2], json.load(sys.stdin)
began = time.perf_counter()
from quizmill.study.history import queries
from quizmill.study.history.naming import Naming
from quizmill.study.history.store import open_for_reading
history, bank = open_for_reading(Path(sys.argv[1])), Naming(namespace, {(was, id): id for was, id in written})
each = [queries.records(history, bank), queries.days(history, bank),
        queries.schedules(history, bank, 800_000), queries.retained(history, bank)]
print(time.perf_counter() - began)
"""


def main() -> None:
    """Make the history, then measure."""
    answers = int(sys.argv[1]) if len(sys.argv) > 1 else ANSWERS
    bank = load_bank(shipped_bank()).bank
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "history.db"
        questions = [question.id for _, question in bank.questions()]
        fill(path, bank.namespace, questions, answers)
        written = json.dumps([(bank.namespace, id) for id in questions])
        print(f"{answers:,} answers, {path.stat().st_size / 2**20:.0f} MB")
        summarise = ("-c", QUERIES, str(path))
        told("opened and summarised", lambda: float(run(*summarise, bank.namespace, typed="[]")))
        told("… for a bank that was renamed", lambda: float(run(*summarise, "renamed", typed=written)))
        told(
            "quizmill stats, the whole process",
            lambda: timed("-m", "quizmill", "stats", "--history", str(path)),
        )
        told(
            "quizmill review, the whole process",
            lambda: timed("-m", "quizmill", "review", "--plain", "--history", str(path)),
        )
        told('python -c "import click"', lambda: timed("-c", "import click"))
        told("an answer kept", lambda: kept(path))


def kept(path: Path) -> float:
    """The median of twenty answers in seconds, each on the disk before the next: that is waited for."""
    with open_for_writing(path) as history:
        return statistics.median(one(history, number) for number in range(20))


def one(history: History, number: int) -> float:
    began = time.perf_counter()
    with history.writing():
        history.insert(
            "INSERT INTO event (sitting, number, at, day, seconds, elapsed, done, action, place, namespace) "
            "VALUES (1, 1 + (SELECT max(number) FROM event WHERE sitting = 1), ?, 1, 0, 0, 0, '{}', '', '')",
            (number,),
        )
    return time.perf_counter() - began


def fill(path: Path, namespace: str, questions: list[str], answers: int) -> None:
    """Rows as `study.history.log` writes them, 50 answers a sitting, a sitting a day."""
    chance = Random(1)
    open_for_writing(path).close()
    first = 739_000
    with contextlib.closing(sqlite3.connect(path)) as db, db:
        db.executemany(
            "INSERT INTO sitting (id, key, began, namespace, bank, place, seed, questions, start) "
            "VALUES (?1, ?1, 0, ?2, '/bank', 'practice', 1, 50, x'00')",
            ((id, namespace) for id in range(1, answers // 50 + 2)),
        )
        columns = [row[1] for row in db.execute("PRAGMA table_info(event)")]
        marks = ", ".join(f":{column}" for column in columns)
        db.executemany(
            f"INSERT INTO event VALUES ({marks})",
            (
                row(columns, i, namespace, chance.choice(questions), first + i // 50, chance)
                for i in range(answers)
            ),
        )


def row(
    columns: list[str], i: int, namespace: str, question: str, day: int, chance: Random
) -> dict[str, object]:
    """One answer; every fiftieth supersedes the one before it."""
    right = chance.random() < 0.8
    values: dict[str, object] = dict.fromkeys(columns)
    values.update(
        id=i + 1,
        sitting=i // 50 + 1,
        number=i % 50 + 1,
        at=1_700_000_000_000 + i * 30_000,
        day=day,
        seconds=12.5,
        elapsed=12.5 * (i % 50),
        done=int(i % 50 == 49),
        action='{"type":"Give","text":"a","response":{"type":"Choice","picks":[0]}}',
        place="practice",
        namespace=namespace,
        question=question,
        digest="0123456789abcdef",
        supersedes=i if i % 50 == 49 else None,
        text="a",
        response='{"type":"Choice","picks":[0]}',
        verdict="right" if right else "wrong",
        earned=float(right),
        possible=1.0,
        appealed=0,
        hinted=0,
        rating=(3 if right else 1) if chance.random() < 0.5 else None,
        stability=10.0,
        difficulty=5.0,
        due=day + 10,
        last=day,
    )
    return values


def told(what: str, measure) -> None:
    """The best of five, in seconds."""
    print(f"{what:36} {min(measure() for _ in range(5)):6.3f} s")


def timed(*arguments: str) -> float:
    """How long that takes, as whoever types it sees it."""
    began = time.perf_counter()
    run(*arguments)
    return time.perf_counter() - began


def run(*arguments: str, typed: str = "") -> str:
    """What Python prints when called so."""
    environment = {**os.environ, "PYTHONPATH": str(SOURCES)}
    done = subprocess.run(
        [sys.executable, *arguments],
        env=environment,
        input=typed,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout


if __name__ == "__main__":
    main()
