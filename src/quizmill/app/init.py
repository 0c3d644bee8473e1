"""A small bank that works, to be changed into one's own."""

from __future__ import annotations

import re
import unicodedata
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from quizmill.bank.files import BANK_FILE
from quizmill.bank.schema import FILES, json_schema
from quizmill.errors import FileUnusable

_NAMESPACE = b"my-first-bank"  # in the starter; nobody's own


def starter_files(folder: Path, tail: str) -> dict[Path, bytes]:
    """The files of a new bank in *folder*; raises FileUnusable when something is there already.

    Its namespace is made from the folder's name and *tail*, lower-case letters and digits drawn for it, so
    that no two banks share cards or history.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileUnusable(str(folder), "there is something here already; name a folder that is new or empty")
    files = _files(resources.files("quizmill.app") / "starter", folder)
    head = files[folder / BANK_FILE]
    files[folder / BANK_FILE] = head.replace(_NAMESPACE, f"{_slug(folder)}-{tail}".encode())
    return files | {folder / ".schemas" / f"{name}.json": json_schema(name) for name in FILES}


def _files(start: Traversable, folder: Path) -> dict[Path, bytes]:
    found: dict[Path, bytes] = {}
    for entry in start.iterdir():
        if entry.is_dir():
            found |= _files(entry, folder / entry.name)
        else:
            found[folder / entry.name] = entry.read_bytes()
    return found


def _slug(folder: Path) -> str:
    """The folder's name as an id; `bank` where it has no Latin letter or digit."""
    name = unicodedata.normalize("NFKD", folder.resolve().name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall("[a-z0-9]+", name)) or "bank"
