"""The answers that stand in a history, for the log of answers."""

from __future__ import annotations

import datetime

import pytest

from quizmill.grade import Choice, Verdict, Written
from quizmill.study.history.answers import Unanswered, standing, unanswered
from quizmill.study.history.export import as_jsonl, lines
from quizmill.study.history.failure import HistoryLost
from quizmill.study.history.reading import history_of, is_database
from quizmill.study.sitting import Appeal, Assess, Flag, GoTo, Skip, Stop, Undo

START = int(datetime.datetime(2026, 11, 20, 17, tzinfo=datetime.UTC).timestamp()) * 1000
MINUTE = datetime.timedelta(minutes=1)


def told(history, *names):
    return [tuple(getattr(each, name) for name in names) for each in standing(history)]


def test_an_answer_has_the_exercise_it_was_given_to(learner):
    learner.sit()
    learner.now += MINUTE
    learner.give("b")
    (found,) = standing(learner.history)

    assert (found.at, found.seconds, found.place, found.attempt) == (START + 60_000, 60.0, "practice", 1)
    assert (found.namespace, found.question, found.number) == ("tea-and-sea", "tea-plant", 1)
    assert (found.paper, found.form) == (learner.paper.fingerprint, "")
    assert found.exercise == learner.paper.exercises[0]
    assert (found.response, found.text, found.verdict) == (Choice((1,)), "b", Verdict.WRONG)
    assert (found.earned, found.possible) == (0.0, 1.0)


def test_what_was_taken_back_is_left_out(learner):
    learner.sit()
    learner.give("b")
    learner.session.act(Undo())

    assert told(learner.history, "question") == []


def test_in_an_exam_the_last_answer_stands_and_in_practice_each(learner):
    learner.sit("exam")
    for line in ("b", "a"):
        learner.session.act(GoTo(1))
        learner.give(line)
    learner.sit()
    for line in ("c", "a"):
        learner.session.act(GoTo(1))
        learner.give(line)

    assert told(learner.history, "place", "attempt", "text") == [
        ("exam", 1, "a"),
        ("practice", 2, "c"),
        ("practice", 3, "a"),
    ]


def test_what_is_marked_later_was_given_when_it_was_given(learner):
    learner.sit()
    for _ in range(8):
        learner.session.act(Skip())
    learner.now += MINUTE
    learner.give("Speed")
    learner.now += MINUTE
    points = len(learner.paper.exercises[8].question.points)
    before = told(learner.history, "question", "at", "verdict")
    learner.session.act(Assess("tea-essay", Written("Speed", (True,) * points)))

    assert before == [("tea-essay", START + 60_000, Verdict.UNMARKED)]
    assert told(learner.history, "at", "seconds", "verdict") == [(START + 60_000, 60.0, Verdict.RIGHT)]


def test_an_appeal_counts_and_changes_no_time(learner):
    learner.sit()
    learner.session.act(GoTo(4))
    learner.give("Cutty Stark Ship")
    learner.now += MINUTE
    learner.session.act(Appeal("ship-name"))

    assert told(learner.history, "at", "verdict", "attempt") == [(START, Verdict.RIGHT, 1)]


def test_what_an_exam_that_is_over_has_no_answer_to_is_told(learner):
    learner.sit("exam")
    learner.give("b")
    learner.session.act(Skip())
    learner.session.act(GoTo(3))
    learner.give("t")
    learner.session.act(Undo())
    before = list(unanswered(learner.history))
    learner.now += MINUTE
    learner.session.act(Stop())
    left = list(unanswered(learner.history))

    assert before == []  # it may go on
    assert [each.number for each in left] == list(range(2, len(learner.paper.exercises) + 1))
    assert left[0] == Unanswered(
        at=START + 60_000,
        namespace="tea-and-sea",
        exercise=learner.paper.exercises[1],
        paper=learner.paper.fingerprint,
        form="",
        number=2,
    )


def test_an_exam_out_of_time_is_over_and_a_practice_never_left_anything_out(learner):
    learner.sit()
    learner.give("b")
    learner.session.act(Stop())
    learner.sit("exam", minutes=5)
    learner.give("b")
    learner.now += 6 * MINUTE
    learner.session.act(Flag())

    assert {each.at for each in unanswered(learner.history)} == {START + 360_000}


def test_of_an_export_the_exercise_is_not_known(learner):
    learner.sit()
    learner.give("b")
    data = "".join(as_jsonl(lines(learner.history))).encode()
    (found,) = standing(history_of(data, learner.path))
    (here,) = standing(learner.history)

    assert (found.exercise, found.paper, found.number) == (None, "", 0)
    assert (found.at, found.digest, found.response) == (here.at, here.digest, here.response)


def test_a_sitting_of_another_quizmill_is_as_an_export(learner):
    learner.sit()
    learner.give("b")
    learner.db.execute("UPDATE sitting SET start = x'00'")

    assert told(learner.history, "exercise", "text") == [(None, "b")]


def test_a_response_that_cannot_be_is_damage(learner):
    learner.sit()
    learner.give("b")
    learner.db.execute("UPDATE event SET response = '{}'")

    with pytest.raises(HistoryLost, match="it is damaged \\(event 1: "):
        list(standing(learner.history))


def test_a_history_is_known_by_its_beginning(learner):
    assert is_database(learner.path.read_bytes()[:100])
    learner.db.execute("PRAGMA application_id = 7")
    assert not is_database(learner.path.read_bytes()[:100])
    assert not is_database(b"SQLite format 3\0")
