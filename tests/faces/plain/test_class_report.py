"""A report on a class is known again, in whatever language it is."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

import answer_sheets
from quizmill.classroom.class_results import class_result
from quizmill.classroom.scripts import Marked, Script, ScriptAnswer
from quizmill.faces.plain import class_report
from quizmill.faces.plain.class_report import is_report
from quizmill.grade.misread import Fault, Help, Misread, advice, fault
from quizmill.words import Words, languages, words_in

REPORT = """\
Tea, and
the sea: 3 questions, 4.5 marks, forms A to C

student  form  marks  of      %
Ann Lee  A         3   4   75.0
"""


def test_a_report_is_known_by_the_titles_of_its_first_table():
    assert is_report(REPORT)
    assert not is_report("Tea, and the sea: 3 questions, 4.5 marks, forms A to C\n\nSee me about it, Ann.\n")
    assert not is_report("A student, her form and marks, of % of them\n" + REPORT.partition("student")[0])
    assert not is_report("")


def test_one_in_another_language_as_well(monkeypatch):
    titles = {"student": "Schüler", "form": "Bogen", "marks": "Punkte", "of": "von", "percent": "in %"}
    german = Words({f"class.column.{name}": title for name, title in titles.items()}, {})
    monkeypatch.setattr(class_report, "languages", lambda: ("de",))
    monkeypatch.setattr(class_report, "words_in", lambda code: german)

    assert is_report(
        "Tee: 3 Fragen\n\nSchüler    Bogen  Punkte  von   in %\nAnn Lee    A           3    4   75.0\n"
    )
    assert not is_report(REPORT)


@pytest.mark.parametrize("code", languages())
def test_in_every_language_its_own_report_is_known(code):
    words = words_in(code)
    titles = [words(f"class.column.{name}") for name in ("student", "form", "marks", "of", "percent")]

    assert is_report("Tea\n\n" + "  ".join(titles))


def test_what_could_not_be_read_for_one_reason_is_told_in_one_line():
    made = answer_sheets.class_set(answer_sheets.bank_of(["number"] * 4), order="bank")
    unseen = Misread(fault(Fault.UNSEEN), advice(Help.SCAN_IT))
    shapes = Misread(fault(Fault.NOT_MARKS, text="x"), advice(Help.MARKS, n=1))
    found = [unseen, unseen, shapes, unseen]
    answers = tuple(
        ScriptAnswer(number, exercise, "", None, misread)
        for number, (exercise, misread) in enumerate(zip(made.papers[0].exercises, found, strict=True), 1)
    )
    marked = Marked((Script("Ann Lee", "", answers),), (), (), ())

    told = [
        line.split(":")[0] for line in class_report.report(made, marked, class_result(made, marked.scripts))
    ]

    assert [line for line in told if line.startswith("     Ann Lee")] == [
        "     Ann Lee, questions 1, 2, 4",
        "     Ann Lee, question 3",
    ]


def test_no_line_is_wider_than_a_mail():
    bank = answer_sheets.bank_of(["choice"] * 3)
    long = "Which of many things is asked with very many words, more than a line can hold"
    topic = bank.topics[0]
    asked = tuple(replace(each, prompt=long, id=f"id-{each.id}") for each in topic.questions)
    made = answer_sheets.class_set(replace(bank, topics=(replace(topic, questions=asked),)), order="bank")
    paper = made.papers[0]
    unseen = Misread(fault(Fault.UNSEEN), advice(Help.SCAN_IT))
    answers = tuple(ScriptAnswer(n, each, "", None, unseen) for n, each in enumerate(paper.exercises, 1))
    marked = Marked((Script("Ann Lee", "", answers),), (), (), ())
    told = list(class_report.report(made, marked, class_result(made, marked.scripts)))

    assert [line for line in told if len(line) > 80] == []
    assert [line[-20:] for line in told if line.startswith("  1 ")] == [" with very… [id-q-1]"]


def test_what_could_not_be_read_of_several_pupils_alike_is_told_in_one_line():
    made = answer_sheets.class_set(answer_sheets.bank_of(["number"] * 2), order="bank")
    unseen = Misread(fault(Fault.UNSEEN), advice(Help.SCAN_IT))
    answers = tuple(
        ScriptAnswer(number, exercise, "", None, unseen)
        for number, exercise in enumerate(made.papers[0].exercises, 1)
    )
    scripts = (Script("Ann Lee", "", answers), Script("Bo Li", "", answers[:1]), Script("Cy Ng", "", answers))
    marked = Marked(scripts, (), (), ())
    told = list(class_report.report(made, marked, class_result(made, scripts)))

    assert [line for line in told if line.startswith("     ")] == [
        "     Ann Lee, Cy Ng, questions 1, 2: this page of the sheet is not among the",
        "     pictures; scan this page too, or type what is marked on it",
        "     Bo Li, question 1: this page of the sheet is not among the pictures; scan",
        "     this page too, or type what is marked on it",
    ]
    assert [line.split()[:4] for line in told if line.startswith(("  1", "  2"))] == [
        ["1", "–", "–", "1"],
        ["2", "–", "–", "1"],
    ]
