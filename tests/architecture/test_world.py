"""Time, chance and files are arguments, but where the world is met on purpose."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCES = Path(__file__).parents[2] / "src" / "quizmill"
MODULES = {path.relative_to(SOURCES).as_posix(): path for path in sorted(SOURCES.rglob("*.py"))}

DOORS = (
    "app/",
    "cli/",
    "faces/",
    "bank/default.py",
    "bank/files.py",
    "bank/load.py",
    "bank/private_file.py",
    "bank/reader/",
    "bank/stamps.py",
    "check/checked.py",
    "bank/document.py",
    "check/grounds.py",
    "check/parallel.py",
    "check/store.py",
    "export/alone.py",
    "export/fonts/",
    "export/journal.py",
    "export/publish.py",
    "study/history/",
    "words/__init__.py",
    "bank/values/tongues.py",
    "bank/values/numerals.py",
    "bank/values/clock.py",
)
_WORLD = set("http os random secrets shutil socket subprocess tempfile threading time urllib".split())
_OF_PATHS = set("exists glob is_dir is_file iterdir mkdir read_bytes read_text rglob stat unlink".split())
_OF_PATHS |= set("write_bytes write_text".split())
_CLOCKS = {"now", "today", "utcnow"}


def met(source: str) -> Iterator[str]:
    """Where a module's *source* asks the clock, chance, the disk or the network."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                yield from (name.name for name in names if name.name.partition(".")[0] in _WORLD)
            case ast.ImportFrom(module=str(module)) if module.partition(".")[0] in _WORLD:
                yield module
            case ast.Call(func=ast.Name(id="open")):
                yield "open()"
            case ast.Call(func=ast.Attribute(attr=name)) if name in _OF_PATHS | _CLOCKS:
                yield f"{name}()"


def test_nothing_else_meets_the_world():
    found = {
        name: sorted(set(met(path.read_text(encoding="utf-8"))))
        for name, path in MODULES.items()
        if not name.startswith(DOORS)
    }

    assert {name: calls for name, calls in found.items() if calls} == {}


@pytest.mark.parametrize("door", DOORS)
def test_a_door_is_needed(door: str):
    behind = [path.read_text(encoding="utf-8") for name, path in MODULES.items() if name.startswith(door)]

    assert any(list(met(source)) for source in behind)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import os.path", ["os.path"]),
        ("from random import shuffle", ["random"]),
        ("made = datetime.now()", ["now()"]),
        ("open(name)", ["open()"]),
        ("Path(name).read_text()", ["read_text()"]),
        ("from datetime import date\ndate(2026, 11, 22)\narchive.open(name)", []),
    ],
)
def test_the_world_is_known_when_it_is_met(source: str, found: list[str]):
    assert list(met(source)) == found
