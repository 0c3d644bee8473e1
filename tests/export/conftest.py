"""The sample bank as a paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizmill.compose.paper import Paper, compose
from samples import load


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Paper:
    """All nine kinds of question, in the order of the bank, as form A."""
    folder: Path = tmp_path_factory.mktemp("sample")
    bank = load(folder).bank
    return compose(bank, tuple(bank.questions()), seed=1, form="A", order="bank")
