"""Several forms in one PDF, ready for the copier."""

from __future__ import annotations

import msgspec
import pytest

from printed import Printed
from quizmill.compose.exercise import letter
from quizmill.compose.paper import compose
from quizmill.errors import ExportRefused
from quizmill.export.paper.key import answer_keys
from quizmill.export.paper.pdf import Pdf
from quizmill.export.paper.worksheet import worksheets
from quizmill.export.paper.worksheet_options import WorksheetOptions
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


def test_a_long_name_has_a_line_of_its_own_and_is_printed_whole(sample):
    name = "María de los Ángeles Fernández-Villaverde y Rodríguez de la Torre"

    assert (
        f"Name {name} Class Date Marks" in Printed(worksheets(forms(sample, "A"), A4, students=(name,))).text
    )


def test_a_class_stands_in_its_field_and_a_long_one_gives_the_name_a_line_of_its_own(sample):
    papers = forms(sample, "AB")
    classes = ("8b <i>", "Year 8 mathematics, second set")
    pages = Printed(worksheets(papers, A4, students=("Ana", "Bo"), classes=classes)).pages

    assert "Name Ana Class 8b <i> Date Marks" in pages[0]
    assert "Name Bo Class Year 8 mathematics, second set Date Marks" in pages[2]


def test_a_name_that_cannot_be_printed_is_told_as_such(sample):
    with pytest.raises(ExportRefused) as refused:
        worksheets(forms(sample, "AB"), A4, students=("Ana", "한 Bo"))

    assert refused.value.reasons == (
        "the name 한 Bo: U+D55C HANGUL SYLLABLE HAN is in none of the fonts; write it another way",
    )


def test_a_name_in_a_script_that_cannot_be_printed_is_told_once_for_all_its_letters(sample):
    names = ("محمد علي", "김민준", "राम\u200f")
    with pytest.raises(ExportRefused) as refused:
        worksheets(forms(sample, "ABC"), A4, students=names)

    assert refused.value.reasons == (
        "the name محمد علي: is of a script written from right to left, which cannot be printed yet; "
        "write it in Latin letters in the roster",
        "the name 김민준: has letters that are in none of the fonts (김 민 준); "
        "write it in Latin letters in the roster",
        "the name राम\u200f: is of a script whose letters change with their neighbours, "
        "which cannot be printed yet; write it in Latin letters in the roster",
    )


def test_the_outline_leads_to_forms_and_sections_or_to_the_questions_of_one_paper(sample):
    several = worksheets(
        forms(sample, "AB"), msgspec.structs.replace(A4, sections="topic"), students=("Ana", "Bo")
    )

    assert Printed(several).outline == ["Form A – Ana", "Tea", "Form B – Bo", "Tea"]
    assert Printed(worksheets(forms(sample, "A"), A4)).outline[5:7] == [
        "6. In (1) ___ the (2) ___ was launched.",
        "7. Match each tea to what is done to its leaf.",
    ]


def test_a_file_grows_with_what_is_distinct_in_it(sample):
    one, two, many = (len(worksheets(forms(sample, "A" * count), A4)) for count in (1, 2, 40))

    assert many < 4 * one
    assert (many - two) / 38 < one / 15


def test_the_same_forms_give_the_same_bytes(sample):
    papers = forms(sample, "AB")

    assert worksheets(papers, A4, students=("a", "b")) == worksheets(papers, A4, students=("a", "b"))
    assert answer_keys(papers, A4) == answer_keys(papers, A4)


def test_what_is_drawn_once_is_written_to_the_byte_as_reportlab_writes_it(sample, monkeypatch):
    ours = worksheets(forms(sample, "AB"), A4)
    monkeypatch.setattr(Pdf, "_end", lambda pdf, name, box: pdf.endForm())
    assert worksheets(forms(sample, "AB"), A4) == ours


class TestWhereQuestionsStand:
    """A table in the key: a row for each form, the numbers of one question below each other."""

    TITLE = "The same question in each form"

    def test_of_forms_in_other_orders(self, tmp_path):
        bank = load(tmp_path).bank
        papers = [compose(bank, tuple(bank.questions()), seed=5, form=form) for form in "ABC"]
        found = Printed(answer_keys(papers, A4))

        places = [[each.id for each in paper.exercises] for paper in papers]
        rows = [[str(place.index(id) + 1) for id in places[0]] for place in places]
        told = " ".join(f"Form {form} {' '.join(row)}" for form, row in zip("ABC", rows, strict=True))
        assert f"{self.TITLE} {told} Marking guide" in found.text
        assert self.TITLE in found.outline

    def test_of_one_order_or_one_form_or_more_than_anybody_marks_by_hand_there_is_none(
        self, sample, tmp_path
    ):
        bank = load(tmp_path).bank
        many = [compose(bank, tuple(bank.questions()), seed=5, form=form) for form in "ABCDEFGHIJKLM"]

        for papers in (forms(sample, "AB"), many[:1], many):
            assert self.TITLE not in Printed(answer_keys(papers, A4)).text
        assert self.TITLE in Printed(answer_keys(many[:12], A4)).text
