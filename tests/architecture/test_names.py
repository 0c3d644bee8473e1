"""One name for one thing: within a room of the house a class or a module is known by its name alone."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

SOURCES = Path(__file__).parents[2] / "src"
MODULES = sorted((SOURCES / "quizmill").rglob("*.py"))
_SHARED = ("export", "faces")  # floors of several rooms
BEING_MENDED: set[tuple[str, str]] = set()


def room_of(path: Path) -> str:
    """The folder whose modules speak with each other: `compose`, `export/paper`.

    The rules of the checker stand apart, since their modules are called after their ids.
    """
    parts = path.relative_to(SOURCES / "quizmill").with_suffix("").parts
    return "/".join(parts[:2] if parts[0] in _SHARED or parts[:2] == ("check", "rules") else parts[:1])


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(SOURCES).with_suffix("").parts).removesuffix(".__init__")


def trees() -> Iterator[tuple[Path, ast.Module]]:
    return ((path, ast.parse(path.read_text(encoding="utf-8"))) for path in MODULES)


def classes_in(tree: ast.Module) -> Iterator[str]:
    return (node.name for node in tree.body if isinstance(node, ast.ClassDef) and node.name[0] != "_")


def test_in_no_room_are_there_two_classes_of_one_name():
    homes = {(module_of(path), name) for path, tree in trees() for name in classes_in(tree)}
    met: dict[tuple[str, str], set[str]] = defaultdict(set)
    for path, tree in trees():
        room = room_of(path)
        for name in classes_in(tree):
            met[room, name].add(module_of(path))
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                for each in node.names:
                    # A package hands on what its modules define.
                    known = {
                        m for m, name in homes if name == each.name and f"{m}.".startswith(f"{node.module}.")
                    }
                    met[room, each.asname or each.name] |= known

    several = {place: sorted(homes) for place, homes in met.items() if len(homes) > 1}
    assert several.keys() <= BEING_MENDED, several


def test_in_no_room_are_there_two_modules_of_one_name():
    met: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path in MODULES:
        if path.name != "__init__.py":
            met[room_of(path), path.stem].append(module_of(path))

    several = {place: modules for place, modules in met.items() if len(modules) > 1}
    assert several.keys() <= BEING_MENDED, several
