"""A history file that is not what it should be is never overwritten."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from quizmill.study.history import failure
from quizmill.study.history.store import (
    HistoryLost,
    HistoryUnwritable,
    open_for_reading,
    open_for_writing,
)

ROOT = Path(__file__).parents[3]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.db"


def test_a_new_history_is_one_file_of_version_3_that_waits_for_the_disk(path: Path):
    history = open_for_writing(path)

    assert history.select(tuple[int], "PRAGMA user_version") == [(3,)]
    assert history.select(tuple[str], "PRAGMA journal_mode") == [("delete",)]
    assert history.select(tuple[int], "PRAGMA synchronous") == [(3,)]
    assert list(path.parent.iterdir()) == [path]
    history.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such bits")
def test_a_history_and_missing_folders_are_made_for_the_learner_alone(tmp_path: Path):
    db = open_for_writing(tmp_path / "deep" / "er" / "history.db")
    made = {each.name: each.stat().st_mode & 0o777 for each in (tmp_path / "deep" / "er").iterdir()}
    db.close()

    assert (tmp_path / "deep" / "er").stat().st_mode & 0o777 == 0o700
    assert made == {"history.db": 0o600}


def test_reading_makes_no_file(path: Path):
    assert open_for_reading(path) is None
    assert not path.exists()


@pytest.mark.parametrize("opened", [open_for_writing, open_for_reading])
@pytest.mark.parametrize(
    "data", [b"This is my diary, not a database.\n" * 40, b"SQLite format 3\x00" + bytes(range(256)) * 64]
)
def test_a_file_that_is_no_database_stays_as_it_is_beside_a_copy(path: Path, opened, data: bytes):
    path.write_bytes(data)
    os.utime(path, (1_700_000_000, 1_700_000_000))
    copy = path.with_name("history.db.copy-20231114-221320")
    with pytest.raises(HistoryLost) as caught:
        opened(path)

    assert str(caught.value).startswith(
        f"{path}: this history cannot be used: it is damaged, or no history at all ("
    )
    assert f"Nothing in it was changed, and a copy is at {copy}." in str(caught.value)
    assert "--history FILE; --history none keeps nothing" in str(caught.value)
    assert (path.read_bytes(), copy.read_bytes()) == (data, data)


def test_a_copy_that_was_broken_off_is_none_and_is_made_the_next_time(path: Path, monkeypatch):
    path.write_bytes(b"no database" * 100)

    def half(of: Path, to: Path) -> None:
        to.write_bytes(of.read_bytes()[:50])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(failure.shutil, "copy2", half)
    with pytest.raises(HistoryLost, match=r"Nothing in it was changed\. Move it away"):
        open_for_writing(path)
    assert list(path.parent.glob("history.db.copy-*")) == []

    monkeypatch.undo()
    with pytest.raises(HistoryLost, match="a copy is at"):
        open_for_writing(path)
    (copy,) = path.parent.glob("history.db.copy-*")
    assert copy.read_bytes() == path.read_bytes()


def test_a_second_try_makes_no_second_copy(path: Path):
    path.write_bytes(b"no database at all, and long enough to be read as one" * 9)
    for _ in range(3):
        with pytest.raises(HistoryLost):
            open_for_writing(path)

    assert len(list(path.parent.glob("history.db.copy-*"))) == 1


def test_a_newer_history_is_left_alone_and_copied(path: Path):
    open_for_writing(path).close()
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version=4")
    db.close()
    before = path.read_bytes()
    with pytest.raises(
        HistoryLost, match="it has version 4, and this quizmill knows versions up to 3; update quizmill"
    ):
        open_for_writing(path)

    assert path.read_bytes() == before
    (copy,) = path.parent.glob("history.db.copy-*")
    assert copy.read_bytes() == before


def test_another_programs_database_is_left_alone(path: Path):
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE mine (x)")
    db.commit()
    db.close()
    before = path.read_bytes()
    with pytest.raises(HistoryLost, match="it is another program's database"):
        open_for_writing(path)

    assert path.read_bytes() == before


def test_a_history_torn_in_the_middle_is_told_and_left_alone(path: Path):
    open_for_writing(path).close()
    torn = path.read_bytes()[:6000]
    path.write_bytes(torn)
    with pytest.raises(HistoryLost, match=r"malformed"):
        open_for_writing(path)

    assert path.read_bytes() == torn


@pytest.mark.parametrize("place", range(40))
def test_damage_anywhere_in_the_structure_is_found_before_anything_is_added(learner, place: int):
    for _ in range(30):
        learner.sit()
        learner.give("a", "a,b", "t")
    learner.close()
    pages = learner.path.stat().st_size // 4096
    data = bytearray(learner.path.read_bytes())
    at = place % pages * 4096 + (100 if place % pages == 0 else 0)
    data[at : at + 40] = bytes([0xA5] * 40)  # the head of a page
    learner.path.write_bytes(data)
    with pytest.raises(HistoryLost, match="damaged"):
        open_for_writing(learner.path)

    assert learner.path.read_bytes() == data


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path):
    tmp_path.chmod(0o500)
    with pytest.raises(HistoryUnwritable, match="the history cannot be used"):
        open_for_writing(tmp_path / "history.db")


def test_a_path_through_a_file_or_to_a_folder_is_named(tmp_path: Path):
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "file" / "history.db", tmp_path):
        with pytest.raises(HistoryUnwritable, match="the history cannot be used"):
            open_for_writing(path)


def test_a_history_that_another_program_holds_is_told_after_a_while(
    path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("quizmill.study.history.store._PATIENCE", 0.05)
    open_for_writing(path).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(HistoryUnwritable, match="database is locked"):
        open_for_writing(path)
    other.close()


MANY = """
import sys
from pathlib import Path
from quizmill.study.history.store import open_for_writing
history = open_for_writing(Path(sys.argv[1]))
for i in range(25):
    with history.writing():
        history.insert(
            "INSERT INTO sitting (key, began, namespace, bank, place) VALUES (?, ?, ?, '', '')",
            (f"{sys.argv[2]} {i}", i, sys.argv[2]),
        )
"""


def test_processes_that_make_and_fill_a_history_at_once_lose_nothing(path: Path):
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    running = [
        subprocess.Popen([sys.executable, "-c", MANY, str(path), name], env=environment) for name in "abcd"
    ]
    assert [each.wait(timeout=60) for each in running] == [0, 0, 0, 0]
    db = sqlite3.connect(path)
    assert db.execute("SELECT namespace, count(*) FROM sitting GROUP BY 1").fetchall() == [
        (name, 25) for name in "abcd"
    ]
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    db.close()
