"""Files are written whole or not at all, and never over what a person may miss.

Every file is first written beside its target, flushed to the disk, and only then renamed over it. A run
that is interrupted or fails leaves every old file as it was. One that is killed in the moment of renaming
several leaves a journal beside them, and the next run in that folder finishes what it began. Of two runs in
one folder, the second waits until the first is through.

What is there already is replaced only when it is of the kind that is written, was not read by the same
command, and holds nothing that its kind says must not go.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from quizmill.errors import FileUnusable
from quizmill.export import journal
from quizmill.export.alone import alone_in
from quizmill.export.journal import Renaming, beside, digest, write_through

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


_LARGEST = 512 * 2**20  # bytes of what is looked into; nothing larger is written here


class Kind(msgspec.Struct, frozen=True):
    """A kind of file: what it is called, how one is known, and what of an old one must not go."""

    name: str  # behind "this is no": `paper of quizmill`
    fits: Callable[[bytes], bool]  # whether a file with this content is one
    missed: Callable[[bytes, bytes], str] = lambda old, new: ""  # why *old* must not give way to *new*


class Product(msgspec.Struct, frozen=True):
    """What is to be written, of which kind it is, and whether for this user alone."""

    data: bytes
    kind: Kind
    private: bool = False


def publish(files: Mapping[Path, Product], *, read: Iterable[Path] = (), overwrite: bool = False) -> None:
    """Write *files*, all of them or none; missing folders are made.

    None goes over a file of another kind, or over one that the same command has *read*; what a kind says
    would be missed gives way only when it is to be *overwritten*.

    Raises FileUnusable, naming the file and what to do, when one cannot be written. Whatever happens on
    the way, an interruption included, every target then holds what it held before.
    """
    work = _Publication(tuple(read), overwrite=overwrite)
    try:
        work.enter(files)
        for path, product in files.items():
            with _naming(path):
                work.stage(path, product)
        work.replace()
    except BaseException:
        work.undo()
        raise
    work.tidy()


def rehearse(files: Mapping[Path, Product], *, read: Iterable[Path] = (), overwrite: bool = False) -> None:
    """Raise what `publish` would raise, as far as that can be known beforehand, and leave nothing behind.

    Where the content is not known yet, *overwrite* passes over what it might lose.
    """
    work = _Publication(tuple(read), overwrite=overwrite)
    try:
        work.enter(files)
        for path, product in files.items():
            with _naming(path):
                work.stage(path, product)
    finally:
        work.undo()


class _Publication:
    """One call of `publish`: what has been done so far, so that it can be undone."""

    def __init__(self, read: tuple[Path, ...], *, overwrite: bool) -> None:
        self._read = {_target(path): path for path in read}
        self._overwrite = overwrite
        self._folders: list[Path] = []  # made by us, outermost first
        self._asked: dict[Path, Path] = {}  # by target: its path as asked for
        self._fresh: dict[Path, Renaming] = {}  # by target: the new content, and what it is to replace
        self._kept: dict[Path, Path] = {}  # by target: another name of what it held
        self._replaced: list[Path] = []
        self._journal: Path | None = None  # while several files are renamed
        self._alone = contextlib.ExitStack()  # no other run is in these folders

    def enter(self, paths: Collection[Path]) -> None:
        """Make the folders, keep other runs out of them, and finish what an earlier one has left there."""
        for path in paths:
            with _naming(path):
                self._make_folder(_target(path).parent)
        for folder in sorted(
            {_target(path).parent for path in paths}
        ):  # in one order, or two might wait for ever
            self._alone.enter_context(alone_in(folder))
            journal.sweep(folder)

    def stage(self, path: Path, product: Product) -> None:
        """Write the product beside its target, and keep what is there now under another name."""
        target = _target(path)
        if target in self._asked:
            raise FileUnusable(str(path), f"this is the same file as {self._asked[target]}; name two files")
        if target in self._read:
            raise FileUnusable(
                str(path), "this command reads this file, and it would be lost; choose another name"
            )
        self._asked[target] = path
        before = ""
        if target.exists():
            _refuse_unless_ours_to_replace(path, target)
            before = digest(self._replaceable(path, target, product))
            self._kept[target] = beside(target)
            _keep(target, self._kept[target])
        fresh = beside(target)
        self._fresh[target] = Renaming(str(fresh), str(target), before, digest(product.data))
        write_through(fresh, product.data, private=product.private)
        if target.exists():
            shutil.copymode(target, fresh)

    def replace(self) -> None:
        """Rename the new contents over their targets."""
        if len(self._fresh) > 1:
            self._journal = journal.begin(self._fresh.values())
        for target, path in self._asked.items():
            with _naming(path):
                self._replaced.append(target)
                Path(self._fresh[target].temporary).replace(target)
                _flush_folder(target.parent)

    def undo(self) -> None:
        """Put every target back as it was and leave nothing behind."""
        self._close_journal()
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
        self._close_journal()
        fresh = (Path(each.temporary) for each in self._fresh.values())
        for temporary in (*fresh, *self._kept.values()):
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
        self._alone.close()

    def _close_journal(self) -> None:
        """From here on there is nothing that a later run should finish."""
        if self._journal:
            with contextlib.suppress(OSError):
                self._journal.unlink(missing_ok=True)

    def _replaceable(self, path: Path, target: Path, product: Product) -> bytes:
        """What is there; raises FileUnusable when it may not give way."""
        size = target.stat().st_size
        old = target.read_bytes() if size <= _LARGEST else b""
        if size and not product.kind.fits(old):
            raise FileUnusable(
                str(path), f"this is no {product.kind.name}, and would be lost; choose another name"
            )
        if size and not self._overwrite and (reason := product.kind.missed(old, product.data)):
            raise FileUnusable(str(path), reason)
        return old

    def _make_folder(self, folder: Path) -> None:
        missing = [parent for parent in (folder, *folder.parents) if not parent.exists()]
        for parent in reversed(missing):
            parent.mkdir(exist_ok=True)
            self._folders.append(parent)


@contextlib.contextmanager
def _naming(path: Path) -> Iterator[None]:
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


def _keep(target: Path, name: Path) -> None:
    """Give the content of *target* another name; a copy, on a disk that knows one name a file."""
    try:
        os.link(target, name)
    except OSError:
        shutil.copy2(target, name)


def _flush_folder(folder: Path) -> None:
    """Make the rename itself last; not every system can (Windows opens no folders)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
