"""What may import what, and what stays out of a quick command."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import samples

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "QUIZMILL_HISTORY": "none"}

PRINT_MODULES = """
import sys
from quizmill.cli import main
code = main.run(sys.argv[1:])
print(*sorted({name for name in sys.modules}), sep="\\n", file=sys.stderr)
sys.exit(code)
"""


def modules_of(*arguments: str) -> set[str]:
    run = subprocess.run(
        [sys.executable, "-c", PRINT_MODULES, *arguments],
        env=ENVIRONMENT,
        input="",
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return set(run.stderr.splitlines())


HEAVY = {"reportlab", "genanki", "jinja2", "rapidfuzz", "textual", "rich", "fsrs", "sqlite3", "anki"}


def test_help_imports_nothing_but_click():
    assert modules_of("--help") & (HEAVY | {"msgspec", "yaml", "quizmill.bank", "quizmill.errors"}) == set()


@pytest.mark.parametrize(
    "command",
    [("list",), ("show", "--help"), ("schema",)],
    ids=lambda command: command[0],
)
def test_a_quick_command_imports_nothing_heavy(command, monkeypatch, tmp_path):
    monkeypatch.setitem(ENVIRONMENT, "QUIZMILL_BANK", str(samples.write(tmp_path)))

    assert modules_of(*command) & HEAVY == set()


def test_the_first_question_waits_for_sqlite_alone(monkeypatch, tmp_path):
    monkeypatch.setitem(ENVIRONMENT, "QUIZMILL_BANK", str(samples.write(tmp_path)))

    assert modules_of("quiz", "-n", "1") & HEAVY == {"sqlite3"}


def test_listing_imports_no_marking_and_no_checking():
    assert {"quizmill.check", "quizmill.grade", "quizmill.study"} & modules_of("list") == set()


def test_printing_needs_no_anki_and_a_deck_no_printing():
    assert "genanki" not in modules_of("worksheet", "--help")
    assert "reportlab" not in modules_of("anki", "--help")


def test_imports_point_down_only_and_each_library_has_one_door():
    lint = Path(sys.executable).with_name("lint-imports")
    if not lint.exists():
        pytest.skip("import-linter is not installed")
    run = subprocess.run(
        [lint, "--no-cache"], cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )

    assert run.returncode == 0, run.stdout
