from __future__ import annotations

import pytest

import samples
from quizmill.compose.paper import Paper, compose


@pytest.fixture(scope="session")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Paper:
    """The sample bank, all nine kinds, in its own order."""
    bank = samples.load(tmp_path_factory.mktemp("bank")).bank
    return compose(bank, tuple(bank.questions()), seed=7, order="bank")
