"""Where the rings of an answer sheet stand: laws of any paper, and what each kind of question gets."""

from __future__ import annotations

import pytest
from tests.answer_sheets import KINDS, bank_of, class_set, layout_of, shipped


def test_every_question_of_the_shipped_bank_has_rings_or_is_typed():
    made = class_set(shipped())
    sheet = layout_of(made).sheet("")
    ringed = {line.number for line in sheet.lines}
    assert ringed.isdisjoint(sheet.typed)
    assert sorted({*ringed, *sheet.typed}) == list(range(1, len(made.papers[0].exercises) + 1))


@pytest.mark.parametrize("size", ["a4", "letter"])
def test_a_hundred_choices_of_five_stand_on_one_page(size):
    sheet = layout_of(class_set(bank_of(["choice"] * 100), size=size)).sheet("")
    assert (sheet.pages, len(sheet.lines)) == (1, 100)


def test_the_layout_of_a_set_is_restored_from_json():
    made = class_set(bank_of(KINDS))
    assert layout_of(made).sheet("").typed == ()
