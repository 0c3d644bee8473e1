"""Temporary files beside their targets, and a journal by which a later run can finish a set of them.

A run that is killed leaves what it was writing under a hidden name; an hour later it is swept away. One that
is killed while it renames several files leaves a journal too, written once all of them were whole: what is
left to do is to rename the others, so that no sheet stays beside an older key. A set of which somebody has
written a file since is left as it is.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import platform
import re
import secrets
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

_TEMPORARY = re.compile(r"\.quizmill-[0-9a-f]{12}\.tmp")
_OLD = 3600.0  # seconds after which nobody is writing a temporary file any more
_IDLE = 60.0  # seconds after which nobody is renaming a set any more


def beside(target: Path, ending: str = "tmp") -> Path:
    """A name in the folder of *target* that nothing has yet."""
    return target.with_name(f".quizmill-{secrets.token_hex(6)}.{ending}")


def write_through(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write a file that is new, down to the disk; one that is *private* nobody else may read."""
    with path.open("xb") as file:  # a new file has the mode that the umask allows
        if private:
            path.chmod(0o600)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


class Renaming(msgspec.Struct, frozen=True):
    """A file that is about to take the name of its target, and what both of them hold."""

    temporary: str
    target: str
    before: str  # the digest of what the target holds; empty when there is none
    after: str  # the digest of what it is to hold


class Journal(msgspec.Struct, frozen=True):
    """A set of files on their way to their targets, and the program that renames them."""

    host: str
    process: int
    renamings: tuple[Renaming, ...]


def digest(data: bytes) -> str:
    """Tells the content of a file from any other."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def begin(renamings: Iterable[Renaming]) -> Path:
    """Note that each file is about to be renamed; the journal's path, to be removed afterwards."""
    journal = Journal(platform.node(), os.getpid(), tuple(renamings))
    path = beside(Path(journal.renamings[0].temporary), "set")
    write_through(path, msgspec.json.encode(journal))
    return path


def sweep(folder: Path) -> None:
    """Finish the sets that were broken off in *folder*, and remove what nobody will finish."""
    with contextlib.suppress(OSError):
        for path in folder.glob(".quizmill-*.set"):
            _finish_broken_off(path)
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


def _finish_broken_off(path: Path) -> None:
    """Finish the set of a journal whose program is gone, unless somebody has written its targets since.

    Whoever forges a journal can only put files over others of their own folder.
    """
    try:
        journal = msgspec.json.decode(path.read_bytes(), type=Journal)
    except msgspec.MsgspecError:
        journal = Journal("", 0, ())
    if not _is_gone(journal, path):
        return
    waiting = [each for each in journal.renamings if _is_waiting(each)]
    done = [each for each in journal.renamings if each not in waiting]
    wanted = [(each, each.before) for each in waiting] + [(each, each.after) for each in done]
    if all(_held(each) == content for each, content in wanted):
        for each in waiting:
            Path(each.temporary).replace(each.target)
    path.unlink(missing_ok=True)


def _is_gone(journal: Journal, path: Path) -> bool:
    """Whether nobody is renaming any more: on another computer only the time that has passed can tell."""
    if journal.host == platform.node() and os.name == "posix":
        try:
            os.kill(journal.process, 0)
        except ProcessLookupError:
            return True
        except (OSError, OverflowError):
            pass
    return time.time() - _touched(path.lstat()) > _IDLE


def _is_waiting(renaming: Renaming) -> bool:
    temporary = Path(renaming.temporary)
    known = _TEMPORARY.fullmatch(temporary.name) and temporary.parent == Path(renaming.target).parent
    return bool(known) and temporary.is_file() and not temporary.is_symlink()


def _held(renaming: Renaming) -> str:
    """The digest of what the target holds now."""
    target = Path(renaming.target)
    return digest(target.read_bytes()) if target.exists() else ""
