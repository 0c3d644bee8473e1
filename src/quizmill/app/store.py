"""A store in the user's cache folder: what is kept there costs only time when it is lost."""

from __future__ import annotations

import hashlib
from pathlib import Path

from quizmill.bank.private_file import read_private, write_private


class Store:
    """Bytes by name, a file each, whole or not at all; *folder* is made when the first are kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, name: str) -> bytes | None:
        """What was kept last under that name; None where nobody can vouch that this user has kept it."""
        return read_private(self._path(name))

    def __setitem__(self, name: str, data: bytes) -> None:
        """Keep *data* under that name; where that fails nothing is kept."""
        write_private(self._path(name), data)

    def _path(self, name: str) -> Path:
        key = hashlib.blake2b(name.encode(errors="surrogateescape"), digest_size=10).hexdigest()
        return self._folder / f"{key}.kept"
