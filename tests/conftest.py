"""How the suite runs: side by side, examples without a stopwatch, long proofs when they are asked for."""

from __future__ import annotations

import gc
import importlib
import os
import pkgutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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

HERE = Path(__file__).parent
_UNMEASURED = {"architecture", "docs", "words"}  # folders whose tests read what is written
_APART = {"quizmill.__main__", "quizmill.app.anki_judge"}  # which run when they are imported


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--proofs", action="store_true", help="run the long proofs too, as .ci/run does")
    parser.addoption(
        "--whole", action="store_true", help="with --proofs: all cases of those by chance, no fifth"
    )


@pytest.fixture
def cases(request: pytest.FixtureRequest) -> Callable[[int], int]:
    """How many of so many cases drawn by chance are tried: a fifth, or all with --whole."""
    share = 1 if request.config.getoption("--whole") else 5
    return lambda count: count // share


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Iterator[None]:
    """What tests are made of stays to the end: nothing looks whether it could go meanwhile."""
    gc.disable()
    try:
        with _unmeasured(session.config):
            return (yield)
    finally:
        gc.freeze()
        gc.enable()


@contextmanager
def _unmeasured(config: pytest.Config) -> Iterator[None]:
    """Coverage takes more than half of the time in which tests are read: it sees how our modules are."""
    plugin = config.pluginmanager.getplugin("_cov")
    measuring = plugin and plugin.cov_controller
    if not measuring or config.getoption("dist", "no") != "no":  # whose workers read the tests
        yield
        return
    import quizmill  # and no sooner: coverage has to see it

    for module in pkgutil.walk_packages(quizmill.__path__, "quizmill."):
        if module.name not in _APART:
            importlib.import_module(module.name)
    measuring.pause()
    try:
        yield
    finally:
        measuring.resume()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if item.get_closest_marker("proof") and not config.getoption("--proofs"):
            item.add_marker(pytest.mark.skip(reason="a long proof: `pytest --proofs` runs it"))
        if item.get_closest_marker("proof") or item.path.relative_to(HERE).parts[0] in _UNMEASURED:
            item.add_marker("no_cover")  # which would take most of its time
    items.sort(key=lambda item: not item.get_closest_marker("proof"))  # so that none is waited for at the end


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """None for a few files that are named: they are done before workers have started."""
    named = [Path(argument.partition("::")[0]) for argument in config.args]
    return 0 if all(path.is_file() for path in named) else None
