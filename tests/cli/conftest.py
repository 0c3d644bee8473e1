"""Commands run as people run them: in a process of their own."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

import samples

Run = Callable[..., subprocess.CompletedProcess[str]]
CACHE = str(Path(tempfile.gettempdir()) / "quizmill-tests-cache")
SOURCES = Path(__file__).parents[2] / "src"


def environment(**changes: str) -> dict[str, str]:
    """The environment of a command: none of the tester's settings or history, and 80 columns."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR", "SYSTEMROOT") if name in os.environ}
    return {
        **kept,
        "PYTHONPATH": str(SOURCES),
        "COLUMNS": "80",
        "QUIZMILL_HISTORY": "none",
        "XDG_CACHE_HOME": CACHE,
        "SOURCE_DATE_EPOCH": "1798761600",  # 2027: the sample's release is past, whatever the clock says
        **changes,
    }


@pytest.fixture
def quizmill(tmp_path: Path) -> Run:
    """Runs `quizmill …` in tmp_path with *typed* as its input."""

    def run(*arguments: str | Path, typed: str = "", **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "quizmill", *map(str, arguments)],
            input=typed,
            cwd=tmp_path,
            env=environment(**env),
            encoding="utf-8",
            errors="replace",
            capture_output=True,
            timeout=60,
            check=False,
        )

    return run


@pytest.fixture
def place() -> Callable[[str], str]:
    """Finds line and column of a text in the sample's topic file, as `3:5`."""

    def find(text: str) -> str:
        before, found, _ = samples.TOPIC.partition(text)
        assert found, text
        return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"

    return find


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """The sample bank, all nine kinds, at tmp_path/question_bank."""
    samples.write(tmp_path)
    return Path("question_bank")
