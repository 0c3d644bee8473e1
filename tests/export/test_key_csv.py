"""The key as a table: letters of each form, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io

import pytest

from printed import paper_of
from quizmill.bank.csv_out import as_csv
from quizmill.bank.model import Cloze, Essay, Numerical, Point, ShortAnswer
from quizmill.compose.forms import forms
from quizmill.export.key_csv import key_csv
from quizmill.grade.on_paper import read_copied
from samples import load


def table(data, separator=","):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=separator))


def test_every_question_of_every_form_has_a_row_whose_answer_earns_its_marks(tmp_path):
    bank = load(tmp_path).bank
    papers = forms(bank, tuple(bank.questions()), seed=4, count=3)
    rows = table(key_csv(papers, ";"), ";")

    assert [(row["form"], row["number"], row["question"]) for row in rows] == [
        (paper.form, str(n), exercise.id)
        for paper in papers
        for n, exercise in enumerate(paper.exercises, start=1)
    ]
    for row, exercise in zip(rows, [e for paper in papers for e in paper.exercises], strict=True):
        assert read_copied(exercise, row["answer"]).mark.earned == int(row["marks"])
        assert row["type"] == exercise.kind


def test_what_else_is_right_stands_beside_the_answer():
    questions = (
        ShortAnswer(id="ship", prompt="?", answer="Cutty *Sark*", accept=("The Cutty Sark", "Sark")),
        Numerical(id="year", prompt="?", answer="1869", tolerance="2"),
        Cloze(id="gaps", text="In {{1869}} the {{Cutty Sark|Sark|the Sark}}."),
        Essay(id="why", prompt="?", points=(Point(point="Speed"), Point(point="Price")), marks=4),
    )
    rows = table(key_csv([paper_of(*questions)]))

    assert [(row["answer"], row["accepted"], row["marks"]) for row in rows] == [
        ("Cutty Sark", "The Cutty Sark; Sark", "1"),
        ("1869", "± 2", "1"),
        ("1869 | Cutty Sark", " | Sark; the Sark", "1"),
        ("4", "Speed; Price", "4"),
    ]


@pytest.mark.parametrize("text", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "＝1", " =1", "\t=1"])
def test_a_formula_is_defused(text):
    assert table(as_csv([["x"], [text]])) == [{"x": f"'{text}"}]


@pytest.mark.parametrize("text", ["-5", "+3", "-1,000.50", "-2%", "a=b", "1869", "'quoted'", "b-a"])
def test_numbers_and_words_stay_as_they_are(text):
    assert table(as_csv([["x"], [text]])) == [{"x": text}]


def test_excel_is_told_the_encoding_and_lines_end_as_it_wants():
    assert as_csv([["a", "雷军"], ["1", 'say "x", y']]) == (
        b"\xef\xbb\xbfa,\xe9\x9b\xb7\xe5\x86\x9b\r\n" + b'1,"say ""x"", y"\r\n'
    )
