"""A sound bank as it was read, kept so that a sitting need not wait for its files to be read again.

It is only ever a copy: it serves while every file of the bank, of its seeds and of the reader itself has the
size, times and place on the disk it had then, and is otherwise passed over. A copy that another user could
have written, or that does not decode as a bank, is passed over too.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path

import msgspec

from quizmill.bank.model import Bank
from quizmill.bank.private_file import name_of, read_private, write_private
from quizmill.bank.stamps import Stamp, absolute, are_settled, stamps

_HERE = Path(__file__).parent
_READER = (_HERE, *(_HERE / each for each in ("model", "reader", "values")))  # a new one may see new faults


class _Kept(msgspec.Struct, frozen=True):
    folders: tuple[str, ...]  # of the bank and its seeds
    stamps: tuple[Stamp, ...]
    bank: Bank


def recall(folder: Path, cache: Path) -> Bank | None:
    """The bank in *folder* as it is, from the copy in the folder *cache*; None where that cannot be had."""
    data = read_private(_path(folder, cache))
    if data is None:
        return None
    try:
        kept = msgspec.msgpack.decode(data, type=_Kept)
        return kept.bank if kept.stamps == stamps((*map(Path, kept.folders), *_READER)) else None
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def keep(folder: Path, read: Iterable[Path], bank: Bank, cache: Path, began: float) -> None:
    """Keep a copy of *bank* in *folder*, for whose files the folders *read* were looked through.

    *began* is when reading did: a file that changed since may have been read before it did. Where keeping
    fails nothing is kept.
    """
    with contextlib.suppress(OSError, UnicodeEncodeError):  # paths need not be UTF-8, what is kept must
        folders = absolute(read)
        found = stamps((*map(Path, folders), *_READER))
        if are_settled(found, began):
            data = msgspec.msgpack.encode(_Kept(folders, found, bank))
            write_private(_path(folder, cache), data)


def _path(folder: Path, cache: Path) -> Path:
    return cache / f"{name_of(folder)}.bank"
