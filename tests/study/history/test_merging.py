"""The histories of two machines become one: nothing lost, nothing doubled, whichever way it is done."""

from __future__ import annotations

import datetime
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizmill.compose.paper import Paper
from quizmill.grade import Choice
from quizmill.study import memory
from quizmill.study.history import export, queries
from quizmill.study.history.lasting import flagged, suspended
from quizmill.study.history.merging import Merged, merge
from quizmill.study.history.naming import Naming
from quizmill.study.history.store import open_for_reading, open_for_writing
from quizmill.study.history.unfinished import last_unfinished, unfinished
from quizmill.study.session import Session
from quizmill.study.sitting import Flag, Give, Skip, Suspend, Undo

ROOT = Path(__file__).parents[3]
BANK = Naming("tea-and-sea")
TODAY = datetime.date(2026, 11, 20).toordinal()
DAY = datetime.timedelta(days=1)


def merged(into: Path, other: Path, now: datetime.datetime) -> Merged:
    with open_for_writing(into) as history, open_for_reading(other) as found:
        history.insert("PRAGMA synchronous=OFF")
        return merge(history, found, now=now, reschedule=memory.after)


def answers(path: Path) -> list[tuple[object, ...]]:
    """All that was ever done about a question, whatever the file calls its rows."""
    db = sqlite3.connect(path)
    found = db.execute(
        "SELECT at, number, event.namespace, question, action, text, verdict, rating, "
        "(SELECT later.at FROM event AS later WHERE later.supersedes = event.id) "
        "FROM event WHERE place != 'merge' ORDER BY 1, 2, 5"
    ).fetchall()
    db.close()
    return found


def known(path: Path, now: datetime.datetime, naming: Naming = BANK) -> tuple[object, ...]:
    """What the history tells of the questions."""
    with open_for_reading(path) as history:
        return (
            queries.schedules(history, naming, now.date().toordinal()),
            queries.records(history, naming),
            queries.days(history, naming),
            flagged(history, naming, now),
            suspended(history, naming, now),
        )


@pytest.fixture
def two(begun, tmp_path: Path, paper: Paper):
    """Two learners with copies of one history, in which a sitting was left at its second question."""
    first = begun(tmp_path / "first.db", paper)
    first.sit("review")
    first.give("a")
    shutil.copy(first.path, tmp_path / "second.db")
    second = begun(tmp_path / "second.db", paper)
    second.now = first.now = first.now + DAY
    yield first, second
    first.close()
    second.close()


def go_on(learner) -> None:
    """Take up the sitting that was left."""
    id = last_unfinished(learner.history, BANK, ("review",))
    found = unfinished(learner.history, id)
    learner.sit("review")
    learner.kept = learner.log(learner.kept._start, id)
    learner.session = Session(found.sitting, clock=lambda: learner.now.timestamp(), observers=(learner.keep,))


def test_what_the_other_machine_has_is_brought_once(two):
    first, second = two
    second.sit("review")
    second.give("b", "a,b")
    second.session.act(Flag("ship-name"))

    assert merged(first.path, second.path, first.now) == Merged(sittings=1, answers=2, questions=2)
    assert merged(first.path, second.path, first.now) == Merged(sittings=0, answers=0, questions=0)
    assert answers(first.path) == answers(second.path)
    assert known(first.path, first.now) == known(second.path, first.now)
    assert first.db.execute(
        "SELECT origin, count(*) FROM sitting WHERE place = 'review' GROUP BY 1"
    ).fetchall() == [(None, 1), ("history", 1)]


def test_a_question_answered_on_both_is_scheduled_as_if_all_had_been_done_on_one(two, begun, tmp_path, paper):
    first, second = two
    alone = begun(tmp_path / "alone.db", paper)
    alone.now -= datetime.timedelta(hours=0)
    alone.sit("review")
    alone.give("a")
    for days, line, who in ((2, "a", first), (5, "b", second), (3, "a", first)):
        for each in (first, second, alone):
            each.now += DAY * days
        alone.now = who.now
        for each in (who, alone):
            each.sit("review")
            each.give(line)
    merged(first.path, second.path, first.now)

    assert known(first.path, first.now)[0] == known(alone.path, first.now)[0]
    alone.close()


def test_a_sitting_that_only_went_on_elsewhere_goes_on_here_too(two):
    first, second = two
    go_on(second)
    second.give("a,b")

    assert merged(first.path, second.path, first.now) == Merged(sittings=1, answers=1, questions=1)
    assert first.db.execute("SELECT count(*) FROM sitting WHERE place = 'review'").fetchone() == (1,)
    id = last_unfinished(first.history, BANK, ("review",))
    assert unfinished(first.history, id).sitting.position == 2


def test_a_sitting_that_went_on_in_both_is_there_with_both_its_courses(two):
    first, second = two
    for learner, lines in ((first, ("a",)), (second, ("a,b", "f"))):
        go_on(learner)
        learner.now += datetime.timedelta(minutes=1)
        learner.give(*lines)
    assert merged(first.path, second.path, first.now).answers == 2
    assert merged(second.path, first.path, first.now).answers == 1

    assert answers(first.path) == answers(second.path)
    assert merged(first.path, second.path, first.now) == Merged(sittings=0, answers=0, questions=0)
    second.give("Cutty Sark")
    assert merged(first.path, second.path, first.now).answers == 1
    assert answers(first.path) == answers(second.path)
    keys = [key for (key,) in first.db.execute("SELECT key FROM sitting WHERE place = 'review' ORDER BY id")]
    assert keys[1].startswith(keys[0] + "+")
    id = last_unfinished(first.history, BANK, ("review",))
    assert unfinished(first.history, id).sitting.position == 2


def test_what_was_taken_back_elsewhere_is_taken_back_here(two):
    first, second = two
    go_on(second)
    second.session.act(Undo())
    second.give("b")
    merged(first.path, second.path, first.now)

    assert known(first.path, first.now) == known(second.path, first.now)


def test_an_export_tells_of_it(two):
    first, second = two
    second.sit("review")
    second.give("b")
    merged(first.path, second.path, first.now)
    told = [(line.action, line.place, line.stands) for line in export.lines(first.history)]

    assert told == [("Give", "review", True), ("Give", "review", True), ("Merge", "merge", False)]


@pytest.mark.parametrize("version", [1, 2])
def test_histories_of_different_versions_are_merged(two, version, tmp_path):
    """Each as it is: the older one is brought up to date in memory alone."""
    first, _ = two
    older = Path(__file__).parent / f"version_{version}" / "history.db"
    before = older.read_bytes()
    found = merged(first.path, older, first.now)
    assert (found.sittings, older.read_bytes()) == ({1: 10, 2: 2}[version], before)
    assert merged(first.path, older, first.now).sittings == 0

    copy = Path(shutil.copy(older, tmp_path / "copy.db"))
    open_for_writing(copy).close()
    assert merged(first.path, copy, first.now).sittings == 0
    assert merged(copy, first.path, first.now).answers == 1
    assert answers(copy) == answers(first.path)


KILLED = """
import os, sys
from pathlib import Path
from quizmill.app.history import merge_into
from quizmill.study.history.store import History
insert, count = History.insert, 0
def killing(*arguments):
    global count
    count += 1
    if count == int(sys.argv[3]):
        os.kill(os.getpid(), 9)
    return insert(*arguments)
History.insert = killing
merge_into(Path(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows kills in another way")
@pytest.mark.parametrize("insert", [1, 2, 4, 5])
def test_killed_in_the_middle_it_is_as_if_it_had_not_begun(two, insert):
    first, second = two
    second.sit("review")
    second.give("b", "a,b")
    before = answers(first.path)
    run = [sys.executable, "-c", KILLED, str(first.path), str(second.path), str(insert)]
    killed = subprocess.run(run, env={**os.environ, "PYTHONPATH": str(ROOT / "src")}, timeout=60, check=False)

    assert killed.returncode == -signal.SIGKILL
    assert answers(first.path) == before
    assert merged(first.path, second.path, first.now).answers == 2


DONE = st.lists(st.tuples(st.integers(0, 2), st.sampled_from("rwsufzgn"), st.integers(0, 3)), max_size=12)


def do(learner, what: str, days: int) -> None:
    """Answer right or wrong, skip, undo, flag, set aside, go on with what was left, or begin anew."""
    learner.now += DAY * days + datetime.timedelta(seconds=learner.pace)
    if what == "n":
        learner.sit("review")
    elif what == "g":
        if last_unfinished(learner.history, BANK, ("review",)):
            go_on(learner)
    elif what in "rw":
        exercise = learner.session.sitting.current
        if exercise and exercise.kind in ("multiple_choice", "multiple_response", "true_false"):
            wrong = tuple(i for i in range(len(exercise.options)) if i not in exercise.key)
            learner.session.act(Give(what, Choice(exercise.key if what == "r" else wrong)))
    else:
        action = {"s": Skip(), "u": Undo(), "f": Flag(), "z": Suspend()}[what]
        learner.session.act(action)


@settings(max_examples=15, deadline=None)
@given(before=DONE, after=DONE)
def test_whatever_was_done_merging_loses_and_doubles_nothing(begun, paper, before, after):
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{number}.db" for number in range(3)]
        first = begun(paths[0], paper)
        first.pace = 1
        first.sit("review")
        for _, what, days in before:
            do(first, what, days)
        first.history.close()
        learners = [first]
        for number in (1, 2):
            shutil.copy(paths[0], paths[number])
        first.db.close()
        learners = []
        for number, path in enumerate(paths):
            learner = begun(path, paper)
            learner.now, learner.pace = first.now, (7, 11, 13)[number]
            learner.sit("review")
            learners.append(learner)
        for number, what, days in after:
            do(learners[number], what, days)
        now = max(learner.now for learner in learners) + DAY
        for learner in learners:
            learner.close()

        everything = set().union(*(answers(path) for path in paths))
        for into, other in ((0, 1), (1, 2), (2, 0), (0, 2), (1, 0), (2, 1), (1, 2), (0, 1)):
            merged(paths[into], paths[other], now)
        told = [answers(path) for path in paths]
        assert told[0] == told[1] == told[2]
        assert len(told[0]) == len(set(told[0]))
        assert {row[:7] for row in told[0]} == {row[:7] for row in everything}
        assert known(paths[0], now) == known(paths[1], now) == known(paths[2], now)
        for into in range(3):
            for other in range(3):
                if into != other:
                    assert merged(paths[into], paths[other], now) == Merged(
                        sittings=0, answers=0, questions=0
                    )


@settings(max_examples=15, deadline=None)
@given(done=DONE)
def test_schedules_made_anew_are_those_that_were_made_one_by_one(begun, paper, done):
    with tempfile.TemporaryDirectory() as folder:
        learner = begun(Path(folder) / "here.db", paper)
        learner.pace = 1
        learner.sit("review")
        for _, what, days in done:
            do(learner, what, days)
        learner.close()
        now = learner.now + DAY
        empty = Path(folder) / "empty.db"
        merged(empty, learner.path, now)

        assert known(empty, now) == known(learner.path, now)
