"""Nothing is wrong with questions of other fields that were written well; README.md says by whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizmill.bank.load import load_bank
from quizmill.check.run import check
from quizmill.errors import Severity

SETS = ["set-1", "set-2", "set-3", "set-4", "set-5"]


@pytest.mark.parametrize("name", SETS)
def test_nothing_worse_than_advice_is_said_of_sixty_sound_questions(name: str):
    loaded = load_bank(Path(__file__).with_name(name))

    assert sum(1 for _ in loaded.bank.questions()) == 60
    assert [str(each) for each in check(loaded) if each.severity is not Severity.ADVICE] == []
