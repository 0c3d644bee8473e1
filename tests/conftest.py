"""How the suite runs: side by side, examples without a stopwatch, long proofs when they are asked for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# How long an example takes says more of the machine's other work than of us: tests/bench looks at speed.
settings.register_profile(
    "quizmill", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
# What CI finds is the fault of the change it looks at; new examples are looked for on the desks.
settings.register_profile("ci", settings.get_profile("quizmill"), derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "quizmill")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--proofs", action="store_true", help="run the long proofs too, as .ci/run does")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--proofs"):
        return
    for item in items:
        if item.get_closest_marker("proof"):
            item.add_marker(pytest.mark.skip(reason="a long proof: `pytest --proofs` runs it"))


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """None for a few files that are named: they are done before workers have started."""
    named = [Path(argument.partition("::")[0]) for argument in config.args]
    return 0 if all(path.is_file() for path in named) else None
