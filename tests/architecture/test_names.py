"""One name for one thing: within a room of the house a class or a module is known by its name alone."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

SOURCES = Path(__file__).parents[2] / "src"
MODULES = sorted((SOURCES / "quizmill").rglob("*.py"))
_SHARED = ("export", "faces")  # floors of several rooms


def room_of(path: Path) -> str:
    """The folder whose modules speak with each other: `compose`, `export/paper`.

    The rules of the checker stand apart, since their modules are called after their ids.
    """
    parts = path.relative_to(SOURCES / "quizmill").with_suffix("").parts
    return "/".join(parts[:2] if parts[0] in _SHARED or parts[:2] == ("check", "rules") else parts[:1])


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(SOURCES).with_suffix("").parts).removesuffix(".__init__")


def classes_and_imports(path: Path) -> tuple[list[str], list[tuple[str, str]]]:
    """The public classes of a module, and what it imports: from where, and which name."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    classes = [node.name for node in tree.body if isinstance(node, ast.ClassDef)]
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    return (
        [name for name in classes if not name.startswith("_")],
        [(node.module or "", each.name) for node in imports for each in node.names],
    )


def test_in_no_room_are_there_two_classes_of_one_name():
    found = {path: classes_and_imports(path) for path in MODULES}
    homes: dict[str, set[str]] = defaultdict(set)
    met: dict[tuple[str, str], set[str]] = defaultdict(set)
    for path, (classes, _) in found.items():
        for name in classes:
            homes[name].add(module_of(path))
            met[room_of(path), name].add(module_of(path))
    for path, (_, imports) in found.items():
        for origin, name in imports:  # a package hands on what its modules define
            met[room_of(path), name] |= {home for home in homes[name] if f"{home}.".startswith(f"{origin}.")}

    assert {place: sorted(homes) for place, homes in met.items() if len(homes) > 1} == {}


def test_in_no_room_are_there_two_modules_of_one_name():
    met: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path in MODULES:
        if path.name != "__init__.py":
            met[room_of(path), path.stem].append(module_of(path))

    assert {place: modules for place, modules in met.items() if len(modules) > 1} == {}
