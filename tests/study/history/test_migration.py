"""Histories that earlier versions made.

`version_1` holds a history that version 0.1 made with its own commands (practice with a hint, an appeal and
an undo, an essay, an exam, reviews, cramming, two banks with a question of one id, three sittings left
unfinished), and what 0.1 said of it: `export.jsonl`, `stats.json` for the sample bank on 9 March 2026, and in
`left.json` where the three sittings were left. `version_2` holds a practice and a review of
version 2, and its export then.
"""

from __future__ import annotations

import contextlib
import datetime
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

import samples
from quizmill.study import memory
from quizmill.study.history import export, migration, queries, store
from quizmill.study.history.naming import Naming, naming_of
from quizmill.study.history.store import (
    History,
    HistoryUnwritable,
    open_for_reading,
    open_for_writing,
)
from quizmill.study.history.unfinished import last_unfinished, unfinished
from quizmill.study.progress import HistorySummary, progress

ROOT = Path(__file__).parents[3]
VERSION_1 = Path(__file__).parent / "version_1"
VERSION_2 = Path(__file__).parent / "version_2"
COPY = "history.db.copy-before-version-3"
TODAY = datetime.date(2026, 11, 20).toordinal()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The history of version 0.1, in a folder of its own."""
    (tmp_path / "data").mkdir()
    return Path(shutil.copy(VERSION_1 / "history.db", tmp_path / "data" / "history.db"))


def without_keys(history: History) -> str:
    """The export as those versions wrote it: what tells an event in every file came later."""
    lines = "".join(export.as_jsonl(export.lines(history)))
    return re.sub(r',"key":"[0-9a-f]{32}","number":[0-9]+}$', "}", lines, flags=re.MULTILINE)


OPENED = pytest.mark.parametrize("opened", [open_for_writing, open_for_reading])


@OPENED
def test_every_answer_comes_through_as_it_was(path: Path, opened):
    with opened(path) as history:
        assert without_keys(history) == (VERSION_1 / "export.jsonl").read_text("utf-8")


@OPENED
def test_every_answer_of_version_2_comes_through_as_it_was(tmp_path: Path, opened):
    path = Path(shutil.copy(VERSION_2 / "history.db", tmp_path / "history.db"))
    with opened(path) as history:
        found = without_keys(history)
        version = history.select(tuple[int], "PRAGMA user_version")

    assert found == (VERSION_2 / "export.jsonl").read_text("utf-8")
    assert version == [(migration.VERSION,)]


def test_the_tables_made_of_version_2_are_those_of_a_new_history(tmp_path: Path):
    path = Path(shutil.copy(VERSION_2 / "history.db", tmp_path / "history.db"))
    open_for_writing(path).close()
    open_for_writing(tmp_path / "new.db").close()

    assert tables(path) == tables(tmp_path / "new.db")


@OPENED
def test_schedules_and_sums_come_through_as_they_were(path: Path, tmp_path: Path, opened):
    bank = samples.load(tmp_path).bank
    with opened(path) as history:
        summary = HistorySummary(
            records=queries.records(history, naming_of(bank)),
            days=queries.days(history, naming_of(bank)),
            schedules=queries.schedules(history, naming_of(bank), TODAY),
            retained=queries.retained(history, naming_of(bank)),
        )
    found = progress(bank, summary, datetime.date(2026, 3, 9).toordinal(), memory.recall)

    told = json.loads(msgspec.json.encode(found))
    assert told.pop("suspended") == []  # it came later
    assert told == json.loads((VERSION_1 / "stats.json").read_text("utf-8"))


@OPENED
@pytest.mark.parametrize(
    "left", json.loads((VERSION_1 / "left.json").read_text("utf-8")), ids=lambda x: x["place"]
)
def test_a_sitting_that_was_left_goes_on_where_it_was(path: Path, opened, left: dict):
    with opened(path) as history:
        id = last_unfinished(history, Naming(left["namespace"]), tuple(left["places"]))
        found = unfinished(history, id)
    sitting = found.sitting

    assert left == {
        "namespace": left["namespace"],
        "places": left["places"],
        "id": id,
        "began": found.began.isoformat(),
        "place": found.place,
        "minutes": found.minutes,
        "elapsed": found.elapsed,
        "position": sitting.position,
        "mode": sitting.mode,
        "seed": sitting.paper.seed,
        "questions": [each.id for each in sitting.paper.exercises],
        "options": [list(each.options) for each in sitting.paper.exercises],
        "answers": {id: [a.text, a.mark.verdict, a.mark.earned] for id, a in sitting.answers.items()},
        "passed": sorted(sitting.passed),
        "hinted": sorted(sitting.hinted),
        "flagged": sorted(sitting.flagged),
    }


def test_before_it_is_migrated_a_copy_is_kept_that_version_1_can_read(path: Path):
    before = path.read_bytes()
    open_for_writing(path).close()

    assert sorted(each.name for each in path.parent.iterdir()) == ["history.db", COPY]
    assert (path.parent / COPY).stat().st_mode & 0o777 == 0o600
    with sqlite3.connect(path.parent / COPY) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (1,)
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    db.close()
    assert dump(path.parent / COPY) == dump_of(before, path)


def test_the_tables_are_those_of_a_new_history(path: Path, tmp_path: Path):
    open_for_writing(path).close()
    open_for_writing(tmp_path / "new.db").close()

    assert tables(path) == tables(tmp_path / "new.db")


def test_reading_changes_nothing(path: Path):
    before = path.read_bytes()
    open_for_reading(path).close()

    assert path.read_bytes() == before
    assert not (path.parent / COPY).exists()


def test_what_version_1_had_only_in_its_write_ahead_log_is_migrated_and_in_the_copy(path: Path):
    db = sqlite3.connect(path)
    db.execute("UPDATE sitting SET bank = 'logged'")
    db.commit()
    for ending in ("", "-wal"):  # as a program that was killed leaves it
        shutil.copy(f"{path}{ending}", path.parent / f"left.db{ending}")
    db.close()
    left = path.parent / "left.db"
    with open_for_reading(left) as history:
        assert history.select(tuple[str], "SELECT DISTINCT bank FROM sitting") == [("logged",)]
    with open_for_writing(left) as history:
        assert history.select(tuple[str], "SELECT DISTINCT bank FROM sitting") == [("logged",)]

    assert "logged" in dump(path.parent / "left.db.copy-before-version-3")
    assert not Path(f"{left}-wal").exists()


def test_two_copies_of_a_history_give_their_sittings_the_same_keys(path: Path):
    other = Path(shutil.copy(path, path.parent / "other.db"))
    keys = []
    for each in (path, other):
        with open_for_writing(each) as history:
            keys.append(history.select(tuple[str], "SELECT key FROM sitting ORDER BY id"))

    assert keys[0] == keys[1]
    assert len(set(keys[0])) == 10


def test_a_migration_that_is_tried_again_makes_no_second_copy_of_the_same(path: Path):
    before = path.read_bytes()
    open_for_writing(path).close()
    path.write_bytes(before)
    open_for_writing(path).close()
    assert [each.name for each in path.parent.glob("*copy*")] == [COPY]


def test_a_copy_of_another_history_is_not_written_over(path: Path):
    (path.parent / COPY).write_bytes(b"mine")
    open_for_writing(path).close()

    assert (path.parent / COPY).read_bytes() == b"mine"
    assert dump(path.parent / f"{COPY}-2") == dump(VERSION_1 / "history.db")


def test_a_copy_that_cannot_be_made_leaves_the_history_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch):
    open_at_first = sqlite3.connect

    def full(name, **options):
        if str(name).endswith(".copy-unfinished"):
            raise OSError(28, "No space left on device")
        return open_at_first(name, **options)

    monkeypatch.setattr(migration.sqlite3, "connect", full)
    with pytest.raises(
        HistoryUnwritable,
        match=r"must be brought to version 3, and no copy of it can be made before: No space left on device",
    ):
        open_for_writing(path)
    monkeypatch.undo()

    assert dump(path) == dump(VERSION_1 / "history.db")
    open_for_writing(path).close()


def test_a_disk_that_fills_up_in_the_middle_leaves_the_history_as_it_was(path: Path, monkeypatch):
    connect = store._connect

    def small(path: Path, patience: float | None = None) -> sqlite3.Connection:
        db = connect(path, patience)
        db.execute("PRAGMA max_page_count=1")  # not one more than there are
        return db

    monkeypatch.setattr(store, "_connect", small)
    with pytest.raises(HistoryUnwritable, match=r"cannot be used \(database or disk is full\)"):
        open_for_writing(path)
    monkeypatch.undo()

    assert dump(path) == dump(VERSION_1 / "history.db")


KILLED = """
import os, sys
from pathlib import Path
from quizmill.study.history import migration
from quizmill.study.history.store import open_for_writing
statements = migration._statements
def killing(script):
    for number, each in enumerate(statements(script)):
        if number == int(sys.argv[2]):
            os.kill(os.getpid(), 9)
        yield each
migration._statements = killing
open_for_writing(Path(sys.argv[1]))
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows kills in another way")
@pytest.mark.parametrize("statement", [0, 3, 6, 10])
def test_killed_in_the_middle_it_is_as_if_it_had_not_begun(path: Path, statement: int):
    assert run(KILLED, path, str(statement)).wait(timeout=60) == -signal.SIGKILL
    assert dump(path) == dump(VERSION_1 / "history.db")

    test_every_answer_comes_through_as_it_was(path, open_for_writing)
    assert [each.name for each in path.parent.glob("*copy*")] == [COPY]


OPEN = """
import sys
from pathlib import Path
from quizmill.study.history.store import open_for_writing
open_for_writing(Path(sys.argv[1]))
"""


def test_processes_that_migrate_at_once_lose_nothing(path: Path):
    running = [run(OPEN, path) for _ in range(4)]

    assert [each.wait(timeout=60) for each in running] == [0, 0, 0, 0]
    test_every_answer_comes_through_as_it_was(path, open_for_writing)
    assert [each.name for each in path.parent.glob("*copy*")] == [COPY]


def test_while_an_older_program_has_it_open_it_is_left_alone(path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(migration, "PATIENCE", 0.1)
    older = sqlite3.connect(path)
    older.execute("SELECT * FROM sitting").fetchall()
    with pytest.raises(HistoryUnwritable, match="an older quizmill has it open; end that, then try again"):
        open_for_writing(path)
    older.close()

    assert dump(path) == dump(VERSION_1 / "history.db")


def test_an_older_program_that_comes_in_between_leaves_no_write_ahead_log_for_good(path: Path, monkeypatch):
    """It opens the file after its log was ended, before it is migrated, and begins another."""
    older = []

    def ended(path: Path) -> None:
        migration.end_write_ahead_log(path)
        older.append(sqlite3.connect(path))
        older[0].execute("PRAGMA journal_mode=WAL")

    monkeypatch.setattr(store, "end_write_ahead_log", ended)
    monkeypatch.setattr(store, "_PATIENCE", 0.1)
    monkeypatch.setattr(store, "PATIENCE", 0.1)
    open_for_writing(path).close()
    older[0].close()
    with open_for_writing(path):
        assert sorted(each.name for each in path.parent.iterdir()) == ["history.db", COPY]

    test_every_answer_comes_through_as_it_was(path, open_for_writing)


def test_what_is_brought_from_elsewhere_twice_is_there_once(path: Path):
    """Another machine's sittings, a page that was handed in, a review log: each knows its own key."""
    with open_for_writing(path) as history:
        for _ in range(2):
            with history.writing():
                history.insert(
                    "INSERT OR IGNORE INTO sitting (key, origin, began, namespace, bank, place) "
                    "VALUES ('page 1f', 'page', 0, 'tea-and-sea', '', 'page')"
                )
                history.insert(
                    "INSERT OR IGNORE INTO event "
                    "(sitting, number, at, day, seconds, elapsed, done, action, place, namespace) "
                    "SELECT id, 1, 0, 1, 0, 0, 1, '{}', place, namespace FROM sitting WHERE key = 'page 1f'"
                )
                history.insert(
                    "INSERT OR IGNORE INTO suspension (at, namespace, question, suspended, reason) "
                    "VALUES (7, 'tea-and-sea', 'tea-plant', 1, 'leech')"
                )
        assert counts(history) == (11, 39, 1)
        assert last_unfinished(history, Naming("tea-and-sea"), ("page",)) is None


def counts(history: History) -> tuple[int, ...]:
    return tuple(
        history.select(tuple[int], f"SELECT count(*) FROM {table}")[0][0]
        for table in ("sitting", "event", "suspension")
    )


def run(script: str, path: Path, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", script, str(path), *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )


def dump(path: Path) -> str:
    """Everything in the database, as SQL."""
    db = sqlite3.connect(path)
    text = "\n".join(db.iterdump())
    db.close()
    return text


def dump_of(data: bytes, path: Path) -> str:
    path.with_name("before.db").write_bytes(data)
    return dump(path.with_name("before.db"))


def tables(path: Path) -> list[tuple[str, str]]:
    db = sqlite3.connect(path)
    found = db.execute("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall()
    db.close()
    return found


@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_file_that_another_terminal_is_making_is_new_or_made(tmp_path: Path, at: int):
    """It is made before the first thing that is asked about it, the second, the third."""
    path = tmp_path / "history.db"
    asked = 0

    def made_meanwhile(_: str) -> None:
        nonlocal asked
        asked += 1
        if asked == at:
            other = sqlite3.connect(path, timeout=0, isolation_level=None)
            with contextlib.closing(other), contextlib.suppress(sqlite3.OperationalError):  # it has to wait
                migration.bring_up_to_date(other, path)

    with contextlib.closing(sqlite3.connect(path)) as db:
        db.set_trace_callback(made_meanwhile)
        version = migration.version_of(db, path)

    assert version in (0, migration.VERSION)
