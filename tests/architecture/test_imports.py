"""What may import what, and what stays out of a quick command."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import samples
from quizmill.bank import cached, stamps
from quizmill.bank.load import load_bank

ROOT = Path(__file__).parents[2]
# What measures the coverage of branches imports sqlite3 itself.
_INHERITED = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
ENVIRONMENT = {**_INHERITED, "PYTHONPATH": str(ROOT / "src"), "QUIZMILL_HISTORY": "none"}

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


HEAVY = set("reportlab genanki jinja2 rapidfuzz textual rich fsrs sqlite3 anki pygments ziamath".split())


def test_help_imports_nothing_but_click():
    other = {"msgspec", "yaml", "quizmill.bank", "quizmill.errors", "click.shell_completion"}

    assert modules_of("--help") & (HEAVY | other) == set()


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


@pytest.fixture
def read_before(monkeypatch, tmp_path):
    """The bank that commands work on, which an earlier one has read and kept a copy of."""
    folder, caches = samples.write(tmp_path), tmp_path / "caches"
    monkeypatch.setitem(ENVIRONMENT, "QUIZMILL_BANK", str(folder))
    monkeypatch.setitem(ENVIRONMENT, "XDG_CACHE_HOME", str(caches))
    monkeypatch.setattr(stamps, "_SETTLED", -1e9)  # seconds: as if its files were not made just now
    loaded = load_bank(folder)
    cached.keep(folder, loaded.folders, loaded.bank, caches / "quizmill", time.time())


@pytest.mark.usefixtures("read_before")
def test_what_the_first_question_waits_for_compiles_no_pattern_before_it_is_used():
    imported = sources(modules_of("quiz", "-n", "1"))

    assert ROOT / "src/quizmill/bank/values/dates.py" in imported
    assert [str(path) for path in imported if any(map(compiles, at_import(tree_of(path))))] == []


@pytest.mark.usefixtures("read_before")
def test_the_first_question_waits_for_no_reader_no_writer_and_no_calendar():
    later = {"yaml", "quizmill.bank.reader", "quizmill.export", "quizmill.app.file_kinds", "calendar"}

    assert later & modules_of("quiz", "-n", "1") == set()


@pytest.mark.usefixtures("read_before")
def test_a_bank_that_was_read_before_is_listed_without_reading_it_again():
    assert {"yaml", "quizmill.bank.reader"} & modules_of("list") == set()


def test_the_fields_of_records_are_given_as_types():
    """As texts msgspec would have to read them, at each start."""
    modules = sorted((ROOT / "src/quizmill/bank/model").glob("*.py"))

    assert [path.stem for path in modules if delays_annotations(tree_of(path))] == []


def sources(modules: set[str]) -> list[Path]:
    """The files of our modules among these, but that of `python -m`."""
    paths = (ROOT / "src" / name.replace(".", "/") for name in modules if name.startswith("quizmill."))
    return sorted(path.with_suffix(".py") for path in paths if path.with_suffix(".py").exists())


def at_import(node: ast.AST) -> Iterator[ast.AST]:
    """What runs when a module is imported: all but what stands in a function."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield child
            yield from at_import(child)


def compiles(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile"


def delays_annotations(tree: ast.Module) -> bool:
    return any(isinstance(node, ast.ImportFrom) and node.module == "__future__" for node in tree.body)


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def test_listing_imports_no_marking_and_no_checking():
    assert {"quizmill.check", "quizmill.grade", "quizmill.study"} & modules_of("list") == set()


def test_printing_needs_no_anki_and_a_deck_no_printing():
    assert "genanki" not in modules_of("worksheet", "--help")
    assert "reportlab" not in modules_of("anki", "--help")


def test_a_build_without_a_change_draws_nothing(monkeypatch, tmp_path):
    monkeypatch.setitem(ENVIRONMENT, "QUIZMILL_BANK", str(samples.write(tmp_path)))
    monkeypatch.setitem(ENVIRONMENT, "XDG_CACHE_HOME", str(tmp_path / "cache"))
    built = ("build", "-o", str(tmp_path / "exports"))

    assert {"reportlab", "PIL"} & modules_of(*built) == {"reportlab", "PIL"}
    assert {"reportlab", "PIL"} & modules_of(*built) == set()


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """What import-linter says of the sources in *folder* and the contracts beside them."""
    program = Path(sys.executable).with_name("lint-imports")
    if not program.exists():
        pytest.skip("import-linter is not installed")
    there = {**ENVIRONMENT, "PYTHONPATH": str(folder / "src"), "COLUMNS": "200"}
    return subprocess.run(
        [program, "--no-cache"], cwd=folder, env=there, capture_output=True, text=True, check=False
    )


def test_imports_point_down_only_and_each_library_has_its_doors():
    run = lint(ROOT)

    assert run.returncode == 0, run.stdout


CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
LIBRARIES = sorted({library for each in CONTRACTS for library in each.get("forbidden_modules", ())})


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The sources and their contracts, to be broken."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    modules = shutil.ignore_patterns("__pycache__", "*.ttf")
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=modules)
    return tmp_path


def broken(folder: Path, **modules: str) -> set[str]:
    """The contracts that break when these new *modules* (`export__trial` is export/trial.py) are there."""
    for name, source in modules.items():
        path = folder / "src" / "quizmill" / f"{name.replace('__', '/')}.py"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{source}\n", encoding="utf-8")
    said = lint(folder).stdout
    return {each["name"] for each in CONTRACTS if f"\n{each['name']} BROKEN" in said}


def test_a_new_module_that_is_no_door_may_import_no_library(copy):
    """None of the contracts lists it, and all hold it."""
    held = {each["name"] for each in CONTRACTS if each["type"] == "forbidden"}

    assert {"click", "genanki", "reportlab", "sqlite3"} < set(LIBRARIES)
    assert broken(copy, compose__trial=f"import {', '.join(LIBRARIES)}") == held


def test_a_new_module_breaks_what_else_the_house_promises(copy):
    other = {each["name"] for each in CONTRACTS if each["type"] != "forbidden"}

    assert other == broken(
        copy,
        export__trial="import quizmill.study",
        cli__commands__trial="import quizmill.cli.commands.quiz",
        faces__plain__trial="import quizmill.faces.screen",
        app__trial="import quizmill.app.anki_judge",
    )


def test_a_new_room_has_to_be_given_its_floor(copy):
    assert broken(copy, attic="") == {"Imports point down only, and siblings meet in the application alone"}
