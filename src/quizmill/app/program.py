"""What tells this program from another that might make something else of the same bank."""

from __future__ import annotations

import hashlib
import sys
import zlib
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_DRAWING = ("PIL", "reportlab", "ziafont", "ziamath")  # libraries that have a hand in the bytes of a PDF


@cache
def fingerprint() -> bytes:
    """Of the version of Python, of all files of the package, and of the libraries that draw for it.

    Files are told by size and time, since reading them all would take longer than some commands. One that was
    only touched makes another fingerprint, which costs time, never truth.
    """
    package = Path(__file__).parents[1]
    drawing = [Path(spec.origin) for name in _DRAWING if (spec := find_spec(name)) and spec.origin]
    told = (sys.version, zlib.ZLIB_RUNTIME_VERSION, *_stamps(package, [*_files(package), *drawing]))
    return hashlib.blake2b("\0".join(told).encode(errors="surrogateescape"), digest_size=16).digest()


def _files(package: Path) -> Iterator[Path]:
    return (path for path in package.rglob("*") if path.suffix != ".pyc" and path.is_file())


def _stamps(package: Path, paths: list[Path]) -> list[str]:
    found = [(path, path.stat()) for path in sorted(paths)]
    return [f"{path} {status.st_size} {status.st_mtime_ns}" for path, status in found]
