"""The files in which a cache is kept: whose they are, whether they are whole, and how many."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from quizmill.check import store
from quizmill.check.store import FileStore

on_unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell who may write")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def kept(cache: Path, tmp_path: Path) -> FileStore:
    return FileStore(cache, tmp_path / "bank")


def test_what_is_kept_comes_back_and_nothing_else(kept, cache, tmp_path):
    kept["all"] = b"one"
    kept["all"] = b"two"

    assert kept.get("all") == FileStore(cache, tmp_path / "bank").get("all") == b"two"
    assert kept.get("places") is None
    assert FileStore(cache, tmp_path / "other").get("all") is None


@on_unix
def test_it_is_for_this_user_alone_and_leaves_nothing_half_written(kept, cache):
    kept["all"] = b"one"
    (file,) = cache.iterdir()

    assert (cache.stat().st_mode & 0o777, file.stat().st_mode & 0o777) == (0o700, 0o600)


@on_unix
@pytest.mark.parametrize("which", ["the folder", "the file"])
def test_what_another_user_could_have_written_is_passed_over(kept, cache, which):
    kept["all"] = b"one"
    (file,) = cache.iterdir()
    path = cache if which == "the folder" else file
    path.chmod(path.stat().st_mode | 0o020)

    assert kept.get("all") is None


@pytest.mark.parametrize("damage", [lambda data: data[:-1], lambda data: b"", lambda data: data + b"x"])
def test_a_damaged_file_is_passed_over(kept, cache, damage):
    kept["all"] = b"one"
    (file,) = cache.iterdir()
    file.write_bytes(damage(file.read_bytes()))

    assert kept.get("all") is None


def test_what_other_rules_wrote_is_passed_over(kept, monkeypatch):
    kept["all"] = b"one"
    monkeypatch.setattr(store, "program", lambda: b"another")

    assert kept.get("all") is None


def test_the_program_is_told_by_every_file_that_judges(monkeypatch, tmp_path):
    for package in ("words", "bank", "compose", "grade", "check"):
        (tmp_path / package / "rules").mkdir(parents=True)
    monkeypatch.setattr(store, "_PACKAGE", tmp_path)
    told = {store.program.__wrapped__()}
    for file in (
        "check/rules/clang.py",
        "check/run.py",
        "bank/a.py",
        "words/en.toml",
        "grade/a.py",
        "errors.py",
    ):
        (tmp_path / file).write_text("one")
        told.add(store.program.__wrapped__())
        (tmp_path / file).write_text("two")
        told.add(store.program.__wrapped__())

    monkeypatch.setattr(sys, "version", "3.99")  # in which other letters may be one when folded
    told.add(store.program.__wrapped__())

    assert len(told) == 14


def test_the_oldest_go_when_there_are_too_many(cache, tmp_path, monkeypatch):
    monkeypatch.setattr(store, "MOST", 60)
    shelves = [FileStore(cache, tmp_path / name) for name in "abc"]
    for age, each in zip((30, 20, 10), shelves, strict=True):
        each["all"] = b"x" * 8
        newest = max(cache.iterdir(), key=lambda path: path.stat().st_mtime)
        os.utime(newest, (newest.stat().st_mtime - age,) * 2)

    assert [each.get("all") for each in shelves] == [None, b"x" * 8, b"x" * 8]


def test_so_does_what_a_killed_program_left_half_written(kept, cache, monkeypatch):
    monkeypatch.setattr(store, "MOST", 60)
    cache.mkdir(mode=0o700)
    left = cache / "0123456789ab.tmp"
    left.write_bytes(b"x" * 50)
    os.utime(left, (1_000_000_000, 1_000_000_000))
    kept["all"] = b"one"

    assert not left.exists()
    assert kept.get("all") == b"one"


def test_what_alone_would_fill_it_is_not_kept(kept, cache, monkeypatch):
    monkeypatch.setattr(store, "MOST", 4)
    kept["all"] = b"long enough"

    assert kept.get("all") is None
    assert not cache.exists()


def test_a_folder_that_cannot_be_made_keeps_nothing(tmp_path):
    (tmp_path / "file").write_text("")
    kept = FileStore(tmp_path / "file", tmp_path)
    kept["all"] = b"one"

    assert kept.get("all") is None
