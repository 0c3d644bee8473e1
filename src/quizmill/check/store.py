"""The cache of checking as files in the user's cache folder, one a part of a bank's.

Each begins with a digest of what follows, keyed with the program that made it. So a file that is damaged,
that another version of the rules wrote, or that another user could have written is passed over.
"""

from __future__ import annotations

import contextlib
import hashlib
import sys
from functools import cache
from pathlib import Path

from quizmill.bank.private_file import UNFINISHED, name_of, read_private, write_private

MOST = 512 * 2**20  # bytes of all such files together; the oldest go
_DIGEST = 16  # bytes
_SUFFIX = ".check"
_PACKAGE = Path(__file__).parents[1]
_JUDGING = (
    "words",
    "bank",
    "compose",
    "grade",
    "check",
)  # the packages that rules may import, beside modules of none


class FileStore:
    """The parts that are kept of the bank in *folder*, in the folder *cache*."""

    def __init__(self, cache: Path, folder: Path) -> None:
        self._cache = cache
        self._name = name_of(folder)

    def get(self, part: str) -> bytes | None:
        """The part, where this program wrote it and nobody else can have."""
        data = read_private(self._path(part))
        if data is None or data[:_DIGEST] != _digest(data[_DIGEST:]):
            return None
        return data[_DIGEST:]

    def __setitem__(self, part: str, data: bytes) -> None:
        """Keep the part; where that fails, or it alone would fill the cache, nothing is kept."""
        if len(data) < MOST:
            write_private(self._path(part), _digest(data), data)
            _sweep(self._cache)

    def _path(self, part: str) -> Path:
        return self._cache / f"{self._name}-{part}{_SUFFIX}"


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_DIGEST, key=program()).digest()


@cache
def program() -> bytes:
    """A digest of every source file that judging a bank may hang on, and of the Python that runs them.

    What counts as a letter, and which letters are one when folded, differs from Python to Python.
    """
    digest = hashlib.blake2b(sys.version.encode(), digest_size=32)
    inside = [path for package in _JUDGING for path in (_PACKAGE / package).rglob("*")]
    for path in sorted((*_PACKAGE.glob("*.py"), *inside)):
        if path.suffix in (".py", ".toml"):
            digest.update(f"{path.relative_to(_PACKAGE)}\0{path.stat().st_size}\0".encode())
            digest.update(path.read_bytes())
    return digest.digest()


def _sweep(cache: Path) -> None:
    """Delete the oldest files until the rest are few enough."""
    with contextlib.suppress(OSError):
        found = [(path, path.stat()) for path in cache.iterdir() if path.suffix in (_SUFFIX, UNFINISHED)]
        room = MOST
        for path, stat in sorted(found, key=lambda each: -each[1].st_mtime):
            room -= stat.st_size
            if room < 0:
                path.unlink()
