"""PDFium reads our PDFs back: every glyph is there, and a class set fits into memory."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from printed import Printed, paper_of
from quizmill.bank.model import Distractor, MultipleChoice, ShortAnswer
from quizmill.compose.paper import compose
from quizmill.export.flashcards import FlashcardOptions, flashcards
from quizmill.export.paper.key import answer_key
from quizmill.export.paper.worksheet import worksheet
from quizmill.export.paper.worksheet_options import WorksheetOptions
from samples import load


def glyph(character):
    """The picture of a character as printed."""
    found = Printed(
        worksheet(paper_of(ShortAnswer(id="q", prompt=character, answer="x")), WorksheetOptions())
    )
    page, left, bottom, right, top = found.place_of(character)
    height = found.sizes[0][1]
    box = (int(left * 2) - 2, int((height - top) * 2) - 2, int(right * 2) + 2, int((height - bottom) * 2) + 2)
    return found.picture(page).crop(box)


def test_every_character_has_a_glyph_of_its_own_and_none_is_a_box():
    pictures = {character: glyph(character) for character in "¥éő雷军あア½→✓★₂"}

    assert all(min(picture.tobytes()) < 140 for picture in pictures.values())
    assert len({picture.tobytes() for picture in pictures.values()}) == len(pictures)


def test_bold_italic_and_code_are_faces_of_their_own_and_fall_back_alike():
    prompt = "plain *slanted 雷* **heavy 军** `code 雷军 ★`"
    found = Printed(worksheet(paper_of(ShortAnswer(id="q", prompt=prompt, answer="x")), WorksheetOptions()))

    assert "plain slanted 雷 heavy 军 code 雷军 ★" in found.text


@pytest.mark.parametrize("size", ["a4", "letter"])
def test_all_that_is_printed_of_the_sample_opens_and_has_ink_on_every_page(tmp_path, size):
    bank = load(tmp_path).bank
    paper = compose(bank, tuple(bank.questions()), seed=3, form="B")
    options = WorksheetOptions(size=size)
    made = (
        worksheet(paper, options),
        answer_key(paper, options),
        flashcards(paper, FlashcardOptions(size=size)).data,
    )
    for data in made:
        found = Printed(data)
        assert all(page for page in found.pages)
        assert all(min(found.ink(page)) > 5 for page in range(len(found.pages)))
        assert found.language == "en"
    assert "雷军" in Printed(made[1]).text


def test_a_sheet_of_thirty_and_its_key_load_no_chinese_font():
    program = (
        "from printed import paper_of\n"
        "from quizmill.bank.model import MultipleChoice, Distractor\n"
        "wrong = tuple(Distractor(text=f'A wrong answer {n}') for n in range(3))\n"
        "paper = paper_of(*(MultipleChoice(id=f'q{n}', prompt=f'Which of these is number {n}?',"
        " answer='The right answer', distractors=wrong) for n in range(30)))\n"
        "from quizmill.export.paper.key import answer_key\n"
        "from quizmill.export.paper.worksheet import worksheet\n"
        "from quizmill.export.paper.worksheet_options import WorksheetOptions\n"
        "worksheet(paper, WorksheetOptions()), answer_key(paper, WorksheetOptions())\n"
        "from reportlab.pdfbase.pdfmetrics import getRegisteredFontNames\n"
        "print([n for n in getRegisteredFontNames() if n.startswith('quizmill')])\n"
    )
    path = os.pathsep.join(sys.path)
    ended = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
    )

    assert (
        ended.stdout.strip()
        == "['quizmill-NotoSans-Bold', 'quizmill-NotoSans-Italic', 'quizmill-NotoSans-Regular']"
    )


def test_a_thousand_questions_are_printed_to_the_last():
    wrong = tuple(Distractor(text=f"A wrong answer {n}") for n in range(3))
    paper = paper_of(
        *(
            MultipleChoice(id=f"q{n}", prompt=f"Which {n}?", answer="The right", distractors=wrong)
            for n in range(1000)
        )
    )
    found = Printed(worksheet(paper, WorksheetOptions()))

    assert "1000. Which 999?" in found.pages[-1]


@pytest.mark.proof
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="asks Linux how much memory it was")
def test_sheets_for_a_thousand_students_stay_under_four_hundred_megabytes():
    program = (
        "from pathlib import Path\n"
        "from quizmill.bank.load import load_bank\n"
        "from quizmill.bank.default import shipped_bank\n"
        "from quizmill.compose.paper import compose\n"
        "from quizmill.compose.selection import Selection, choose\n"
        "from quizmill.export.paper.worksheet_options import WorksheetOptions\n"
        "from quizmill.export.paper.worksheet import worksheets\n"
        "bank = load_bank(shipped_bank()).bank\n"
        "chosen = choose(bank, Selection(count=30), seed=1).questions\n"
        "papers = [compose(bank, chosen, seed=1, form=str(n)) for n in range(1000)]\n"
        "names = [f'Student {n}' for n in range(1000)]\n"
        "data = worksheets(papers, WorksheetOptions(), students=names)\n"
        # ru_maxrss would count what the process that began this one had.
        "status = Path('/proc/self/status').read_text()\n"
        "print(int(status.split('VmHWM:')[1].split()[0]) / 1024, len(data) / 1e6)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    mebibytes, megabytes = map(float, ended.stdout.split())

    assert mebibytes < 400
    assert megabytes < 20
