"""Files in a cache folder: read if nobody else can have written them, and replaced whole or not at all."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import stat
from pathlib import Path

UNFINISHED = ".tmp"  # at the end of a name: what is being written, or was when a program was killed


def read_private(path: Path) -> bytes | None:
    """The bytes of a file that nobody but this user can have written, else None."""
    try:
        return path.read_bytes() if _is_private(path.parent) and _is_private(path) else None
    except OSError:
        return None


def write_private(path: Path, *data: bytes) -> None:
    """Put *data* at *path*, one after the other, for this user alone; where that fails nothing is kept."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = path.parent / f"{secrets.token_hex(6)}{UNFINISHED}"
        try:
            with open(fresh, "xb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
                file.writelines(data)
            fresh.replace(path)
        finally:
            fresh.unlink(missing_ok=True)


def name_of(folder: Path) -> str:
    """A file name for what is kept of *folder*, the same however that is written."""
    return hashlib.blake2b(
        os.path.realpath(folder).encode(errors="surrogateescape"), digest_size=10
    ).hexdigest()


def _is_private(path: Path) -> bool:
    """Whether nobody but this user can have written it, as far as the system tells (Windows does not)."""
    found = path.stat()
    return os.name == "nt" or (
        found.st_uid == os.geteuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    )
