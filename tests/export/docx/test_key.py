"""The key to edit, as python-docx reads it again."""

from __future__ import annotations

from msgspec.structs import replace

from quizmill.export.docx.edited import is_edited, is_ours
from quizmill.export.docx.key import answer_keys
from quizmill.export.docx.worksheet import worksheets
from quizmill.export.paper.decisions import Decided, Decisions
from quizmill.export.paper.worksheet_options import WorksheetOptions
from written import Written

A4 = WorksheetOptions()


def test_the_answers_at_a_glance_and_then_how_each_is_marked(sample):
    made = Written(answer_keys([sample], A4))
    lines = made.lines
    assert lines[0] == "Answer key: Tea and the sea\tForm A"
    table = made.document.tables[0]
    assert [cell.text for row in table.rows for cell in row.cells][:6] == [
        "1",
        "C [1]",
        "4",
        "Cutty Sark [1]",
        "7",
        "1A 2B 3C [1]",
    ]
    at = lines.index("1.\tFrom which plant is every true tea made?\t1\u00a0mark")
    assert lines[at + 1 : at + 5] == [
        "C) Camellia sinensis",
        "Why: Green, black and white tea differ in what is done to the leaf.",
        "What tempts: B (Camellia japonica): It is a garden cousin without tea in its leaves.",
        "Source: The Tea Book, paragraph 2: Every true tea is made from the leaves of one plant.",
    ]
    assert lines[-2:] == ["Documents", "The Tea Book: A Short Book of Tea"]
    assert made.styles["Documents"] == "heading 2"
    assert made.styles["C) Camellia sinensis"] == "Answer"


def test_of_several_forms_each_has_its_grid_and_the_guide_is_one(sample):
    papers = [sample, replace(sample, form="B")]
    made = Written(answer_keys(papers, A4, students=("Ann", "Bo")))
    headings = [line for line in made.lines if made.styles[line] == "heading 2"]
    assert headings == [
        f"Form A · Ann · paper {papers[0].fingerprint}",
        f"Form B · Bo · paper {papers[1].fingerprint}",
        "Marking guide",
        "Documents",
    ]
    assert "In the forms: A 1: C · B 1: C" in made.lines


def test_where_each_question_stands_in_forms_of_other_orders_is_told(sample):
    papers = [sample, replace(sample, form="B", exercises=sample.exercises[::-1])]
    made = Written(answer_keys(papers, A4))
    table = made.document.tables[2]

    assert "The same question in each form" in made.lines
    assert [[cell.text for cell in row.cells][:3] for row in table.rows] == [
        ["Form A", "1", "2"],
        ["Form B", str(len(sample.exercises)), str(len(sample.exercises) - 1)],
    ]


def test_a_key_says_whether_it_was_edited(sample):
    data = answer_keys([sample], A4)
    assert is_ours(data)
    assert not is_edited(data)
    assert not is_ours(b"PK\x03\x04 no document")
    assert worksheets([sample], A4) != data


def test_what_was_decided_since_the_test_is_told(sample):
    ids = {exercise.kind: exercise.id for exercise in sample.exercises}
    found = {
        (sample.form, ids["essay"]): Decided(void=True),
        (sample.form, ids["short_answer"]): Decided(briefly=("Ariel",), accepted=("Ariel",)),
    }
    made = Written(answer_keys([sample], A4, decided=Decisions(found)))
    grid = [cell.text for row in made.document.tables[0].rows for cell in row.cells]
    essay = next(each for each in sample.exercises if each.kind == "essay").question

    assert f"9 questions · {sample.possible - essay.marks} marks · " in made.lines[1]
    assert "does not count" in grid
    assert "Cutty Sark / Ariel [1]" in grid
    assert "Right as well, since the test: Ariel" in made.lines
    assert [line.split("\t")[1] for line in made.lines if line.endswith("\tdoes\u00a0not\u00a0count")] == [
        essay.prompt
    ]
