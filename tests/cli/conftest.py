"""Commands on the sample bank."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import samples
from commands import Ended, environment, run_apart, run_here

Run = Callable[..., Ended]


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What commands keep for their next run."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def quizmill(tmp_path: Path, cache: Path) -> Run:
    """Runs `quizmill …` in tmp_path with *typed* as its input and *env* in its environment."""

    def run(*arguments: str | Path, typed: str = "", **env: str) -> Ended:
        of_python = any(name.startswith("PYTHON") for name in env)  # it reads them when it starts
        run_it = run_apart if of_python else run_here
        return run_it([*map(str, arguments)], typed, tmp_path, environment(cache, **env))

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
