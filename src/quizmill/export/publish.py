"""Files are written whole or not at all.

Every file is first written beside its target, flushed to the disk, and only then renamed over it. A run
that is interrupted or fails leaves every old file as it was.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from quizmill.errors import FileUnusable

_REASONS = {
    errno.EACCES: "there is no permission to write here; choose another folder",
    errno.EPERM: "there is no permission to write here; choose another folder",
    errno.EROFS: "this disk is read-only; choose another folder",
    errno.ENOSPC: "the disk is full; free some space or choose another disk",
    errno.EDQUOT: "the disk quota is used up; free some space or choose another disk",
    errno.ENOTDIR: "a part of this path is a file, not a folder",
    errno.EEXIST: "a part of this path is a file, not a folder",
    errno.EISDIR: "this is a folder; name a file in it",
    errno.ENAMETOOLONG: "the name is too long for this disk",
}


def publish(files: Mapping[Path, bytes]) -> None:
    """Write *files*, all of them or none; missing folders are made.

    Raises FileUnusable, naming the file and what to do, when one cannot be written. Whatever happens on
    the way, an interruption included, every target then holds what it held before.
    """
    work = _Publication()
    try:
        for path, data in files.items():
            with _told_of(path):
                work.stage(path, data)
        work.replace()
    except BaseException:
        work.undo()
        raise
    work.tidy()


class _Publication:
    """One call of `publish`: what has been done so far, so that it can be undone."""

    def __init__(self) -> None:
        self._folders: list[Path] = []  # made by us, outermost first
        self._asked: dict[Path, Path] = {}  # by target: its path as asked for
        self._fresh: dict[Path, Path] = {}  # by target: the new content
        self._kept: dict[Path, Path] = {}  # by target: a copy of what it held
        self._replaced: list[Path] = []

    def stage(self, path: Path, data: bytes) -> None:
        """Write *data* beside its target, and keep a copy of what is there now."""
        target = _target(path)
        if target in self._asked:
            raise FileUnusable(str(path), f"this is the same file as {self._asked[target]}; name two files")
        self._asked[target] = path
        self._make_folder(target.parent)
        if target.exists():
            _refuse_unless_ours_to_replace(path, target)
            self._kept[target] = _beside(target)
            shutil.copy2(target, self._kept[target])
        self._fresh[target] = _beside(target)
        _write(self._fresh[target], data)
        if target.exists():
            shutil.copymode(target, self._fresh[target])

    def replace(self) -> None:
        """Rename the new contents over their targets."""
        for target, path in self._asked.items():
            with _told_of(path):
                self._replaced.append(target)
                self._fresh[target].replace(target)
                _flush_folder(target.parent)

    def undo(self) -> None:
        """Put every target back as it was and leave nothing behind."""
        for target in self._replaced:
            if target in self._kept:
                self._kept[target].replace(target)
            else:
                target.unlink(missing_ok=True)
        self.tidy()
        for folder in reversed(self._folders):
            with contextlib.suppress(OSError):
                folder.rmdir()

    def tidy(self) -> None:
        """Remove the temporary files."""
        for temporary in (*self._fresh.values(), *self._kept.values()):
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)

    def _make_folder(self, folder: Path) -> None:
        missing = [parent for parent in (folder, *folder.parents) if not parent.exists()]
        for parent in reversed(missing):
            parent.mkdir(exist_ok=True)
            self._folders.append(parent)


@contextlib.contextmanager
def _told_of(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = _REASONS.get(error.errno or 0) or f"it cannot be written ({error.strerror})"
        raise FileUnusable(str(path), reason) from error


def _target(path: Path) -> Path:
    """The file meant: a symbolic link goes on pointing to it."""
    return Path(os.path.realpath(path))


def _refuse_unless_ours_to_replace(path: Path, target: Path) -> None:
    if target.is_dir():
        raise FileUnusable(str(path), _REASONS[errno.EISDIR])
    if not target.is_file():
        raise FileUnusable(str(path), "this is a device or a pipe, not a file; name a file")
    if not os.access(target, os.W_OK):
        raise FileUnusable(str(path), "this file is read-only; allow writing or choose another name")


def _beside(target: Path) -> Path:
    return target.with_name(f".quizmill-{secrets.token_hex(6)}.tmp")


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:  # a new file has the mode that the umask allows
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Make the rename itself last; not every system can (Windows opens no folders)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
