"""Several forms in one PDF, ready for the copier."""

from __future__ import annotations

import msgspec
import pytest

from printed import Printed
from quizmill.compose.exercise import letter
from quizmill.compose.paper import compose
from quizmill.export.paper.key import answer_keys
from quizmill.export.paper.options import WorksheetOptions
from quizmill.export.paper.worksheet import worksheets
from samples import load

A4 = WorksheetOptions()


def forms(sample, labels):
    return [msgspec.structs.replace(sample, form=label) for label in labels]


def test_each_form_begins_on_an_odd_page_after_a_blank_one_where_needed(sample):
    short = msgspec.structs.replace(sample, exercises=sample.exercises[:2])
    pages = Printed(worksheets(forms(short, "AB"), A4)).pages

    assert [bool(page) for page in pages] == [True, False, True]
    assert "Form A" in pages[0]
    assert "Form B" in pages[2]


def test_pages_are_counted_in_each_form(sample):
    pages = Printed(worksheets(forms(sample, "AB"), A4)).pages

    assert [page.rsplit("Page ")[-1] for page in pages] == ["1 of 2", "2 of 2", "1 of 2", "2 of 2"]
    for page, paper in zip(pages, forms(sample, "AABB"), strict=True):
        assert f"Form {paper.form} · paper {paper.fingerprint}" in page


def test_the_name_of_a_student_is_printed_where_it_would_be_written(sample):
    students = ("Ana <b> Núñez", "王小明")
    pages = Printed(worksheets(forms(sample, "AB"), A4, students=students)).pages

    assert "Name Ana <b> Núñez Class" in pages[0]
    assert "Ana <b> Núñez" in pages[1]
    assert "Name 王小明 Class" in pages[2]


def test_names_without_a_paper_are_a_mistake_of_the_caller(sample):
    with pytest.raises(ValueError, match="zip"):
        worksheets(forms(sample, "A"), A4, students=("Ana", "Bo"))


def test_the_answers_of_each_form_stand_in_a_grid_and_are_explained_once(sample):
    papers = forms(sample, "AB")
    found = Printed(answer_keys(papers, A4, students=("Ana", "Bo")))

    for paper, student in zip(papers, ("Ana", "Bo"), strict=True):
        assert f"Form {paper.form} · {student} · paper {paper.fingerprint} 1 " in found.text
    assert found.text.index("Form B · Bo") < found.text.index("Marking guide")
    assert found.text.count("Green, black and white tea differ") == 1
    assert found.outline[:4] == [
        f"Form A · Ana · paper {papers[0].fingerprint}",
        f"Form B · Bo · paper {papers[1].fingerprint}",
        "Marking guide",
        "1. Camellia sinensis",
    ]


def test_the_guide_tells_number_and_letter_of_a_question_in_each_form(tmp_path):
    bank = load(tmp_path).bank
    papers = [compose(bank, tuple(bank.questions()), seed=5, form=form) for form in "AB"]
    told = []
    for paper in papers:
        number, exercise = next((n, e) for n, e in enumerate(paper.exercises, 1) if e.id == "tea-plant")
        told.append(f"{paper.form} {number}: {letter(exercise.key[0]).upper()}")

    assert f"Camellia sinensis In the forms: {' · '.join(told)} Why:" in Printed(answer_keys(papers, A4)).text
