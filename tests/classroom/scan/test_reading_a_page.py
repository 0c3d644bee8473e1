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
