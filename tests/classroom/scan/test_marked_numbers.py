"""Numbers in rings: what is marked, column by column, is marked right as `mark` takes it."""

from __future__ import annotations

import pytest

from answer_sheets import class_set, layout_of
from quizmill.bank.model import Bank, Numerical, Topic
from quizmill.classroom.scan.typed import typed
from quizmill.grade.on_paper import read_copied


@pytest.mark.parametrize(
    ("language", "answer", "unit", "columns", "told"),
    [
        ("en", "0.5", "", [".", "5"], "0.5"),
        ("de", "0,5", "Liter", [",", "5"], "0,5"),
        ("de", "-0.5", "", ["-", ",", "5"], "-0,5"),
        ("fr", "3.5", "jours", ["", "3", ",", "5"], "3,5"),
        ("en", "¥9,000", "", ["9", "0", "0", "0"], "9000 ¥"),
        ("en", "7", "", ["", "", "0", "7"], "07"),
        ("en", "$7.5 million", "", ["7", ".", "5"], "7.5 million $"),
        ("en", "3 km", "km", ["3"], "3"),
        ("en", "1003", "days", ["1", "0", "0", "3"], "1003"),
        ("es", "1990", "year", ["1", "9", "9", "0"], "1990"),
    ],
)
def test_a_number_in_rings_is_right(language, answer, unit, columns, told):
    question = Numerical(id="q", prompt="?", answer=answer, unit=unit, explanation="", facts=())
    topics = (Topic(id="t", title="T", questions=(question,)),)
    made = class_set(Bank(title="T", namespace="t", language=language, topics=topics))
    sheet, exercise = layout_of(made).sheet(""), made.papers[0].exercises[0]
    labels = [line.labels for line in sheet.lines]
    signs = [*columns, *[""] * (len(labels) - len(columns))]
    marked = [[line.index(sign)] if sign else [] for line, sign in zip(labels, signs, strict=True)]

    text = typed(exercise, marked, labels, sheet.units.get(1, ""))
    assert text == told
    assert read_copied(exercise, text, (), language).mark.earned == 1
