"""A new bank of one's own: the small starter, an example of a subject, or one without questions."""

from __future__ import annotations

import re
import unicodedata
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec

from quizmill.app import team_files
from quizmill.app.file_kinds import NEW, SCHEMA
from quizmill.bank.default import shipped
from quizmill.bank.files import BANK_FILE
from quizmill.bank.schema import FILES, json_schema
from quizmill.errors import BankUnreadable, FileUnusable
from quizmill.export.publish import Product

_SCHEMAS = ".schemas"
EXAMPLES = ("physics", "python", "spanish")  # the folders of examples/
_NAMESPACE = re.compile(rb"^(namespace: +)[a-z0-9-]+", re.MULTILINE)  # nobody's own, as it stands there
# What a new repository has, which no bank minds.
_BESIDE = re.compile(r"\..*|readme(\..*)?|licen[cs]e(\..*)?|copying(\..*)?", re.IGNORECASE)


class Started(msgspec.Struct, frozen=True, kw_only=True):
    """Files to be written, those that are there already and stay, and the repository around them."""

    files: dict[Path, Product]
    kept: tuple[Path, ...]
    root: Path | None  # of the git repository; None for none


def new_bank(
    folder: Path, tail: str, example: str | None = None, *, empty: bool = False, bare: bool = False
) -> Started:
    """A new bank in *folder*, of the starter or of one of EXAMPLES, with what a team needs unless *bare*.

    One that is *empty* has no questions, and the places for them and for documents.

    Its namespace is made from the folder's name and *tail*, lower-case letters and digits drawn for it, so
    that no two banks share cards or history. In a folder within a repository it has nothing that git or
    GitHub read at the root only. Raises FileUnusable when something else is there already.
    """
    _refuse_unless_free(folder)
    own_start = resources.files("quizmill.app") / ("empty" if empty else "starter")
    start = shipped("examples") / example if example else own_start
    files = _files(start, folder)
    own = f"{slug(folder)}-{tail}".encode()
    head = files[folder / BANK_FILE]
    files[folder / BANK_FILE] = _NAMESPACE.sub(lambda match: match[1] + own, head, count=1)
    files |= _schemas(folder)
    root = team_files.repository_of(folder)
    if not bare:
        files |= team_files.attributes(folder)
        if root in (None, folder.resolve()):
            files |= team_files.at_root(folder, ".")
    return _started(files, root)


def extras(folder: Path) -> Started:
    """What `new_bank` puts beside the files of a bank, for one that there is, each where it works.

    Raises BankUnreadable when there is no bank in *folder*.
    """
    if not (folder / BANK_FILE).is_file():
        raise BankUnreadable(str(folder), f"there is no {BANK_FILE} in it; `quizmill init` starts a bank")
    root = team_files.repository_of(folder)
    top, inside = (root, folder.resolve().relative_to(root).as_posix()) if root else (folder, ".")
    if top == folder.resolve():
        top = folder
    files = _schemas(folder) | team_files.attributes(folder) | team_files.at_root(top, inside)
    return _started(files, root)


def _refuse_unless_free(folder: Path) -> None:
    if (folder / BANK_FILE).exists():
        raise FileUnusable(
            str(folder),
            "there is a bank here already; --extras adds what a team needs, else name a new folder",
        )
    if folder.exists() and not (
        folder.is_dir() and all(_BESIDE.fullmatch(each.name) for each in folder.iterdir())
    ):
        raise FileUnusable(str(folder), "there is something here already; name a folder that is new or empty")


def _started(files: dict[Path, bytes], root: Path | None) -> Started:
    wanted = {
        path: data for path, data in files.items() if not (path.is_file() and path.read_bytes() == data)
    }
    kept = tuple(path for path in wanted if path.exists() and path.parent.name != _SCHEMAS)
    products = {
        path: Product(data, SCHEMA if path.parent.name == _SCHEMAS else NEW)
        for path, data in wanted.items()
        if path not in kept
    }
    return Started(files=products, kept=kept, root=root)


def _schemas(folder: Path) -> dict[Path, bytes]:
    return {folder / _SCHEMAS / f"{name}.json": json_schema(name) for name in FILES}


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
