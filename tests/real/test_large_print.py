"""Every question there is in large print: the shipped bank and the examples, read back by PDFium."""

from __future__ import annotations

from pathlib import Path

import pytest

from printed import Printed
from quizmill.app.pictures import pictures
from quizmill.bank.default import shipped_bank
from quizmill.bank.load import load_bank
from quizmill.compose.paper import compose
from quizmill.export.paper.worksheet import worksheet
from quizmill.export.paper.worksheet_options import WorksheetOptions

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(folder.parent for folder in (ROOT / "examples").glob("*/bank.yaml"))


@pytest.mark.proof
@pytest.mark.parametrize("folder", [shipped_bank(), *EXAMPLES], ids=lambda folder: folder.name)
def test_nothing_but_a_drawing_that_fills_its_column_has_smaller_letters_than_18_points(folder):
    bank = load_bank(folder).bank
    paper = compose(bank, tuple(bank.questions()), seed=1)
    looks = {"score_boxes": True, "word_bank": True, "sections": "topic", "large_print": True}
    found = Printed(worksheet(paper, WorksheetOptions(**looks), pictures(folder, paper.exercises)))

    assert found.smallest_written == 18
    assert found.smallest > 13
