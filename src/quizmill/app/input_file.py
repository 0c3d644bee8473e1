"""Reading a file that somebody named on the command line: no more of it than such a file can have."""

from __future__ import annotations

from pathlib import Path

from quizmill.errors import FileUnusable

_LARGEST = 256 * 2**20  # bytes: a kept paper of many pictures


def read_input(path: Path, what: str) -> bytes:
    """The bytes of the file at *path*, which is to be *what*: a roster, a paper, a logo.

    A pipe will do. Raises FileUnusable when it cannot be read or does not end.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        raise FileUnusable(str(path), f"this {what} cannot be read ({error.strerror})") from error
    if len(data) > _LARGEST:
        raise FileUnusable(str(path), f"this {what} has more than {_LARGEST // 2**20} MB; name another file")
    return data
