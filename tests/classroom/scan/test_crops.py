"""What is cut out of a straightened page."""

from __future__ import annotations

import io

import pytest
from PIL import Image

import answer_sheets
from doubted import CHOICE, DIGITS, LAYOUT, RESPONSE, SHEET, upright
from quizmill.classroom.scan.cards import Crop
from quizmill.classroom.scan.crops import PIXELS, ring_box, ring_greys
from quizmill.compose.answer_sheet.layout import Box, Layout, Line


def rounded(box: Box) -> Box:
    return Box(*(round(side, 2) for side in (box.x, box.y, box.width, box.height)))


def seen(crop: Crop, line: Line, ring: int, layout: Layout = LAYOUT) -> int:
    """The grey in the middle of a ring."""
    centre = line.centre(ring)
    with Image.open(io.BytesIO(crop.jpeg)) as picture:
        return picture.getpixel(
            (round(PIXELS * (centre.x - crop.place.x)), round(PIXELS * (centre.y - crop.place.y)))
        )


def test_a_line_is_shown_with_its_number_and_its_question_with_what_is_near():
    crop = upright().line(SHEET, CHOICE)

    assert rounded(crop.shown) == Box(38.3, 76.6, 36.7, 6.8)  # rings from 50 to 71, the number left of them
    assert rounded(crop.place) == Box(38.2, 67.6, 36.8, 24.8)  # whole pixels
    with Image.open(io.BytesIO(crop.jpeg)) as picture:
        assert (picture.format, picture.mode, picture.size) == ("JPEG", "L", (184, 124))


def test_a_number_is_shown_with_all_its_places():
    crops = [upright().line(SHEET, line) for line in DIGITS]

    assert [rounded(crop.shown) for crop in crops] == [Box(38.3, 88, 22.7, 65.4)] * 2


def test_the_marks_are_where_the_layout_says():
    page = upright((CHOICE, 1, 80), (RESPONSE, 2, 180))

    crop = page.line(SHEET, CHOICE)

    assert seen(crop, CHOICE, 1) == pytest.approx(80, abs=6)
    assert seen(crop, CHOICE, 2) == pytest.approx(255, abs=6)
    assert seen(crop, RESPONSE, 2) == pytest.approx(180, abs=6)  # it stands below, where more is shown


def test_a_row_in_the_dark_is_shown_as_in_good_light():
    crop = upright((CHOICE, 1, 40), light=0.4).line(SHEET, CHOICE)

    assert seen(crop, CHOICE, 2) == pytest.approx(255, abs=6)
    assert seen(crop, CHOICE, 1) == pytest.approx(40, abs=6)


def test_nothing_is_cut_beyond_the_paper():
    edge = Line(1, 0, 1, LAYOUT.name and CHOICE.first, CHOICE.step, tuple("ABCDEFGHIJKLMNOPQRSTUVWX"))

    crop = upright().line(SHEET, edge)

    assert crop.shown.x + crop.shown.width == 210


def test_a_row_holds_no_name_and_the_name_is_cut_alone():
    page = upright()

    rows = [page.line(SHEET, line).place for line in SHEET.lines]

    assert all(row.y >= LAYOUT.name.y + LAYOUT.name.height for row in rows)
    assert page.name().place == page.name().shown == LAYOUT.name


def test_frames_do_not_overlap():
    assert rounded(ring_box(LAYOUT, CHOICE, 0)) == Box(47, 77, 6, 6)
    assert rounded(ring_box(LAYOUT, DIGITS[0], 1)) == Box(47.5, 107.5, 5, 5)


def pictured(line: Line, *marked: tuple[Line, int, int]) -> list[str]:
    """The greys of a line's rings, six to a ring, as signs."""
    crop = upright(*marked).line(SHEET, line)
    rings = [ring_box(LAYOUT, line, ring) for ring in range(len(line.labels))]
    return ["".join(" .:#"[3 - grey // 64] for grey in row) for row in ring_greys(crop, rings, 6)]


def test_rings_as_a_few_greys():
    assert pictured(CHOICE, (CHOICE, 1, 60)) == [
        "                        ",
        "        ::              ",
        "       :##:             ",
        "       :##:             ",
        "        ::              ",
        "                        ",
    ]


def test_rings_below_each_other_are_laid_on_their_side_the_first_at_the_left():
    assert [row[36:54] for row in pictured(DIGITS[1], (DIGITS[1], 7, 60))] == [
        "                  ",
        "       .::        ",
        "      .####       ",
        "      :####:      ",
        "      :####:      ",
        "      .####       ",
        "       .::.       ",
        "                  ",
    ]


@pytest.mark.parametrize("size", ["a4", "letter"])
@pytest.mark.parametrize("options", [3, 6])
def test_no_row_of_a_printed_sheet_holds_the_name(size: str, options: int):
    made = answer_sheets.class_set(
        answer_sheets.bank_of(answer_sheets.KINDS * 5, options=options), forms_count=2, size=size
    )
    layout = answer_sheets.layout_of(made)
    page = upright(layout=layout)

    tops = [page.line(sheet, line).place.y for sheet in layout.sheets for line in sheet.lines]

    assert min(tops) >= layout.name.y + layout.name.height


def test_a_picture_that_is_all_black_stays_so():
    assert seen(upright(light=0).line(SHEET, CHOICE), CHOICE, 1) == 0
