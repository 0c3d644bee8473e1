"""One picture of a page, from greys to what is marked."""

import cv2
import numpy as np
import pytest

from drawn_sheets import PAPER, choices, drawn, layout, marked
from quizmill.classroom.scan.reader import read_page
from quizmill.classroom.scan.reading import Fate, PageReading
from quizmill.compose.answer_sheet.code import SheetCode

CODE = SheetCode(PAPER, 3, 1)
SHEET = layout(*choices(30))
LAYOUTS = {PAPER: (SHEET, "A")}
MEANT = {number: "ABCDE"[number * 7 % 5] for number in range(1, 31) if number % 9}
PAGE = marked(drawn(SHEET, CODE), SHEET, MEANT.items())


def _answers(reading: PageReading) -> dict[int, str]:
    return {
        line.number: "".join("ABCDE"[each] for each in line.marked) for line in reading.lines if line.marked
    }


def _doubts(reading: PageReading) -> dict[int, str]:
    return {line.number: line.doubt.value for line in reading.lines if line.doubt}


def test_a_page_says_whose_it_is_and_what_is_marked_and_leaves_no_doubt():
    reading = read_page(PAGE, LAYOUTS)
    assert reading.fate is Fate.READ
    assert reading.code == CODE
    assert _answers(reading) == MEANT
    assert _doubts(reading) == {}


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_page_may_lie_in_the_picture_as_it_likes(turns: int):
    reading = read_page(np.rot90(PAGE, turns), LAYOUTS)
    assert (_answers(reading), _doubts(reading)) == (MEANT, {})


def test_a_mirrored_page_is_no_sheet():
    assert read_page(np.fliplr(PAGE).copy(), LAYOUTS).fate is Fate.NO_SHEET


def test_the_same_picture_always_reads_the_same():
    assert read_page(PAGE, LAYOUTS) == read_page(PAGE, LAYOUTS)


def test_an_empty_back_is_no_lost_sheet():
    assert read_page(np.full_like(PAGE, 245), LAYOUTS).fate is Fate.BLANK


def test_a_sheet_of_another_paper_is_told_by_its_code():
    other = SheetCode("ffff0000", 1, 1)
    reading = read_page(drawn(SHEET, other), LAYOUTS)
    assert (reading.fate, reading.code, reading.lines) == (Fate.OTHER_PAPER, other, ())


def test_a_page_whose_code_cannot_be_read_is_shown_and_read_when_somebody_says_whose_it_is():
    page = marked(drawn(SHEET, None), SHEET, MEANT.items())
    unread = read_page(page, LAYOUTS)
    assert (unread.fate, unread.code, unread.lines) == (Fate.NO_CODE, None, ())
    shown = cv2.imdecode(np.frombuffer(unread.upright, np.uint8), cv2.IMREAD_UNCHANGED)
    assert shown.shape == (297 * 5, 210 * 5)
    assert _answers(read_page(page, LAYOUTS, CODE)) == MEANT


@pytest.mark.parametrize(
    "picture",
    [
        np.zeros((1, 1), np.uint8),
        np.zeros((0, 7), np.uint8),
        np.zeros((400, 300), np.uint8),
        np.full((3, 5000), 255, np.uint8),
        np.random.default_rng(1).integers(0, 256, (700, 500), np.uint8),
    ],
    ids=["a pixel", "nothing", "black", "a strip", "noise"],
)
def test_what_is_no_sheet_is_no_error(picture: np.ndarray):
    assert read_page(picture, LAYOUTS).fate is Fate.NO_SHEET


def test_of_two_sheets_in_one_picture_neither_is_read():
    assert read_page(np.hstack([PAGE, PAGE]), LAYOUTS).fate is Fate.SEVERAL_SHEETS


def test_two_corners_may_be_torn_off():
    page = PAGE.copy()
    page[:180, :180] = page[-180:, -180:] = 90
    reading = read_page(page, LAYOUTS)
    assert (_answers(reading), _doubts(reading)) == (MEANT, {})


def test_one_marker_and_the_code_say_how_a_sheet_lies():
    page = PAGE.copy()
    for at in SHEET.markers[1:]:
        x, y = (round(each * 150 / 25.4) for each in (at.x, at.y))
        page[y - 6 : y + 60, x - 6 : x + 60] = 255
    reading = read_page(page, LAYOUTS)
    assert reading.code == CODE
    assert {number for number, said in _answers(reading).items() if said != MEANT[number]} <= {
        *_doubts(reading)
    }


def test_another_sheet_may_look_into_the_picture():
    other = drawn(SHEET, SheetCode(PAPER, 4, 1))
    reading = read_page(np.hstack([PAGE, other[:, :200]]), LAYOUTS)
    assert (reading.fate, reading.code) == (Fate.READ, CODE)
    assert (_answers(reading), _doubts(reading)) == (MEANT, {})


def test_a_streak_of_toner_through_the_code_does_not_lose_the_sheet():
    page = PAGE.copy()
    left, top, side = (round(each * 150 / 25.4) for each in (SHEET.code.x, SHEET.code.y, SHEET.code.width))
    page[top : top + side, left + side * 4 // 5 : left + side * 4 // 5 + 8] = 235
    assert read_page(page, LAYOUTS).code == CODE


@pytest.mark.parametrize("axis", [0, 1], ids=["across", "down"])
@pytest.mark.parametrize("shade", [0, 255], ids=["toner", "none"])
@pytest.mark.parametrize("copy", [3, 27], ids=["21 cells", "25 cells"])
def test_a_streak_of_a_millimetre_anywhere_in_the_code_does_not_lose_the_sheet(
    axis: int, shade: int, copy: int
):
    """Beside the squares it takes what says how the code is masked, in both places."""
    code = SheetCode(PAPER, copy, 1)
    printed = drawn(SHEET, code)
    left, top, side = (round(each * 150 / 25.4) for each in (SHEET.code.x, SHEET.code.y, SHEET.code.width))
    read = []
    for at in range(0, side - 6, 8):
        page = printed.copy()
        square = page[top : top + side, left : left + side]
        (square if axis == 0 else square.T)[at : at + 6] = shade
        read.append(read_page(page, LAYOUTS).code)

    assert set(read) == {code}


def test_a_pale_and_shaken_code_is_read():
    page = cv2.GaussianBlur((110 + PAGE.astype(float) * 0.35).astype(np.uint8), (0, 0), 2.2)
    page = cv2.blur(page, (5, 1))
    assert read_page(page, LAYOUTS).code == CODE


def test_the_page_that_a_person_names_counts_and_not_the_one_that_is_printed():
    named = SheetCode(PAPER, 9, 1)
    assert read_page(PAGE, LAYOUTS, named).code == named


@pytest.mark.parametrize("page", [0, 2])
def test_a_page_that_the_form_does_not_have_is_of_another_paper(page: int):
    code = SheetCode(PAPER, 1, page)
    assert read_page(drawn(layout(*choices(2, page=page)), code), LAYOUTS).fate is Fate.OTHER_PAPER


def test_a_picture_of_part_of_a_sheet_is_no_error():
    height, width = PAGE.shape
    parts = [
        PAGE[: height // 3],
        PAGE[height // 2 :, width // 2 :],
        PAGE[200:900, 300:900],
        PAGE[:, : width // 3],
    ]
    fates = {read_page(each.copy(), LAYOUTS).fate for each in parts}
    assert fates <= {Fate.READ, Fate.NO_SHEET, Fate.NO_CODE}


def test_the_clearer_picture_has_the_higher_quality():
    blurred = cv2.GaussianBlur(PAGE, (0, 0), 1.5)
    assert read_page(PAGE, LAYOUTS).quality > read_page(blurred, LAYOUTS).quality > 0


def test_nothing_is_known_without_a_layout():
    assert read_page(PAGE, {}).fate is Fate.OTHER_PAPER
    assert read_page(drawn(SHEET, None), {}).fate is Fate.NO_SHEET
