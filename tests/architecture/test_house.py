"""The rules of the house that no linter knows."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from quizmill.cli.main import COMMANDS

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "src" / "quizmill").rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT / "src")))
def test_a_module_fits_a_mind(path: Path):
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    functions = [each for each in ast.walk(tree) if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)]

    assert len(text.splitlines()) <= 300
    assert ast.get_docstring(tree)
    assert [f.name for f in functions if (f.end_lineno or f.lineno) - f.lineno >= 40] == []


def test_every_folder_of_modules_is_a_package():
    """Those that are none are overlooked by import-linter."""
    assert sorted({path.parent for path in MODULES if not (path.parent / "__init__.py").exists()}) == []


def test_the_readme_stays_short():
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 130


def test_every_command_is_in_the_readme():
    text = (ROOT / "README.md").read_text(encoding="utf-8")

    assert [name for name in COMMANDS if f"quizmill {name}" not in text] == []
