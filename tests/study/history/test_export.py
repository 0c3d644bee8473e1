"""The log of answers for other programs."""

from __future__ import annotations

import csv
import io
import json

from quizmill.bank.csv_out import csv_lines
from quizmill.study.history import export
from quizmill.study.sitting import GoTo, Skip, Undo


def test_each_deed_about_a_question_is_an_object_on_a_line_and_its_keys_stay(learner):
    learner.sit()
    learner.session.act(Skip())
    learner.session.act(GoTo(1))
    learner.give("a")
    learner.session.act(Undo())
    first, second = (json.loads(line) for line in export.as_jsonl(export.lines(learner.history)))

    assert first == {
        "id": 3,
        "at": "2026-11-20T17:00:00Z",
        "day": "2026-11-20",
        "sitting": 1,
        "place": "practice",
        "bank": "tea-and-sea",
        "question": "tea-plant",
        "digest": first["digest"],
        "action": "Give",
        "supersedes": None,
        "stands": False,
        "answer": "a",
        "response": {"type": "Choice", "picks": [0]},
        "verdict": "right",
        "earned": 1.0,
        "possible": 1.0,
        "appealed": False,
        "hinted": False,
        "seconds": 0.0,
        "rating": 3,
        "stability": first["stability"],
        "difficulty": first["difficulty"],
        "due": "2026-11-22",
        "key": first["key"],
        "number": 3,
    }
    assert (second["action"], second["supersedes"], second["stands"], second["answer"], second["due"]) == (
        "Undo",
        3,
        False,
        None,
        None,
    )


def test_in_a_table_no_answer_is_a_formula(learner):
    typed = ['=HYPERLINK("http://x")', "+1", "-1+2", " @SUM(A1)", "\t=1", "plain, with a comma", "雷军"]
    for text in typed:
        learner.sit()
        learner.session.act(GoTo(4))
        learner.session.act(_give(text))
    table = "".join(csv_lines(export.rows(export.lines(learner.history))))
    rows = list(csv.DictReader(io.StringIO(table, newline="")))

    assert [row["answer"] for row in rows] == [
        '\'=HYPERLINK("http://x")',
        "+1",
        "'-1+2",
        "' @SUM(A1)",
        "'\t=1",
        "plain, with a comma",
        "雷军",
    ]
    assert (rows[0]["stands"], rows[0]["supersedes"], rows[0]["day"]) == ("true", "", "2026-11-20")


def _give(text: str):
    from quizmill.grade import Text
    from quizmill.study.sitting import Give

    return Give(text, Text(text))
