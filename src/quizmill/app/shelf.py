"""A shelf in the user's cache folder: what is kept there costs only time when it is lost."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import stat
from pathlib import Path


class Shelf:
    """Bytes by name, a file each, whole or not at all; *folder* is made when the first are kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, name: str) -> bytes | None:
        """What was kept last under that name; None where nobody can vouch that this user has kept it."""
        path = self._path(name)
        try:
            return path.read_bytes() if _is_own(self._folder) and _is_own(path) else None
        except OSError:
            return None

    def __setitem__(self, name: str, data: bytes) -> None:
        """Keep *data* under that name; where that fails nothing is kept."""
        with contextlib.suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            fresh = self._folder / f"{secrets.token_hex(6)}.tmp"
            try:
                with open(fresh, "xb", opener=lambda path, flags: os.open(path, flags, 0o600)) as file:
                    file.write(data)
                fresh.replace(self._path(name))
            finally:
                fresh.unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        key = hashlib.blake2b(name.encode(errors="surrogateescape"), digest_size=10).hexdigest()
        return self._folder / f"{key}.kept"


def _is_own(path: Path) -> bool:
    """Whether nobody but this user can have written it, as far as the system tells (Windows does not)."""
    found = path.stat()
    return os.name == "nt" or (
        found.st_uid == os.geteuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    )
