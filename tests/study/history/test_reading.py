"""An export read back: what cannot be, by its line; and that merging it is merging the history."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from quizmill.errors import FileUnusable
from quizmill.study import memory
from quizmill.study.history import export
from quizmill.study.history.merging import merge
from quizmill.study.history.reading import history_of
from quizmill.study.history.store import empty_in_memory
from quizmill.study.sitting import Appeal, Skip, Undo

NOW = datetime.datetime(2026, 11, 21, 18, 0, tzinfo=datetime.UTC)
PATH = Path("page.jsonl")


def lines_of(history) -> str:
    return "".join(export.as_jsonl(export.lines(history)))


def merged(*others):
    history = empty_in_memory(Path("mine.db"))
    return history, [merge(history, other, now=NOW, reschedule=memory.after) for other in others]


@pytest.fixture
def answered(learner):
    """Answers of every kind of event, on two days."""
    learner.sit()
    learner.give("a", "a b", "t")
    learner.session.act(Undo())
    learner.session.act(Skip())
    question = learner.session.sitting.paper.exercises[3].id
    learner.give("nonsense")
    learner.session.act(Appeal(question))
    learner.now += datetime.timedelta(days=1)
    learner.sit("exam")
    learner.give("a", "b")
    return learner.history


def test_merging_the_lines_of_a_history_brings_what_merging_the_history_brings(answered):
    lines = lines_of(answered)
    by_lines, first = merged(history_of(lines.encode(), PATH))
    whole, second = merged(answered)

    assert first == second
    columns = "number, at, day, action, question, supersedes IS NULL, text, response, verdict, earned, rating"
    events = f"SELECT {columns} FROM event WHERE question IS NOT NULL ORDER BY id"
    assert by_lines.select(tuple, events) == whole.select(tuple, events)


def test_merging_both_brings_nothing_twice(answered):
    lines = history_of(lines_of(answered).encode(), PATH)
    _, (first, second) = merged(answered, lines)

    assert first.sittings == 2
    assert (second.sittings, second.answers, second.questions) == (0, 0, 0)


LINE = {
    "id": 1,
    "at": "2026-11-20T17:00:00Z",
    "day": "2026-11-20",
    "place": "practice",
    "bank": "tea",
    "question": "leaf",
    "digest": "0123456789abcdef",
    "action": "Give",
    "answer": "a",
    "response": {"type": "Choice", "picks": [0]},
    "verdict": "right",
    "earned": 1.0,
    "possible": 1.0,
    "appealed": False,
    "hinted": False,
    "key": "0" * 32,
    "number": 1,
}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"place": "school"}, "(Invalid enum value 'school' - at `$.place`)"),
        ({"answer": None}, "(an answer and its mark stand together or not at all)"),
        (
            dict.fromkeys(("answer", "response", "verdict", "earned", "possible", "appealed")),
            "(an answer is missing)",
        ),
        ({"rating": 3}, "(a rating stands with the schedule that it gave)"),
        ({"earned": -1}, "(Expected `float` >= 0.0 - at `$.earned`)"),
        ({"at": "2026-11-20T17:00:00"}, "(Expected `datetime` with a timezone component - at `$.at`)"),
    ],
)
def test_a_line_that_cannot_be_is_named(changes, said):
    with pytest.raises(FileUnusable) as refused:
        history_of(f"{json.dumps(LINE)}\n\n{json.dumps(LINE | changes)}".encode(), PATH)

    assert str(refused.value) == f"page.jsonl:3: this is no line of `quizmill history export` {said}"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"number": 2}, "a line before has the id 1 too"),
        ({"id": 2}, "a line before has number 1 of the same sitting"),
        ({"id": 2, "number": 2, "supersedes": 7}, "it supersedes 7, and no line before has that id"),
    ],
)
def test_a_line_that_contradicts_another_is_named(changes, said):
    with pytest.raises(FileUnusable) as refused:
        history_of(f"{json.dumps(LINE)}\n{json.dumps(LINE | changes)}\n".encode(), PATH)

    assert str(refused.value) == f"page.jsonl:2: {said}"


def test_an_export_of_an_older_quizmill_says_what_to_do():
    old = {name: value for name, value in LINE.items() if name not in ("key", "number")}
    with pytest.raises(FileUnusable, match="has none: export it again, or merge the history itself"):
        history_of(json.dumps(old).encode(), PATH)
