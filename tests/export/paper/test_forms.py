"""Several forms in one PDF, ready for the copier."""

from __future__ import annotations

import msgspec
import pytest

from printed import Printed
from quizmill.export.paper.key import answer_keys
from quizmill.export.paper.options import WorksheetOptions
from quizmill.export.paper.worksheet import worksheets

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


def test_each_form_has_a_key_of_its_own(sample):
    text = Printed(answer_keys(forms(sample, "AB"), A4, students=("Ana", "Bo"))).text

    assert "Form A Ana · 9 questions" in text
    assert "Form B Bo · 9 questions" in text
