"""What is kept of a sitting, and what it does to the schedule."""

from __future__ import annotations

import datetime
import sqlite3
from unittest.mock import Mock

import pytest

from quizmill.errors import QuizmillError
from quizmill.grade import Choice, Written
from quizmill.study import memory
from quizmill.study.history import queries
from quizmill.study.history.log import Log, Start
from quizmill.study.history.naming import Naming
from quizmill.study.history.unfinished import last_unfinished, unfinished
from quizmill.study.schedule import Rating
from quizmill.study.session import Session
from quizmill.study.sitting import Appeal, Assess, Back, Flag, Give, GoTo, Skip, Stop, TakeHint, Undo, begin

BANK = Naming("tea-and-sea")
TODAY = datetime.date(2026, 11, 20).toordinal()
GOOD = memory.after(None, Rating.GOOD, TODAY)
AGAIN = memory.after(None, Rating.AGAIN, TODAY)
HARD = memory.after(None, Rating.HARD, TODAY)


def stands(learner) -> list[tuple[object, ...]]:
    return learner.db.execute("SELECT question, text, verdict FROM answer ORDER BY id").fetchall()


def test_every_action_is_a_row_and_every_answer_tells_all_about_itself(learner):
    learner.sit()
    learner.now += datetime.timedelta(seconds=5)
    learner.session.act(TakeHint())
    learner.now += datetime.timedelta(seconds=7)
    learner.give("a")
    learner.session.act(Flag())
    learner.session.act(Stop())

    assert learner.rows("number, action, question, verdict, seconds, elapsed, done") == [
        (1, '{"type":"TakeHint"}', None, None, 5.0, 5.0, 0),
        (
            2,
            '{"type":"Give","text":"a","response":{"type":"Choice","picks":[0]}}',
            "tea-plant",
            "right",
            12.0,
            12.0,
            0,
        ),
        (3, '{"type":"Flag"}', None, None, 0.0, 12.0, 0),
        (4, '{"type":"Stop"}', None, None, 0.0, 12.0, 0),
    ]
    assert learner.rows(
        "at, day, place, namespace, text, response, earned, possible, appealed, hinted, rating"
    )[1] == (
        1763658012000 + 365 * 86_400_000,
        TODAY,
        "practice",
        "tea-and-sea",
        "a",
        '{"type":"Choice","picks":[0]}',
        0.5,
        1.0,
        0,
        1,
        2,
    )


def test_a_sitting_without_a_deed_leaves_no_trace(learner):
    learner.sit()
    learner.session.act(Stop())

    assert learner.db.execute("SELECT count(*) FROM sitting").fetchone() == (0,)


@pytest.mark.parametrize(("line", "schedule"), [("a", GOOD), ("b", AGAIN)])
def test_right_is_good_and_wrong_is_again(learner, line, schedule):
    learner.sit()
    learner.give(line)

    assert queries.schedules(learner.history, BANK, TODAY) == {"tea-plant": schedule}


def test_partly_right_and_right_with_a_hint_are_hard(learner):
    learner.sit()
    learner.session.act(TakeHint())
    learner.give("a", "a")

    assert queries.schedules(learner.history, BANK, TODAY) == {"tea-plant": HARD, "tea-true": HARD}


def test_skipping_schedules_nothing_and_an_essay_only_once_it_is_marked(learner):
    learner.sit()
    learner.session.act(Skip())
    learner.session.act(GoTo(9))
    learner.give("Speed sold.")
    assert queries.schedules(learner.history, BANK, TODAY) == {}

    learner.session.act(Assess("tea-essay", Written("Speed sold.", (True, True))))
    assert queries.schedules(learner.history, BANK, TODAY) == {"tea-essay": GOOD}
    assert stands(learner) == [("tea-essay", "Speed sold.", "right")]


@pytest.mark.parametrize("place", ["exam", "cram"])
def test_exams_and_cramming_leave_the_schedule_alone(learner, place):
    learner.sit()
    learner.give("b")
    learner.now += datetime.timedelta(days=3)
    learner.sit(place)
    learner.give("a", "a,b")

    assert queries.schedules(learner.history, BANK, TODAY) == {"tea-plant": AGAIN}
    assert stands(learner) == [
        ("tea-plant", "b", "wrong"),
        ("tea-plant", "a", "right"),
        ("tea-true", "a,b", "right"),
    ]


def test_only_the_first_answer_of_a_day_schedules(learner):
    for line in ("b", "a", "a"):
        learner.sit()
        learner.give(line)
        learner.now += datetime.timedelta(hours=1)
    assert queries.schedules(learner.history, BANK, TODAY) == {"tea-plant": AGAIN}

    learner.now += datetime.timedelta(days=1)
    learner.sit("review")
    learner.give("a")
    assert queries.schedules(learner.history, BANK, TODAY) == {
        "tea-plant": memory.after(AGAIN, Rating.GOOD, TODAY + 1)
    }
    assert learner.rows("rating") == [(1,), (None,), (None,), (3,)]


def at_the_wrong_time(learner, years: int, *lines: str) -> None:
    """Answers given while the clock is *years* ahead."""
    learner.now += datetime.timedelta(days=365 * years)
    learner.sit("review")
    learner.give(*lines)
    learner.now -= datetime.timedelta(days=365 * years)


def test_what_a_wrong_clock_scheduled_is_rated_again_from_the_schedule_before(learner):
    learner.sit()
    learner.give("a")
    at_the_wrong_time(learner, 5, "b", "a,b")
    learner.now += datetime.timedelta(days=1)
    learner.sit("review")
    learner.give("a", "a")

    assert learner.rows("rating") == [(3,), (1,), (3,), (3,), (2,)]
    assert queries.schedules(learner.history, BANK, TODAY) == {
        "tea-plant": memory.after(GOOD, Rating.GOOD, TODAY + 1),
        "tea-true": memory.after(None, Rating.HARD, TODAY + 1),
    }


def test_what_a_wrong_clock_scheduled_stays_until_an_answer_counts(learner):
    at_the_wrong_time(learner, 5, "a")
    wrong = queries.schedules(learner.history, BANK, TODAY)
    learner.sit("exam")
    learner.give("b")
    assert queries.schedules(learner.history, BANK, TODAY) == wrong

    learner.sit("review")
    learner.give("b")
    assert queries.schedules(learner.history, BANK, TODAY) == {"tea-plant": AGAIN}
    learner.session.act(Undo())
    assert queries.schedules(learner.history, BANK, TODAY) == wrong


def test_a_clock_that_was_slow_for_a_while_takes_no_schedule_away(learner):
    """A computer whose battery is flat may wake up in the year 2000."""
    learner.sit()
    learner.give("a")
    at_the_wrong_time(learner, -26, "b", "a,b")
    learner.now += datetime.timedelta(days=2)

    assert queries.schedules(learner.history, BANK, TODAY + 2)["tea-plant"] == GOOD
    learner.sit("review")
    learner.give("a")
    assert queries.schedules(learner.history, BANK, TODAY + 2)["tea-plant"] == memory.after(
        GOOD, Rating.GOOD, TODAY + 2
    )


def test_the_days_own_schedule_outlives_a_clock_that_was_wrong_for_an_hour(learner):
    learner.sit()
    learner.give("b")
    at_the_wrong_time(learner, 5, "a")
    learner.sit("review")
    learner.give("a")

    assert learner.rows("rating") == [(1,), (3,), (None,)]
    assert queries.schedules(learner.history, BANK, TODAY) == {"tea-plant": AGAIN}


def test_an_evening_that_ends_after_midnight_is_one_day(learner):
    learner.now = datetime.datetime(2026, 11, 20, 23, 50, tzinfo=learner.now.tzinfo)
    learner.sit()
    learner.give("b")
    learner.now += datetime.timedelta(hours=4, minutes=9)  # 3:59
    learner.sit()
    learner.give("a")
    assert learner.rows("day, rating") == [(TODAY, 1), (TODAY, None)]

    learner.now += datetime.timedelta(minutes=1)
    learner.sit()
    learner.give("a")
    assert learner.rows("day, rating")[-1] == (TODAY + 1, 3)


def test_an_answer_taken_back_is_as_if_it_had_not_been(learner):
    learner.sit()
    learner.give("b")
    learner.session.act(Undo())
    assert (stands(learner), queries.schedules(learner.history, BANK, TODAY)) == ([], {})

    learner.give("a")
    assert stands(learner) == [("tea-plant", "a", "right")]
    assert queries.schedules(learner.history, BANK, TODAY) == {"tea-plant": GOOD}


def test_taking_back_brings_the_schedule_of_earlier_days_back(learner):
    learner.sit()
    learner.give("a")
    learner.now += datetime.timedelta(days=3)
    learner.sit("review")
    learner.give("b")
    assert queries.schedules(learner.history, BANK, TODAY) != {"tea-plant": GOOD}

    learner.session.act(Undo())
    assert queries.schedules(learner.history, BANK, TODAY) == {"tea-plant": GOOD}


def test_i_was_right_counts_as_right_and_says_so(learner):
    learner.sit()
    learner.session.act(GoTo(4))
    learner.give("The Sark of Cutty")
    assert queries.schedules(learner.history, BANK, TODAY) == {"ship-name": AGAIN}
    learner.session.act(Appeal("ship-name"))

    assert queries.schedules(learner.history, BANK, TODAY) == {"ship-name": GOOD}
    rows = learner.db.execute("SELECT verdict, appealed, supersedes, rating FROM answer").fetchall()
    assert rows == [("right", 1, 2, 3)]


def test_undo_after_i_was_right_takes_both_back(learner):
    learner.sit()
    learner.session.act(GoTo(4))
    learner.give("The Sark of Cutty")
    learner.session.act(Appeal("ship-name"))
    learner.session.act(Undo())

    assert (stands(learner), queries.schedules(learner.history, BANK, TODAY)) == ([], {})


def test_in_an_exam_a_second_answer_replaces_the_first_and_undo_restores_it(learner):
    learner.sit("exam")
    learner.give("a")
    learner.session.act(Back())
    learner.give("b")
    assert stands(learner) == [("tea-plant", "b", "wrong")]

    learner.session.act(Undo())
    assert stands(learner) == [("tea-plant", "a", "right")]
    learner.session.act(Undo())
    assert stands(learner) == []


def test_in_practice_a_second_answer_stands_beside_the_first_because_the_key_was_shown(learner):
    learner.sit()
    learner.give("b")
    learner.session.act(Back())
    learner.give("a")

    assert stands(learner) == [("tea-plant", "b", "wrong"), ("tea-plant", "a", "right")]
    assert queries.schedules(learner.history, BANK, TODAY) == {"tea-plant": AGAIN}
    learner.session.act(Undo())
    assert stands(learner) == [("tea-plant", "b", "wrong")]
    learner.session.act(Undo())
    assert stands(learner) == []


def test_a_reworded_question_has_another_digest_and_the_same_history(learner, tmp_path):
    import samples
    from quizmill.compose.paper import compose

    learner.sit()
    learner.give("a")
    reworded = samples.TOPIC.replace("From which plant is *every* true tea made?", "Which plant gives tea?")
    bank = samples.load(tmp_path / "next", tea=reworded).bank
    learner.now += datetime.timedelta(days=2)
    learner.sit("review", compose(bank, tuple(bank.questions()), seed=8, order="bank"))
    learner.give("Camellia sinensis")

    rows = learner.rows("question, digest, rating")
    assert [row[0] for row in rows] == ["tea-plant", "tea-plant"]
    assert rows[0][1] != rows[1][1]
    assert queries.schedules(learner.history, BANK, TODAY) == {
        "tea-plant": memory.after(GOOD, Rating.GOOD, TODAY + 2)
    }


def test_two_banks_in_one_history_do_not_mix(learner):
    import msgspec

    learner.sit()
    learner.give("a")
    learner.sit(paper=msgspec.structs.replace(learner.paper, namespace="another"))
    learner.give("b")

    assert queries.schedules(learner.history, BANK, TODAY) == {"tea-plant": GOOD}
    assert queries.schedules(learner.history, Naming("another"), TODAY) == {"tea-plant": AGAIN}
    assert queries.records(learner.history, Naming("another"))["tea-plant"].right == 0


def test_what_cannot_be_written_waits_for_the_next_deed(learner):
    learner.sit()
    learner.give("a")
    learner.history.select(tuple[int], "PRAGMA busy_timeout=50")
    learner.db.execute("BEGIN IMMEDIATE")
    with pytest.raises(
        QuizmillError, match=r"history\.db: the history cannot be used \(database is locked\)"
    ):
        learner.give("a,b")
    learner.db.execute("ROLLBACK")
    learner.give("f")

    assert [text for _, text, _ in stands(learner)] == ["a", "a,b", "f"]
    assert learner.rows("number") == [(1,), (2,), (3,)]


def test_an_interruption_after_the_insert_writes_nothing_twice(learner, monkeypatch):
    """Ctrl-C can come between the insert and the note that it was made."""
    learner.sit()
    learner.give("a")
    monkeypatch.setattr(Log, "_stand", interrupted := Mock(side_effect=KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        learner.give("a,b")
    assert interrupted.called
    monkeypatch.undo()
    learner.kept.flush()

    assert learner.rows("number, text") == [(1, "a"), (2, "a,b")]


@pytest.mark.parametrize(
    "change",
    [
        """UPDATE event SET action = '{"type":"Dance"}'""",
        """UPDATE event SET action = '{"type":"Give","text":"x","response":{"type":"Text","text":"x"}}'""",
        "UPDATE event SET action = '" + 100_000 * "[" + "'",
        "UPDATE sitting SET start = x'00'",
    ],
)
def test_a_sitting_that_can_no_longer_be_read_is_told(learner, change):
    learner.sit()
    learner.give("a")
    learner.db.execute(change)
    with pytest.raises(
        QuizmillError, match="was begun with another quizmill, which knew other questions; start"
    ):
        unfinished(learner.history, 1)


def test_one_sitting_cannot_go_on_in_two_terminals(learner):
    learner.sit()
    learner.give("a")
    id = last_unfinished(learner.history, BANK, ("practice",))
    found = unfinished(learner.history, id)
    start = Start(sitting=found.sitting, place="practice", bank="/bank")
    here = learner.session
    from quizmill.study.session import Session

    there = Session(found.sitting, clock=lambda: 0.0, observers=(learner.log(start, id).keep,))
    here.act(Give("a,b", Choice((0, 1))))
    with pytest.raises(QuizmillError, match="this sitting also goes on in another terminal"):
        there.act(Give("a", Choice((0,))))


def test_nothing_is_ever_updated_or_deleted(learner):
    seen: list[int] = []
    denied = (sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE)

    def judge(action, table, *_):
        seen.append(action)
        kept = table != "sqlite_master"  # which SQLite reads and writes for a function that gives a table
        return sqlite3.SQLITE_DENY if action in denied and kept else sqlite3.SQLITE_OK

    learner.sit("exam")
    learner.history._db.set_authorizer(judge)
    learner.give("a", "a,b", "t", "Text")
    learner.session.act(Undo())
    learner.session.act(Stop())

    assert sqlite3.SQLITE_INSERT in seen


def test_a_bank_in_a_folder_whose_name_is_no_text_is_kept_by_what_can_be_written_of_it(learner):
    learner.session = Session(
        begin(learner.paper),
        clock=lambda: learner.now.timestamp(),
        observers=(learner.log(Start(sitting=begin(learner.paper), place="practice", bank="/b\udcff")).keep,),
    )
    learner.give("a")

    assert learner.db.execute("SELECT bank FROM sitting").fetchall() == [("/b\\udcff",)]
