"""A bank that works, to be changed into one's own: the small starter, or an example of a subject."""

from __future__ import annotations

import re
import unicodedata
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from quizmill.bank.default import shipped
from quizmill.bank.files import BANK_FILE
from quizmill.bank.schema import FILES, json_schema
from quizmill.errors import FileUnusable

EXAMPLES = ("physics", "python", "spanish")  # the folders of examples/
_NAMESPACE = re.compile(rb"^(namespace: +)[a-z0-9-]+", re.MULTILINE)  # nobody's own, as it stands there


def starter_files(folder: Path, tail: str, example: str | None = None) -> dict[Path, bytes]:
    """The files of a new bank in *folder*, of the starter or of one of EXAMPLES.

    Its namespace is made from the folder's name and *tail*, lower-case letters and digits drawn for it, so
    that no two banks share cards or history. Raises FileUnusable when something is there already.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileUnusable(str(folder), "there is something here already; name a folder that is new or empty")
    files = _files(
        shipped("examples") / example if example else resources.files("quizmill.app") / "starter", folder
    )
    own = f"{slug(folder)}-{tail}".encode()
    head = files[folder / BANK_FILE]
    files[folder / BANK_FILE] = _NAMESPACE.sub(lambda match: match[1] + own, head, count=1)
    return files | {folder / ".schemas" / f"{name}.json": json_schema(name) for name in FILES}


def _files(start: Traversable, folder: Path) -> dict[Path, bytes]:
    found: dict[Path, bytes] = {}
    for entry in start.iterdir():
        if entry.is_dir():
            found |= _files(entry, folder / entry.name)
        else:
            found[folder / entry.name] = entry.read_bytes()
    return found


def slug(folder: Path) -> str:
    """The folder's name as an id; `bank` where it has no Latin letter or digit."""
    name = unicodedata.normalize("NFKD", folder.resolve().name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall("[a-z0-9]+", name)) or "bank"
