"""Files that hold pictures of sheets: found by their content, on the disk and in zips."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

import msgspec

from quizmill.classroom.inbox import is_hidden
from quizmill.classroom.scan.picture_kinds import BEGINNING, PictureKind, picture_kind
from quizmill.errors import FileUnusable

_ZIP = b"PK\x03\x04"
_BLOCK = 1 << 20  # bytes
_LARGEST = 256 * 2**20  # bytes of a file in a zip, which is unpacked in memory
_TOO_LARGE = f"unpacked it has more than {_LARGEST // 2**20} MB; unpack the zip, and name the file"


class PictureFile(msgspec.Struct, frozen=True):
    """A file of pictures; *inside* is its path in a zip."""

    path: str
    kind: PictureKind
    inside: str = ""

    @property
    def called(self) -> str:
        """What a person calls it."""
        return f"{self.path}/{self.inside}" if self.inside else self.path


def picture_files(path: Path) -> list[PictureFile]:
    """The file at *path* if it is one, or those in it if it is a zip; none in any other.

    Raises FileUnusable when it cannot be read.
    """
    if not path.is_file():  # a pipe is read but once
        return []
    try:
        with path.open("rb") as file:
            begins = file.read(BEGINNING)
    except OSError as error:
        raise FileUnusable(str(path), f"this file cannot be read ({error.strerror})") from error
    if begins.startswith(_ZIP):
        return list(_in_zip(path))
    kind = picture_kind(begins, path.name)
    return [PictureFile(str(path), kind)] if kind else []


@contextmanager
def opened_picture(file: PictureFile) -> Iterator[Path | IO[bytes]]:
    """What to read its pictures from; raises OSError, or BadZipFile."""
    if not file.inside:
        yield Path(file.path)
        return
    with zipfile.ZipFile(file.path) as archive:
        yield io.BytesIO(archive.read(file.inside))


def digest_of(file: PictureFile) -> str:
    """Of all its bytes; raises OSError, or BadZipFile, which one in a zip that is too large is, too."""
    found = hashlib.sha256()
    if file.inside:
        with zipfile.ZipFile(file.path) as archive:
            if archive.getinfo(file.inside).file_size > _LARGEST:
                raise zipfile.BadZipFile(_TOO_LARGE)
            with archive.open(file.inside) as data:
                return _fed(found, data)
    with Path(file.path).open("rb") as data:
        return _fed(found, data)


def _fed(found: hashlib._Hash, data: IO[bytes]) -> str:
    while block := data.read(_BLOCK):
        found.update(block)
    return found.hexdigest()


def _in_zip(path: Path) -> Iterator[PictureFile]:
    unreadable = zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError
    with suppress(*unreadable), zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            if info.is_dir() or is_hidden(info.filename):
                continue
            with archive.open(info) as file:
                begins = file.read(BEGINNING)
            if kind := picture_kind(begins, info.filename):
                yield PictureFile(str(path), kind, info.filename)
