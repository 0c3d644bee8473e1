"""The committed exports are what the shipped bank gives today: a teacher who takes them gets this bank."""

from __future__ import annotations

import io
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from printed import Printed
from quizmill.bank.default import shipped_bank
from quizmill.bank.load import load_bank
from web_pages import unpacked

ROOT = Path(__file__).parents[2]
COMMITTED = ROOT / "exports"
STALE = "the exports are not those of this bank: run `quizmill build` and commit exports/"


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """Over the deck that is committed: a release after it in which nothing has changed is the same."""
    folder = tmp_path_factory.mktemp("exports")
    (deck,) = COMMITTED.glob("*.apkg")
    shutil.copy(deck, folder)
    command = [sys.executable, "-m", "quizmill", "build", "-o", str(folder)]
    made = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300, check=False)
    assert made.returncode == 0, made.stderr
    return folder


def files_in(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def rows_of(deck: Path) -> dict[str, list[tuple]]:
    """Every row of every table: what an importer reads, whatever zlib or SQLite packed it."""
    with zipfile.ZipFile(io.BytesIO(deck.read_bytes())) as package:
        data = package.read("collection.anki2")
    connection = sqlite3.connect(":memory:")
    connection.deserialize(data)
    tables = [name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")]
    return {
        table: connection.execute(f"select * from {table} order by 1").fetchall()
        for table in tables
        if table != "sqlite_stat1"
    }


def test_the_same_files_are_there(built):
    assert files_in(COMMITTED) == files_in(built), STALE


def test_there_is_one_deck_a_worksheet_with_key_for_each_topic_and_what_is_for_the_whole_bank():
    bank = load_bank(shipped_bank()).bank
    sheets = {f"worksheets/{t.id}{end}" for t in bank.topics for end in (".pdf", "-key.pdf", ".json")}
    whole = {"flashcards.pdf", "study-sheets.pdf", "discussion-guide.pdf", "quiz.html"}
    assert files_in(COMMITTED) == {f"{bank.namespace}.apkg"} | sheets | whole


def test_the_deck_has_the_same_rows(built):
    (deck,) = built.glob("*.apkg")
    assert rows_of(COMMITTED / deck.name) == rows_of(deck), STALE


def test_the_papers_are_the_same(built):
    for path in built.glob("worksheets/*.json"):
        assert (COMMITTED / "worksheets" / path.name).read_bytes() == path.read_bytes(), STALE


def test_the_pages_read_the_same(built):
    for path in built.rglob("*.pdf"):
        there = Printed((COMMITTED / path.relative_to(built)).read_bytes())
        assert there.pages == Printed(path.read_bytes()).pages, STALE


def test_the_quiz_page_has_the_same_parts(built):
    """Whatever zlib packed it."""
    there, here = ((folder / "quiz.html").read_text("utf-8") for folder in (COMMITTED, built))
    assert unpacked(there) == unpacked(here), STALE
    assert len(here) < 250_000
