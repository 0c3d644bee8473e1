"""What is a mark and what is none, in rings of all kinds."""

from collections.abc import Callable, Sequence

import cv2
import numpy as np
import pytest

from drawn_sheets import PAPER, choices, drawn, layout, marked, stroked
from quizmill.classroom.scan.reader import read_page
from quizmill.classroom.scan.reading import LineReading
from quizmill.compose.answer_sheet.code import SheetCode
from quizmill.compose.answer_sheet.layout import Layout, Line, Point

CODE = SheetCode(PAPER, 1, 1)
SHEET = layout(*choices(20))
EMPTY = drawn(SHEET, CODE)
MEANT = {number: "ABCDE"[number % 5] for number in range(1, 20)}  # and nothing in 20

CROSS = [[(-1, -1), (1, 1)], [(-1, 1), (1, -1)]]
TICK = [[(-0.7, -0.1), (-0.15, 0.55), (1.2, -1.1)]]
DASH = [[(-0.9, 0), (0.9, 0)]]
DOT = [[(-0.1, 0), (0.1, 0)], [(-0.1, 0.1), (0.1, 0.1)], [(0, -0.15), (0, 0.2)]]
TURN = np.linspace(0, 2 * np.pi, 40)
LOOP = [np.stack([1.4 * np.cos(TURN), 1.4 * np.sin(TURN)], axis=1)]
ON_THE_OUTLINE = [1.1 / 1.4 * LOOP[0]]
THROUGH = [[(-2, -0.2), (2, 0.1)], [(-2, 0.2), (2, 0.4)]]


def _lines(page: np.ndarray, sheet: Layout = SHEET) -> tuple[LineReading, ...]:
    return read_page(page, {PAPER: (sheet, "A")}).lines


def _said(page: np.ndarray, sheet: Layout = SHEET) -> dict[int, str]:
    """By the number of the question: the labels that are marked, and a doubt after them."""
    labels = {(each.number, each.part): each.labels for each in sheet.sheets[0].lines}
    said: dict[int, str] = {}
    for line in _lines(page, sheet):
        text = "".join(labels[line.number, line.part][ring] for ring in line.marked)
        doubt = f" {line.doubt.value}" if line.doubt else ""
        said[line.number] = said.get(line.number, "") + text + doubt
    return {number: text for number, text in said.items() if text}


def _all_with(strokes: Sequence[object], grey: int = 60) -> np.ndarray:
    page = EMPTY
    for number, label in MEANT.items():
        page = stroked(page, SHEET, number, label, strokes, grey)
    return page


def _pixels(number: int, label: str) -> tuple[int, int]:
    line = SHEET.sheets[0].lines[number - 1]
    at = line.centre(line.labels.index(label))
    return round(at.x * EMPTY.shape[1] / 210), round(at.y * EMPTY.shape[1] / 210)


FILLED = marked(EMPTY, SHEET, MEANT.items())


@pytest.mark.parametrize(
    "strokes", [CROSS, TICK, DASH, DOT, LOOP], ids=["crosses", "ticks", "dashes", "dots", "loops"]
)
def test_whatever_a_pupil_marks_with_is_a_mark_if_all_marks_are_such(strokes: Sequence[object]):
    assert _said(_all_with(strokes)) == MEANT


def test_a_thick_cross_is_never_deleted():
    thick = [np.array(each) + shift for each in CROSS for shift in (-0.15, 0, 0.15)]
    assert _said(_all_with(thick, grey=0)) == MEANT
    assert _said(stroked(FILLED, SHEET, 20, "B", thick, grey=0))[20] in ("B", "B second")


def test_a_faint_hand_is_read_and_a_faint_mark_in_a_heavy_hand_goes_to_a_person():
    assert _said(marked(EMPTY, SHEET, MEANT.items(), grey=170)) == MEANT
    assert _said(marked(FILLED, SHEET, [(20, "C")], grey=235)) == MEANT | {20: " faint"}


def test_what_an_eraser_left_is_no_mark_and_alone_it_goes_to_a_person():
    beside = marked(FILLED, SHEET, [(7, "A")], grey=225)
    assert _said(beside) == MEANT
    alone = marked(FILLED, SHEET, [(20, "A")], grey=215)
    assert _said(alone)[20] == " faint"


def test_a_broad_smear_beside_a_thin_tick_is_what_was_erased():
    assert _said(marked(_all_with(TICK), SHEET, [(7, "A")], grey=225)) == MEANT


def test_two_marks_go_to_a_person():
    assert _said(marked(FILLED, SHEET, [(7, "A")]))[7] == "AC second"


def test_a_mark_that_was_struck_through_goes_to_a_person():
    page = stroked(FILLED, SHEET, 8, "D", THROUGH)
    assert _said(page) == MEANT | {8: "D second"}


def test_a_loop_about_a_ring_among_filled_ones_goes_to_a_person():
    assert _said(stroked(FILLED, SHEET, 20, "B", LOOP)) == MEANT | {20: " faint"}


def test_of_several_each_is_judged_alone():
    sheet = layout(*choices(12, several=True))
    wanted = {1: "A", 2: "ABCDE", 3: "BD", 5: "CDE", 6: "E", 7: "AC", 8: "ABDE"}
    marks = [(number, label) for number, labels in wanted.items() for label in labels]
    page = marked(drawn(sheet, CODE), sheet, marks)
    said = _said(page, sheet)
    assert said.pop(2) in ("ABCDE", "ABCDE unclear")  # no outline of it is left to be placed by
    assert said == {number: labels for number, labels in wanted.items() if number != 2}
    assert _said(marked(page, sheet, [(4, "C")], grey=215), sheet)[4].endswith(" faint")


def test_half_of_all_rings_may_be_marked():
    sheet = layout(*choices(20, "TF"))
    wanted = {number: "TF"[number % 2] for number in range(1, 21)}
    assert _said(marked(drawn(sheet, CODE), sheet, wanted.items()), sheet) == wanted


def test_a_number_may_leave_columns_empty():
    digits = [Line(1, k, 1, Point(40 + 7 * k, 90), Point(0, 7), tuple("0123456789")) for k in range(5)]
    sheet = layout(*digits)
    page = drawn(sheet, CODE)
    for column, digit in ((0, 1), (1, 7)):
        at = digits[column].centre(digit)
        place = round(at.x * page.shape[1] / 210), round(at.y * page.shape[1] / 210)
        cv2.circle(page, place, 11, 60, -1, cv2.LINE_AA)
    assert _said(page, sheet) == {1: "17"}


@pytest.mark.parametrize("label", ["A", "D"])
def test_a_sheet_of_one_question_is_read(label: str):
    sheet = layout(*choices(1, "ABCD"))
    page = drawn(sheet, CODE)
    assert _said(page, sheet) == {}
    assert _said(marked(page, sheet, [(1, label)]), sheet) == {1: label}


def test_an_empty_sheet_has_no_marks():
    assert _said(EMPTY) == {}


def test_a_label_that_stands_once_is_no_mark():
    heavy = Line(3, 0, 1, Point(34, 110), Point(7, 0), ("W", "I", "."))
    sheet = layout(*choices(2), heavy)
    assert _said(marked(drawn(sheet, CODE), sheet, [(1, "A"), (2, "B")]), sheet) == {1: "A", 2: "B"}


def test_black_and_white_proves_no_blank():
    page = np.where(FILLED > 160, 255, 0).astype(np.uint8)
    assert _said(page) == MEANT | {20: " blank"}


def test_specks_on_an_empty_page_in_black_and_white_are_no_marks():
    page = np.where(_speckled(EMPTY) > 100, 255, 0).astype(np.uint8)
    assert {text.split(" ")[0] for text in _said(page).values()} == {""}


def _copied_too_light(page: np.ndarray) -> np.ndarray:
    """Whatever is lighter than 135 has vanished: the labels have, and pencil may have."""
    return np.clip(page.astype(int) * 255 // 135, 0, 255).astype(np.uint8)


def _copied_too_dark(page: np.ndarray) -> np.ndarray:
    """Whatever is grey is nearly black, outlines as well as loops upon them."""
    return (255 / (1 + np.exp((190 - page.astype(float)) / 24))).astype(np.uint8)


def test_a_copy_that_took_the_labels_away_may_have_taken_pencil_too():
    weak = marked(EMPTY, SHEET, MEANT.items(), grey=130)
    assert _said(_copied_too_light(weak))[20] == " blank"
    assert set(_said(_copied_too_light(EMPTY)).values()) == {" blank"}


def test_a_copy_that_took_the_labels_away_has_not_taken_a_heavy_hands_marks():
    assert _said(_copied_too_light(FILLED)) == MEANT


def test_where_a_copy_took_the_outlines_away_the_markers_of_a_flat_page_place_the_rings():
    page = FILLED.copy()
    for line in SHEET.sheets[0].lines:
        for ring, label in enumerate(line.labels):
            if MEANT.get(line.number) != label:
                at = line.centre(ring)
                x, y = (round(each * page.shape[1] / 210) for each in (at.x, at.y))
                cv2.circle(page, (x, y), 14, 250, -1)
    assert _said(page) == MEANT


def test_one_of_several_marks_that_was_struck_through_goes_to_a_person():
    sheet = layout(*choices(12, several=True))
    meant = dict.fromkeys(range(1, 13), "BD")
    page = marked(drawn(sheet, CODE), sheet, [(number, label) for number in meant for label in "BD"])
    assert _said(stroked(page, sheet, 8, "D", THROUGH), sheet) == meant | {8: "BD second"}


def test_of_two_marks_the_one_that_is_not_struck_through_is_the_guess():
    both = marked(FILLED, SHEET, [(8, "A")])
    assert _said(stroked(both, SHEET, 8, "A", THROUGH)) == MEANT | {8: "D second"}


def test_who_marks_beyond_the_rings_strikes_through_further_beyond():
    sheet = layout(*choices(12, several=True))
    meant = {number: "ABCDE"[number % 5] for number in range(1, 13)} | {8: "BD"}
    page = drawn(sheet, CODE)
    for number, labels in meant.items():
        for label in labels:
            page = marked(page, sheet, [(number, label)])
            page = stroked(page, sheet, number, label, [[(-1.65, 0.3), (1.65, -0.3)]])
    assert _said(page, sheet) == meant
    assert _said(stroked(page, sheet, 8, "B", [[(-2.1, 0.5), (2.1, -0.5)]]), sheet)[8] == "BD second"


def test_where_pencil_may_have_vanished_no_line_of_several_answers_is_complete():
    sheet = layout(*choices(12, several=True))
    page = marked(drawn(sheet, CODE), sheet, [(number, "B") for number in range(1, 13)], grey=118)
    said = _said(_copied_too_light(page), sheet)
    assert said == dict.fromkeys(range(1, 13), "B faint")


def test_a_tick_that_ends_near_print_is_not_struck_through():
    rising = [[(-0.7, -0.1), (-0.15, 0.55), (1.4, -1.3)]]
    page = _all_with(rising)
    for number in (6, 13):
        x, y = _pixels(number, "A")
        cv2.putText(page, "7", (x - 39, y + 8), cv2.FONT_HERSHEY_SIMPLEX, 0.7, 0, 2, cv2.LINE_AA)
        cv2.putText(page, "all that are right", (x - 12, y + 27), cv2.FONT_HERSHEY_SIMPLEX, 0.4, 0, 1)
    assert _said(page) == MEANT


@pytest.mark.parametrize("grey", [190, 170, 150])
def test_a_streak_through_the_rings_of_an_empty_page_is_no_hand(grey: int):
    x, _ = _pixels(1, "A")
    page = EMPTY.copy()
    cv2.line(page, (x - 4, 700), (x - 4, 1700), grey, 1)
    above, through = range(1, 6), range(6, 21)
    assert _said(page) == dict.fromkeys(above, " blank") | dict.fromkeys(through, "A faint")


def test_where_one_pupils_marks_differ_much_a_weaker_second_one_may_be_a_mark():
    weak = {number: label for number, label in MEANT.items() if number % 4 == 0}
    heavy = {number: label for number, label in MEANT.items() if number % 4}
    uneven = marked(marked(EMPTY, SHEET, heavy.items(), grey=40), SHEET, weak.items(), grey=135)
    assert _said(marked(uneven, SHEET, [(7, "A")], grey=175)) == MEANT | {7: "C second"}
    assert _said(marked(FILLED, SHEET, [(7, "A")], grey=190)) == MEANT


def test_where_light_has_washed_out_a_line_its_blank_is_not_believed():
    _, y = _pixels(20, "A")
    page = FILLED.astype(np.int64)
    page[y - 25 : y + 25] = np.where(page[y - 25 : y + 25] > 110, 255, page[y - 25 : y + 25])
    assert _said(page.astype(np.uint8)) == MEANT | {20: " blank"}


def test_a_heavy_point_in_each_column_of_a_number_is_its_label():
    digits = [
        Line(1, k, 1, Point(40 + 7 * k, 90), Point(0, 7), (".", *map(str, range(10)))) for k in range(5)
    ]
    sheet = layout(*digits)
    page = drawn(sheet, CODE)
    for column in digits:
        at = column.centre(0)
        place = tuple(round(each * page.shape[1] / 210) for each in (at.x, at.y))
        cv2.circle(page, place, 3, 60, -1, cv2.LINE_AA)
    at = digits[4].centre(8)
    cv2.circle(page, tuple(round(each * page.shape[1] / 210) for each in (at.x, at.y)), 11, 60, -1)
    assert _said(page, sheet) == {1: "7"}


def test_loops_on_a_copy_that_took_the_labels_away_are_read_if_they_are_far_from_vanishing():
    assert _said(_copied_too_light(_all_with(LOOP))) == MEANT
    weak = _said(_copied_too_light(_all_with(ON_THE_OUTLINE, grey=125)))
    assert {text.split(" ")[-1] for text in weak.values()} <= {"faint", "blank"}
    assert weak[20] == " blank"


@pytest.mark.parametrize("copied", [lambda page: page, lambda page: _copied_too_dark(page)], ids=["", "dark"])
def test_a_loop_that_lies_upon_the_outline_is_one(copied: Callable[[np.ndarray], np.ndarray]):
    page = EMPTY
    for number, label in MEANT.items():
        loop = ON_THE_OUTLINE if number in (4, 11) else LOOP
        page = stroked(page, SHEET, number, label, loop, 100)
    assert _said(copied(page)) == MEANT


def test_where_pencil_may_have_vanished_what_is_left_of_a_second_mark_is_little():
    page = marked(EMPTY, SHEET, MEANT.items(), grey=118)
    said = _said(_copied_too_light(marked(page, SHEET, [(7, "A")], grey=130)))
    assert said == MEANT | {7: "C second", 20: " blank"}


def test_a_stain_in_a_ring_of_a_line_that_is_blank_is_no_mark():
    x, y = _pixels(20, "B")
    page = _all_with(TICK, grey=120)
    stain = np.full_like(page, 255)
    cv2.line(stain, (x - 200, y + 40), (x + 200, y - 40), 205, 26, cv2.LINE_AA)
    stain = cv2.GaussianBlur(stain, (0, 0), 5)
    said = _said((page.astype(int) * stain // 255).astype(np.uint8))
    assert said[20].endswith("faint")


def _bent(page: np.ndarray) -> np.ndarray:
    height, width = page.shape
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    moved = (
        y + np.float32(9) * np.sin(np.pi * x / width + 0.7),
        x + np.float32(4) * np.sin(np.pi * y / height),
    )
    return cv2.remap(page, moved[1], moved[0], cv2.INTER_LINEAR, borderValue=250)


def _shaded(page: np.ndarray) -> np.ndarray:
    y, x = np.mgrid[0 : page.shape[0], 0 : page.shape[1]]
    return (page * (0.9 - 0.4 / (1 + np.exp(-(x + 0.4 * y - 700) / 8)))).astype(np.uint8)


def _stained(page: np.ndarray) -> np.ndarray:
    y, x = np.mgrid[0 : page.shape[0], 0 : page.shape[1]]
    away = np.hypot(x - 300, y - 700) / 180
    return (page * (1 - 0.3 * np.exp(-(((away - 1) / 0.1) ** 2)))).astype(np.uint8)


def _written_on(page: np.ndarray) -> np.ndarray:
    page = page.copy()
    cv2.putText(page, "Ann Lee, 7a", (250, 440), cv2.FONT_HERSHEY_SCRIPT_SIMPLEX, 2, 40, 3, cv2.LINE_AA)
    cv2.putText(page, "why??", (520, 900), cv2.FONT_HERSHEY_SCRIPT_SIMPLEX, 2, 40, 3, cv2.LINE_AA)
    return page


def _speckled(page: np.ndarray) -> np.ndarray:
    return np.where(np.random.default_rng(3).random(page.shape) < 0.0008, 30, page).astype(np.uint8)


def _at_75_dpi(page: np.ndarray) -> np.ndarray:
    return cv2.resize(page, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)


def _at_300_dpi(page: np.ndarray) -> np.ndarray:
    return cv2.resize(page, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)


@pytest.mark.parametrize(
    "harmed",
    [_bent, _shaded, _stained, _written_on, _speckled, _at_75_dpi, _at_300_dpi],
    ids=lambda each: each.__name__,
)
def test_what_befalls_paper_and_pictures_changes_no_answer(harmed: Callable[[np.ndarray], np.ndarray]):
    said = _said(harmed(FILLED))
    read = {number: text.split(" ")[0] for number, text in said.items()}
    assert {number: labels for number, labels in read.items() if labels} == MEANT
    assert sum(" " in text for text in said.values()) <= 1


def test_lines_that_the_picture_does_not_show_go_to_a_person():
    said = _said(FILLED[:, 290:])
    assert {number for number, text in said.items() if text.endswith("unclear")} == {*range(1, 21)}


def test_lines_without_outlines_go_to_a_person():
    page = FILLED.copy()
    page[1040:1400, 100:500] = 250  # a slip of paper lies there
    unclear = {number for number, text in _said(page).items() if text.endswith("unclear")}
    assert unclear == {number for number in range(1, 21) if 1052 < (80 + (number - 1) * 9.2) * 5.905 < 1388}
