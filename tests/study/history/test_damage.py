"""A history with something in it that nobody wrote, or that something happens to while it is in use."""

from __future__ import annotations

import datetime
import os
import re
import shutil
from pathlib import Path

import pytest

from quizmill.study.history import export, queries
from quizmill.study.history.naming import Naming
from quizmill.study.history.store import (
    History,
    HistoryLost,
    HistoryUnwritable,
    open_for_reading,
    open_for_writing,
)
from quizmill.study.history.unfinished import last_unfinished, unfinished
from quizmill.study.sitting import Stop

BANK = Naming("tea-and-sea")
TODAY = datetime.date(2026, 11, 20).toordinal()


def read_all(history: History) -> None:
    """Everything that a command reads."""
    queries.schedules(history, BANK, TODAY)
    queries.records(history, BANK)
    queries.days(history, BANK)
    queries.retained(history, BANK)
    queries.last_time(history, BANK, ["tea-plant"], None)
    list(export.lines(history))
    id = last_unfinished(history, BANK, ("practice",))
    unfinished(history, id)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("UPDATE event SET due = 1000000000000000000", "Expected `int` <= 2000000 - at `$[0][3]`"),
        ("UPDATE event SET due = -1", "Expected `int` >= 1 - at `$[0][3]`"),
        ("UPDATE event SET last = NULL", "Expected `int`, got `null` - at `$[0][4]`"),
        ("UPDATE event SET stability = 9e999", "Expected `float` <= 1000000000.0 - at `$[0][1]`"),
        ("UPDATE event SET day = 0", "Expected `int` >= 1 - at `$[0][0]`"),
        ("UPDATE event SET at = 9223372036854775807", "Expected `int` <= 100000000000000 - at `$[0][1]`"),
        ("UPDATE event SET question = ''", "Expected `str` matching regex"),
        ("UPDATE event SET possible = -1e300", "Expected `float` >= 0.0"),
        ("UPDATE event SET elapsed = -1", "Expected `float` >= 0.0 - at `$[0][1]`"),
        ("UPDATE sitting SET began = 9223372036854775807", "Expected `int` <= 100000000000000"),
        ("UPDATE event SET text = CAST(x'ff' AS TEXT)", "Could not decode to UTF-8 column 'text'"),
        ("UPDATE event SET action = 'no JSON'", "malformed JSON"),
        ("DROP VIEW marked", "no such table: marked"),
    ],
)
def test_a_row_that_cannot_be_is_damage_and_said_so(learner, change: str, said: str):
    learner.sit()
    learner.give("a")
    learner.db.execute(change)
    with pytest.raises(HistoryLost) as caught:
        read_all(learner.history)

    assert str(caught.value).startswith(f"{learner.path}: this history cannot be used: it is damaged")
    assert said in str(caught.value)
    assert re.search(r"a copy is at .*history\.db\.copy-\d{8}-\d{6}\.", str(caught.value))


@pytest.mark.parametrize("opened", [open_for_writing, open_for_reading])
def test_a_byte_that_is_no_text_in_the_names_of_the_tables_is_damage(tmp_path: Path, opened):
    path = tmp_path / "history.db"
    open_for_writing(path).close()
    whole = path.read_bytes()
    path.write_bytes(
        whole.replace(b"CREATE TABLE event", b"CREATE TABLE \xe9vent").replace(
            b'CREATE TABLE "event"', b'CREATE TABLE "\xe9vent"'
        )
    )
    assert path.read_bytes() != whole
    with pytest.raises(HistoryLost, match=r"it is damaged, or no history at all .* a copy is at"):
        opened(path)


def test_a_sitting_nothing_was_done_in_is_none_to_go_on_with(learner):
    learner.sit()
    learner.give("a")
    learner.db.execute("DELETE FROM event")

    assert last_unfinished(learner.history, BANK, ("practice",)) is None


@pytest.mark.parametrize("replaced", [False, True])
@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a file in its place while it is open")
def test_a_history_that_is_taken_away_while_a_quiz_runs_is_not_added_to(learner, replaced: bool):
    learner.sit()
    learner.give("a")
    aside = learner.path.rename(learner.path.with_name("aside.db"))
    if replaced:
        shutil.copy(aside, learner.path)
    with pytest.raises(HistoryUnwritable) as caught:
        learner.give("a,b")

    assert str(caught.value) == (
        f"{learner.path}: another program has removed or replaced this history while it was in use"
    )
    aside.replace(learner.path)
    learner.give("f")
    assert [text for (text,) in learner.rows("text")] == ["a", "a,b", "f"]


def test_a_reader_that_stops_half_way_keeps_nobody_from_answering(learner, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(export, "_AT_A_TIME", 2)
    learner.sit()
    learner.give("a", "a,b", "f")
    with open_for_reading(learner.path) as reader:
        lines = export.lines(reader)
        first = next(lines)
        learner.give("Cutty Sark")

        assert [first.question, *(line.question for line in lines)] == [
            "tea-plant",
            "tea-true",
            "tea-herbs",
            "ship-name",
        ]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
@pytest.mark.parametrize("logged", [False, True])
def test_a_history_where_nothing_can_be_written_is_read_to_its_last_answer(learner, logged: bool):
    if logged:  # as version 1 left it
        learner.db.execute("PRAGMA journal_mode=WAL")
    learner.sit()
    learner.give("a", "a,b")
    store = learner.path.parent / "store"
    store.mkdir()
    for part in learner.path.parent.glob("history.db*"):
        if not part.name.endswith("-shm"):
            shutil.copy(part, store)
    store.chmod(0o500)
    with open_for_reading(store / "history.db") as history:
        assert [line.answer for line in export.lines(history)] == ["a", "a,b"]
    store.chmod(0o700)


def test_a_backup_copied_over_the_history_while_a_quiz_runs_takes_no_answers_of_it(learner):
    learner.sit()
    learner.give("b")
    learner.session.act(Stop())
    backup = learner.path.read_bytes()
    learner.sit()
    learner.give("b")
    with learner.path.open("r+b") as file:  # as `cp backup.db history.db` does: the same file, other content
        file.write(backup)
        file.truncate()

    with pytest.raises(HistoryUnwritable) as told:
        learner.give("a")
    assert str(told.value) == (
        f"{learner.path}: another file was copied over it while the quiz ran, and this sitting is not in it"
    )
    assert learner.path.read_bytes() == backup
