"""A bank to sit at."""

from __future__ import annotations

from pathlib import Path

import pytest

import samples


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """The sample bank, all nine kinds, at tmp_path/question_bank."""
    return samples.write(tmp_path)
