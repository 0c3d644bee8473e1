"""A sound bank as it was read, kept so that a sitting need not wait for its files to be read again.

It is only ever a copy: it serves while every file of the bank, of its seeds and of the reader itself has the
size, times and place on the disk it had then, and is otherwise passed over. A copy that another user could
have written, or that does not decode as a bank, is passed over too.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import stat
import time
from collections.abc import Iterable
from pathlib import Path

import msgspec

from quizmill.bank.model import Bank

_SETTLED = 2.0  # seconds: a file changed so lately could change again without its times showing it
_READER = Path(__file__).parent  # a new reader may see faults that the old one did not

Stamp = tuple[str, int, int, int, int]  # path, size, times of change of content and of anything, inode


class _Kept(msgspec.Struct, frozen=True):
    folders: tuple[str, ...]  # of the bank and its seeds
    stamps: tuple[Stamp, ...]
    bank: Bank


def recall(folder: Path, cache: Path) -> Bank | None:
    """The bank in *folder* as it is, from the copy in the folder *cache*; None where that cannot be had."""
    path = _path(folder, cache)
    try:
        if not (_private(cache) and _private(path)):
            return None
        kept = msgspec.msgpack.decode(path.read_bytes(), type=_Kept)
        return kept.bank if kept.stamps == _stamps(map(Path, kept.folders)) else None
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def keep(folder: Path, read: Iterable[Path], bank: Bank, cache: Path) -> None:
    """Keep a copy of *bank* in *folder*, for whose files the folders *read* were looked through.

    Where that fails nothing is kept.
    """
    with contextlib.suppress(OSError):
        folders = tuple(sorted(os.path.realpath(each) for each in read))
        stamps = _stamps(map(Path, folders))
        newest = max(max(changed, touched) for _, _, changed, touched, _ in stamps)
        if time.time() - newest / 1e9 < _SETTLED:
            return
        cache.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = cache / f"{secrets.token_hex(6)}.tmp"
        try:
            with open(fresh, "xb", opener=lambda path, flags: os.open(path, flags, 0o600)) as file:
                file.write(msgspec.msgpack.encode(_Kept(folders, stamps, bank)))
            fresh.replace(_path(folder, cache))
        finally:
            fresh.unlink(missing_ok=True)


def _path(folder: Path, cache: Path) -> Path:
    name = hashlib.blake2b(
        os.path.realpath(folder).encode(errors="surrogateescape"), digest_size=10
    ).hexdigest()
    return cache / f"{name}.bank"


def _private(path: Path) -> bool:
    """Whether nobody but this user can have written it, as far as the system tells (Windows does not)."""
    found = path.stat()
    return os.name == "nt" or (
        found.st_uid == os.geteuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    )


def _stamps(folders: Iterable[Path]) -> tuple[Stamp, ...]:
    looked_into = (*folders, _READER, *(_READER / each for each in ("model", "reader", "values")))
    return tuple(
        stamp
        for folder in looked_into
        for entry in sorted(os.scandir(folder), key=lambda entry: entry.name)
        if (stamp := _stamp(entry))
    )


def _stamp(entry: os.DirEntry[str]) -> Stamp | None:
    """What tells that a file is as it was; of a folder, that it is there, since new ones may hold topics."""
    if entry.name.endswith((".yaml", ".yml", ".py")):
        found = entry.stat()
        return entry.path, found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino
    if entry.is_dir() and not entry.name.startswith((".", "__")):
        return entry.path, 0, 0, 0, entry.inode()
    return None
