"""Which files belong to a bank.

Every `*.yaml` in its folder and below is a topic, but for names that begin with a dot, the folder that
`seeds` names, and folders with a bank.yaml of their own. Links to folders are not followed: no walk is
endless, and nothing outside is read.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from quizmill.bank.files import BANK_FILE, topic_of
from quizmill.bank.reader.fault import Fault
from quizmill.errors import Severity

TOPIC = ".yaml"


class Found(NamedTuple):
    """The topic files of a bank, what is wrong with other names, and every folder that was looked into."""

    files: dict[str, Path]  # by the topic's id, in the order of their paths
    faults: list[tuple[Path, Fault]]
    folders: list[Path]


def find_topics(folder: Path, seeds: Path | None) -> Found:
    """The topic files of the bank in *folder*, whose seeds are in *seeds*."""
    found = Found({}, [], [])
    paths: list[Path] = []
    for entry in _entries(folder, seeds, found):
        path = Path(entry.path)
        if fault := _fault_of_name(entry):
            found.faults.append((path, fault))
        elif path.suffix == TOPIC and path != folder / BANK_FILE:
            paths.append(path)
    for path in sorted(paths):
        id = topic_of(path.relative_to(folder))
        if other := found.files.get(id):
            said = f'{other.relative_to(folder)} is the topic "{id}" already'
            found.faults.append((path, Fault((), "duplicate-topic", said, "rename one of the two")))
        else:
            found.files[id] = path
    return found


def _entries(folder: Path, seeds: Path | None, found: Found) -> Iterator[os.DirEntry[str]]:
    """Everything in the folders of the bank that is no folder; notes which folders these are."""
    waiting = [folder]
    while waiting:
        inside = waiting.pop()
        found.folders.append(inside)
        try:
            entries = [entry for entry in os.scandir(inside) if not entry.name.startswith(".")]
        except OSError as error:
            said = f"the folder cannot be read: {error.strerror}"
            found.faults.append((inside, Fault((), "unreadable", said, "check its permissions")))
            continue
        if inside != folder and any(entry.name == BANK_FILE for entry in entries):
            continue
        below = [entry for entry in entries if entry.is_dir(follow_symlinks=False)]
        waiting += [path for each in below if not _is_same(path := Path(each.path), seeds)]
        yield from (entry for entry in entries if entry not in below)


def _is_same(path: Path, other: Path | None) -> bool:
    with contextlib.suppress(OSError):
        return other is not None and path.samefile(other)
    return False


def _fault_of_name(entry: os.DirEntry[str]) -> Fault | None:
    """Why what looks like a topic is not read."""
    path = Path(entry.path)
    if path.suffix != TOPIC and path.suffix.lower() in (TOPIC, ".yml"):
        help = "rename it to end in .yaml, the one ending that is read"
        return Fault((), "bad-file-name", "this file is not read", help)
    if entry.is_symlink() and path.is_dir() and any(path.glob(f"*{TOPIC}")):
        help = "put the folder itself here, or give the bank's files another place"
        said = "this is a link to a folder, and links are not followed"
        return Fault((), "linked-folder", said, help, severity=Severity.WARNING)
    return None
