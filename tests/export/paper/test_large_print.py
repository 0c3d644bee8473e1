"""Large print is 18 points throughout: head and foot, captions, code, tables, credits, words in boxes."""

from __future__ import annotations

import pytest

from printed import Printed, paper_of
from quizmill.bank.model import Cloze, Distractor, Image, MultipleResponse, Numerical, ShortAnswer
from quizmill.export.paper.worksheet import worksheet
from quizmill.export.paper.worksheet_options import WorksheetOptions

TABLE = (
    "Read:\n\n| a rather long head | another | a third |\n|---|---|---|\n| "
    + " | ".join(["one two"] * 3)
    + " |"
)
CODE = "Read:\n```python\n" + "value = " + " + ".join(f"number_{n}" for n in range(30)) + "\n```"
DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="40">
<text y="20" font-size="{1}">map</text></svg>"""
QUESTIONS = (
    MultipleResponse(id="a", prompt="Which?", answers=("x", "y"), distractors=(Distractor(text="z"),)),
    ShortAnswer(id="b", prompt=TABLE, answer="x"),
    ShortAnswer(id="c", prompt=CODE, answer="x"),
    Cloze(id="d", text="In {{2004}} and {{2005}}."),
    Numerical(
        id="e",
        prompt="How far?",
        answer="7",
        unit="km",
        image=Image(file="m.svg", alt="A map", credit="By me"),
    ),
)


def large(*questions, width=100, letters=10, **looks):
    options = WorksheetOptions(large_print=True, **looks)
    images = {"m.svg": DRAWING.format(width, letters).encode()}
    return Printed(worksheet(paper_of(*questions), options, images))


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("size", ["a4", "letter"])
def test_no_letter_is_smaller(columns, size):
    looks = {
        "sections": "kind",
        "score_boxes": True,
        "word_bank": True,
        "header": "School",
        "instructions": TABLE,
    }
    found = large(*QUESTIONS, columns=columns, size=size, **looks)

    assert "By me" in found.text
    assert found.smallest == 18


def test_a_drawing_grows_until_its_letters_are_as_large_or_it_fills_the_column():
    def letters(**drawn):
        return large(QUESTIONS[-1], **drawn).smallest

    assert letters(width=100, letters=24) == 18
    assert letters(width=100, letters=5) == 18
    assert letters(width=400, letters=4) == pytest.approx(4.4, abs=0.2)


def test_the_foot_keeps_what_marking_needs_and_leaves_out_that_the_paper_goes_on():
    found = large(*QUESTIONS)

    assert "continues" not in found.text
    assert all("Form A · paper " in page for page in found.pages)
    assert found.pages[0].endswith(f"Page 1 of {len(found.pages)}")
