"""The files of a bank that an output takes along, such as pictures and sounds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from quizmill.bank.files import Unread
from quizmill.errors import FileUnusable

Read = Callable[[Path, str], bytes]  # of a folder and a file in it; raises Unread


def read_all(folder: Path, files: Iterable[str], what: str, read: Read) -> dict[str, bytes]:
    """The bytes of each file, by the path that the bank gives; each is *what*, a picture or a sound.

    Raises FileUnusable for one that cannot be read.
    """
    return {file: _read(folder, file, what, read) for file in sorted(set(files))}


def _read(folder: Path, file: str, what: str, read: Read) -> bytes:
    try:
        return read(folder, file)
    except Unread as error:
        raise FileUnusable(str(folder / file), f"this {what} {error.reason}; {error.help}") from error
