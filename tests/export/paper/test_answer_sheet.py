"""The printed answer sheet: rings, markers and code are where the layout says, and read as they should."""

from __future__ import annotations

import cv2
import numpy as np
import pypdfium2
import pytest
import zxingcpp

from answer_sheets import KINDS, bank_of, class_set, layout_of, printed
from printed import Printed
from quizmill.classroom.print_run import whole_run
from quizmill.compose.answer_sheet.code import sign_of
from quizmill.compose.answer_sheet.layout import MARKERS
from quizmill.export.paper.worksheet import worksheets
from quizmill.export.paper.worksheet_options import WorksheetOptions

SCALE = 300 / 25.4  # pixels a millimetre
ALL = [*KINDS, "words"]
GREETINGS = {
    "en": "Answer sheet · paper",
    "de": "Antwortbogen · Blatt",
    "es": "Hoja de respuestas · hoja",
    "fr": "Feuille de réponses · feuille",
    "zh": "答题卡 · 编号",
}


def rendered(made, page=0):
    document = pypdfium2.PdfDocument(printed(made))
    return np.array(document[page].render(scale=300 / 72, grayscale=True).to_pil().convert("L"))


def around(picture, centre, radius):
    """How light it is on a circle, all the way round."""
    angles = np.linspace(0, 2 * np.pi, 72, endpoint=False)
    x = np.rint((centre.x + radius * np.cos(angles)) * SCALE - 0.5).astype(int)
    y = np.rint((centre.y + radius * np.sin(angles)) * SCALE - 0.5).astype(int)
    return picture[y, x]


@pytest.mark.parametrize("size", ["a4", "letter"])
def test_every_ring_is_drawn_where_the_layout_has_it_and_its_letter_well_within(size):
    made = class_set(bank_of(ALL), size=size)
    layout, picture = layout_of(made), rendered(made)
    assert picture.shape == pytest.approx((layout.height * SCALE, layout.width * SCALE), abs=1.5)
    centres = [line.centre(at) for line in layout.sheet("").lines for at in range(len(line.labels))]
    assert len(centres) == 5 + 5 + 2 + 25 + 25 + 56
    for centre in centres:
        assert (around(picture, centre, layout.ring) < 170).all()
        assert (around(picture, centre, layout.ring + 0.3) > 240).all()
        assert (around(picture, centre, layout.ring - 0.3) > 240).all()
        assert around(picture, centre, 0.9).min() < 255 or around(picture, centre, 0.5).min() < 255


def test_a_letter_is_pale_and_leaves_its_ring_nearly_white():
    made = class_set(bank_of(["choice"]))
    centre = layout_of(made).sheet("").lines[0].centre(1)
    left, top = (round((at - 1.3) * SCALE) for at in (centre.x, centre.y))
    inside = rendered(made)[top : top + round(2.6 * SCALE), left : left + round(2.6 * SCALE)]
    assert inside.min() >= 0.5 * 255
    assert inside.mean() > 0.93 * 255


@pytest.mark.parametrize("size", ["a4", "letter"])
def test_a_camera_finds_the_markers_within_a_tenth_of_a_millimetre(size):
    made = class_set(bank_of(["choice"] * 100), size=size)
    layout = layout_of(made)
    how = cv2.aruco.DetectorParameters()
    how.cornerRefinementMethod = cv2.aruco.CORNER_REFINE_SUBPIX
    detector = cv2.aruco.ArucoDetector(cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50), how)
    corners, numbers, _ = detector.detectMarkers(rendered(made))

    squares = [(square[0] + 0.5) / SCALE for square in corners]
    found = dict(zip(numbers.ravel().tolist(), squares, strict=True))
    assert sorted(found) == list(range(MARKERS))
    side = layout.marker
    for number, corner in enumerate(layout.markers):
        wanted = np.array([(0, 0), (side, 0), (side, side), (0, side)])
        off = found[number] - [corner.x, corner.y] - wanted
        assert np.abs(off).max() < 0.1


def test_the_code_is_read_and_says_paper_copy_and_page():
    made = class_set(bank_of(["choice"] * 130), students=["Ann", "雷军"], forms_count=2)
    document = pypdfium2.PdfDocument(printed(made))
    pages = [page.render(scale=100 / 72).to_numpy() for page in document]
    one, other = (paper.fingerprint.upper() for paper in made.papers)
    assert [code.text for page in pages for code in zxingcpp.read_barcodes(page)] == [
        f"QM1:{one}:1:1:{sign_of('Ann')}", f"QM1:{one}:1:2:{sign_of('Ann')}",
        f"QM1:{other}:2:1:{sign_of('雷军')}", f"QM1:{other}:2:2:{sign_of('雷军')}",
    ]  # fmt: skip


def test_it_is_the_same_again_byte_by_byte():
    made = class_set(bank_of(ALL), students=["Ann Lee", "Zoë"])
    assert printed(made) == printed(made)


@pytest.mark.parametrize("language", GREETINGS)
def test_a_page_is_read_aloud_in_the_order_of_its_questions_and_in_its_language(language):
    made = class_set(bank_of(["choice", "words", "truth"], language=language), order="bank")
    found = Printed(printed(made))
    words = made.words
    said = [
        "Tea",
        f"{GREETINGS[language]} {made.papers[0].fingerprint}",
        words("sheet.name"),
        words("answer_sheet.fill"),
        words("answer_sheet.typed", n=1, numbers="2"),
        "1 A B C D E",
        "3 " + " ".join(words(f"sheet.{each}")[0] for each in ("true", "false")),
    ]
    places = [found.text.index(" ".join(each.split())) for each in said]
    assert places == sorted(places)
    assert found.language == language
    assert found.outline == [words("answer_sheet.title")]


def test_the_name_and_class_of_the_roster_are_printed_and_what_is_too_long_ends_in_dots():
    long = "Maria Anna Wilhelmine Theodora von und zu Hohenlohe-Waldenburg"
    made = class_set(bank_of(["choice"]), students=[long, "雷军"])
    text = Printed(printed(made)).pages
    assert "Name Maria Anna Wilhelmine" in text[0]
    assert "… Class" in text[0]
    assert "copy 1 · Page 1 of 1" in text[0]
    assert "Name 雷军 Class" in text[2]


def test_more_typed_questions_than_two_lines_hold_are_called_all_others():
    every_other = class_set(bank_of(["choice", "words"] * 60), order="bank")
    assert "Answer all other questions on the question sheet." in Printed(printed(every_other)).text
    few = class_set(bank_of(["choice", "words", "words", "words"]), order="bank")
    assert "Answer questions 2-4 on the question sheet." in Printed(printed(few)).text


def behind_worksheets(made, **looks):
    run = whole_run(made)
    data = worksheets(
        [sheet.paper for sheet in run.sheets],
        WorksheetOptions(answer_sheet=True, **looks),
        students=[sheet.student for sheet in run.sheets],
        layout=layout_of(made),
        copies=[sheet.copy for sheet in run.sheets],
    )
    return Printed(data)


def test_each_answer_sheet_begins_on_a_leaf_of_its_own_behind_its_worksheet():
    made = class_set(bank_of(["choice"] * 3), students=["Ann", "Ben"])
    found = behind_worksheets(made)
    assert [page for page, text in enumerate(found.pages) if "Answer sheet" in text] == [2, 6]
    assert [page for page, text in enumerate(found.pages) if "Marks" in text] == [0, 4]
    assert found.outline == ["Tea – Ann", "Answer sheet", "Tea – Ben", "Answer sheet"]


def test_the_worksheet_says_where_to_answer_and_has_nothing_to_mark_twice():
    kinds = ["choice", "response", "truth", "matching", "ordering", "number", "words"]
    text = behind_worksheets(class_set(bank_of(kinds, options=3), order="bank")).pages[0]
    assert "Mark your answers on the answer sheet; what says “Answer here” is answered here." in text
    assert "3. What is asked 3? T) True F) False" in text
    assert "Mark a letter for each number on the answer sheet." in text
    assert "Mark on the answer sheet which place each step has, from 1, what comes first, to 3" in text
    assert "what comes last. A) thing" in text
    assert "6. What is asked 6? Write the number on the answer sheet (days)." in text
    assert text.index("7. What is asked 7? Answer here.") > 0
    assert "Write a letter" not in text


def test_own_instructions_still_say_where_to_answer():
    text = behind_worksheets(class_set(bank_of(["choice"])), instructions="Be quick.").pages[0]
    assert "Be quick. Mark your answers on the answer sheet." in text


def test_large_print_leaves_the_answer_sheet_as_it_is_read():
    made = class_set(bank_of(["choice"] * 2))
    large, usual = behind_worksheets(made, large_print=True), behind_worksheets(made)
    assert list(large.picture(2).tobytes()) == list(usual.picture(2).tobytes())
