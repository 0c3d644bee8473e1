"""A learner's collection as Anki keeps or exports it: read, never written, whichever file it is in."""

from __future__ import annotations

import tempfile
from pathlib import Path

from quizmill.bank.anki_archive import LARGEST, damage_told, is_database, settled
from quizmill.errors import FileUnusable

OTHERWISE = "close Anki, or export the collection from it (File > Export)"
_TRIES = 3  # until Anki has let both of its files be for as long as they are copied


def read_collection(path: Path) -> bytes:
    """What is in a `.colpkg`, an `.apkg` or the very `collection.anki2`, by what it is, not by its name.

    What an Anki that is open has written into the log beside its file is in it. Raises FileUnusable when it
    cannot be read, or is too large, or is written to all the while.
    """
    if path.is_dir():
        raise FileUnusable(str(path), "this is a folder; name the file in it, such as collection.anki2")
    try:
        data = _bytes(path)
        if not is_database(data):
            return data
        for _ in range(_TRIES):
            before = _state(path)
            data, log = _bytes(path), _log(path)
            if _state(path) == before:
                return _with_log(data, log, str(path)) if log else data
    except OSError as error:
        raise FileUnusable(str(path), f"it cannot be read ({error.strerror})") from error
    raise FileUnusable(str(path), f"Anki is writing to it; {OTHERWISE}")


def _bytes(path: Path) -> bytes:
    if path.stat().st_size > LARGEST:
        raise FileUnusable(
            str(path), f"this is larger than {LARGEST // 2**20} MB; export a part of it, without media"
        )
    return path.read_bytes()


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _log(path: Path) -> bytes:
    return _bytes(_beside(path)) if _beside(path).exists() else b""


def _state(path: Path) -> list[tuple[int, int]]:
    found = [each.stat() for each in (path, _beside(path)) if each.exists()]
    return [(each.st_size, each.st_mtime_ns) for each in found]


def _with_log(data: bytes, log: bytes, name: str) -> bytes:
    """The database with what its log says, made of copies."""
    with tempfile.TemporaryDirectory() as folder, damage_told(name, OTHERWISE):
        copy = Path(folder, "collection.anki2")
        copy.write_bytes(data)
        _beside(copy).write_bytes(log)
        return settled(str(copy))
