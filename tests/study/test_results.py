"""What a sitting came to."""

from __future__ import annotations

import json

from quizmill.compose.paper import Paper
from quizmill.grade import Choice, Text, Written
from quizmill.study.results import as_json, outcomes, tally
from quizmill.study.sitting import Flag, Give, GoTo, Skip, Stop, begin, step
from quizmill.study.summary import by_kind, by_topic, look_again
from quizmill.words import words_in


def a_sitting(paper: Paper):
    """The plant right, one true tea of two, two left open, an essay unmarked, the rest not reached."""
    sitting = begin(paper)
    half = Choice(paper.exercises[1].key[:1])
    actions = [
        Give("a", Choice(paper.exercises[0].key)),
        Give("b", half),
        Flag(),
        Skip(),
        GoTo(9),
        Give("Speed.", Written("Speed.")),
        Stop(),
    ]
    for action in actions:
        sitting = step(sitting, action)
    return sitting


def test_every_question_of_the_paper_is_in_the_results(paper: Paper):
    record = json.loads(as_json(a_sitting(paper)))

    assert [question["id"] for question in record["questions"]] == [each.id for each in paper.exercises]
    assert record["questions"][0] == {
        "id": "tea-plant",
        "type": "multiple_choice",
        "response": "a",
        "verdict": "right",
        "earned": 1,
        "possible": 1,
        "feedback": "",
    }
    assert record["questions"][1]["verdict"] == "partial"
    assert record["questions"][2]["response"] is None
    assert record["questions"][4] == {
        "id": "ship-cargo",
        "type": "numerical",
        "response": None,
        "verdict": "skipped",
        "earned": 0,
        "possible": 1,
        "feedback": "not reached",
    }
    assert record["questions"][8] == {
        "id": "tea-essay",
        "type": "essay",
        "response": "Speed.",
        "verdict": "unmarked",
        "earned": 0,
        "possible": 0,
        "feedback": "",
    }


def test_the_percentage_is_of_the_whole_paper_without_unmarked_essays(paper: Paper):
    record = json.loads(as_json(a_sitting(paper)))

    assert list(record) == ["seed", "questions", "earned", "possible", "percent"]
    assert (record["seed"], record["earned"], record["possible"], record["percent"]) == (7, 2, 9, 22.2)


def test_nothing_to_mark_is_no_percentage(paper: Paper):
    assert tally(()).percent is None


def test_thirds_add_up_to_whole_marks(paper: Paper):
    sitting = step(begin(paper), Skip())
    found = outcomes(sitting)

    assert tally(found[:1]).percent == 0


def test_the_summary_counts_what_was_reached(paper: Paper):
    found = outcomes(a_sitting(paper))

    assert [(group.name, group.questions, group.total.percent) for group in by_topic(found)] == [
        ("Tea", 4, 50.0)
    ]
    assert [group.name for group in by_kind(found, words_in("en"))] == [
        "Multiple choice",
        "Several right answers",
        "True or false",
        "Essays",
    ]


def test_what_was_not_right_or_has_a_flag_is_looked_at_again(paper: Paper):
    sitting = begin(paper)
    for action in (Flag(), Give("a", Choice(paper.exercises[0].key)), Skip(), GoTo(4), Give("x", Text("x"))):
        sitting = step(sitting, action)

    assert [outcome.number for outcome in look_again(outcomes(sitting))] == [1, 2, 4]
