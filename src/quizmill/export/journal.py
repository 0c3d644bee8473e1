"""Temporary files beside their targets, and a journal by which a later run can finish a set of them.

A run that is killed leaves what it was writing under a hidden name; an hour later it is swept away. One that
is killed while it renames several files leaves a journal too, written once all of them were whole: what is
left to do is to rename the others, so that no sheet stays beside an older key; but not when one of the set
was written since: that is then the newer.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

_TEMPORARY = re.compile(r"\.quizmill-[0-9a-f]{12}\.tmp")
_OLD = 3600.0  # seconds after which nobody is writing a temporary file any more
_IDLE = 60.0  # seconds after which nobody is renaming a set any more


def beside(target: Path, ending: str = "tmp") -> Path:
    """A name in the folder of *target* that nothing has yet."""
    return target.with_name(f".quizmill-{secrets.token_hex(6)}.{ending}")


def write_through(path: Path, data: bytes) -> None:
    """Write a file that is new, down to the disk."""
    with path.open("xb") as file:  # a new file has the mode that the umask allows
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def begin(names: Mapping[Path, Path]) -> Path:
    """Note that each file is about to be renamed to its target; the journal, to be removed afterwards."""
    path = beside(next(iter(names)), "set")
    pairs = [(os.fspath(temporary), os.fspath(target)) for temporary, target in names.items()]
    write_through(path, msgspec.json.encode(pairs))
    return path


def sweep(folder: Path) -> None:
    """Finish the sets that were broken off in *folder*, and remove what nobody will finish."""
    with contextlib.suppress(OSError):
        for journal in _idle(folder, ".set", _IDLE):
            _finish(journal)
        for temporary in _idle(folder, ".tmp", _OLD):
            temporary.unlink(missing_ok=True)


def _idle(folder: Path, ending: str, seconds: float) -> Iterator[Path]:
    """Files of this name, and of this module's making, that were not touched for so long."""
    now = time.time()
    for path in folder.glob(f".quizmill-*{ending}"):
        if path.is_file() and now - _touched(path.lstat()) > seconds:
            yield path


def _touched(status: os.stat_result) -> float:
    """When a file was written or named last: a new name of an old file leaves its time of writing."""
    return max(status.st_mtime, status.st_ctime)


def _finish(journal: Path) -> None:
    """Rename what is left; whoever forges a journal can only put files over others of their own folder."""
    begun = journal.stat().st_mtime_ns
    pairs = _pairs(journal)
    if not any(target.is_file() and target.stat().st_mtime_ns > begun for _, target in pairs):
        for temporary, target in pairs:
            known = _TEMPORARY.fullmatch(temporary.name) and temporary.parent == target.parent
            if known and temporary.is_file() and not temporary.is_symlink():
                temporary.replace(target)
    journal.unlink(missing_ok=True)


def _pairs(journal: Path) -> list[tuple[Path, Path]]:
    try:
        pairs = msgspec.json.decode(journal.read_bytes(), type=list[tuple[str, str]])
    except msgspec.MsgspecError:
        return []
    return [(Path(temporary), Path(target)) for temporary, target in pairs]
