"""Slips to hand back: one below the other, to be cut apart, and none over a page that fits on one."""

from __future__ import annotations

import pypdfium2.raw as raw
import pytest
from msgspec.structs import replace

from printed import Printed
from quizmill.bank.markup import plain
from quizmill.export.paper.answer_texts import answer_lines
from quizmill.export.paper.slips import Slip, SlipAnswer, SlipLooks, slips_pdf
from quizmill.words import words_in


def slip(sample, student, wrong, **named):
    """The result of somebody who had so many questions wrong, again and again the first."""
    answers = [
        SlipAnswer(
            number=number,
            exercise=sample.exercises[0],
            given="the sea",
            verdict="Wrong",
            marks="0 / 1",
            why="close",
            right=False,
        )
        for number in range(1, wrong + 1)
    ]
    return Slip(paper=sample, student=student, group="7B", result="1 / 9", answers=tuple(answers), **named)


def made(*slips, **looks):
    return Printed(slips_pdf(slips, SlipLooks(**looks), words_in("en")))


def where(found, names):
    """The pages on which the slips begin."""
    return [found.page_of(f"{name}; 7B") for name in names]


def test_slips_stand_below_each_other_as_far_as_they_fit_without_empty_pages(sample):
    names = ["Ann", "Bo", "Cem", "Dora", "Eve"]
    found = made(*(slip(sample, name, 2) for name in names))

    assert where(found, names) == [0, 0, 1, 1, 2]
    assert all(found.pages)
    assert found.outline == names


def test_between_two_slips_is_a_line_to_cut_along_and_none_at_the_top_of_a_page(sample):
    def dashed(*slips):
        found = made(*slips)
        return [
            sum(
                raw.FPDFPageObj_GetDashCount(each.raw) > 0
                for each in page.get_objects([raw.FPDF_PAGEOBJ_PATH])
            )
            for page in found.document
        ]

    assert dashed(slip(sample, "Ann", 2)) == [0]
    assert dashed(*(slip(sample, name, 2) for name in "ABCDE")) == [1, 1, 0]


def test_a_slip_that_needs_more_than_a_page_begins_one_and_its_name_stands_above_the_rest(sample):
    found = made(slip(sample, "Ann", 1), slip(sample, "Bo", 18), slip(sample, "Cem", 1))

    assert where(found, ["Ann", "Bo", "Cem"]) == [0, 1, 3]
    assert len(found.pages) == 4
    assert [page.startswith("Result: Tea and the sea Bo ") for page in found.pages] == [False] * 2 + [
        True
    ] * 2


def test_what_was_answered_what_is_right_why_and_where_it_stands(sample):
    text = made(slip(sample, "Ann", 1, note="* one could not be read")).text

    assert text.startswith("Result: Tea and the sea Form A Ann; 7B 1 / 9 * one could not be read 1 ")
    assert "Wrong: 0 / 1 Answered: the sea Right answer: " in text
    assert "Camellia sinensis close Read again: The Tea Book, paragraph 2" in text


@pytest.mark.parametrize(
    ("language", "one", "two"),
    [
        ("en", "Question 2 does not count.", "Questions 2, 5 do not count."),
        ("de", "Aufgabe 2 zählt nicht.", "Die Aufgaben 2, 5 zählen nicht."),
        ("es", "La pregunta 2 no cuenta.", "Las preguntas 2, 5 no cuentan."),
        ("fr", "La question 2 ne compte pas.", "Les questions 2, 5 ne comptent pas."),
        ("zh", "第 2 题不计分。", "第 2, 5 题不计分。"),
    ],
)
def test_questions_that_do_not_count_are_named(sample, language, one, two):
    words = words_in(language)
    slips = [slip(sample, "Ann", 0, void=(2,)), slip(sample, "Bo", 0, void=(2, 5))]
    text = Printed(slips_pdf(slips, SlipLooks(), words)).text

    assert f"1 / 9 {one}" in text
    assert f"1 / 9 {two}" in text


def test_steps_pairs_and_points_stand_on_lines_of_their_own(sample):
    for kind in ("ordering", "matching", "essay"):
        exercise = next(each for each in sample.exercises if each.kind == kind)
        answer = replace(slip(sample, "Ann", 1).answers[0], exercise=exercise, given="", why="")
        found = made(replace(slip(sample, "Ann", 0), answers=(answer,)))
        lines = [" ".join(plain(each).split()) for each in answer_lines(exercise, words_in("en"))]

        assert f"Right answer: {' '.join(lines)}" in found.text
        lefts = {round(found.place_of(line[:20])[1]) for line in lines}
        assert max(lefts) - min(lefts) <= 1


def test_they_ask_to_be_printed_on_one_side(sample):
    data = slips_pdf([slip(sample, "Ann", 1)], SlipLooks(), words_in("en"))

    assert b"/Duplex /Simplex" in data


@pytest.mark.parametrize("looks", [{"size": "letter"}, {"large_print": True}])
def test_they_are_as_large_as_the_sheets_were(sample, looks):
    found = made(*(slip(sample, name, 3) for name in "ABC"), **looks)

    assert found.sizes[0] == ((612, 792) if "size" in looks else pytest.approx((595.28, 841.89), abs=0.01))
    assert all(min(found.ink(page)) > 30 for page in range(len(found.pages)))
    assert found.smallest == (18 if looks.get("large_print") else 8)


def test_equal_in_equal_out(sample):
    slips = [slip(sample, name, 3) for name in "AB"]

    assert slips_pdf(slips, SlipLooks(), words_in()) == slips_pdf(slips, SlipLooks(), words_in())
