"""A small bank that works, to be changed into one's own."""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from quizmill.bank.schema import FILES, json_schema
from quizmill.errors import FileUnusable


def starter_files(folder: Path) -> dict[Path, bytes]:
    """The files of a new bank in *folder*; raises FileUnusable when something is there already."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileUnusable(str(folder), "there is something here already; name a folder that is new or empty")
    files = _files(resources.files("quizmill.app") / "starter", folder)
    return files | {folder / ".schemas" / f"{name}.json": json_schema(name) for name in FILES}


def _files(start: Traversable, folder: Path) -> dict[Path, bytes]:
    found: dict[Path, bytes] = {}
    for entry in start.iterdir():
        if entry.is_dir():
            found |= _files(entry, folder / entry.name)
        else:
            found[folder / entry.name] = entry.read_bytes()
    return found
