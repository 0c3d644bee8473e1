"""A bank's file that a command changes at its place: read as it lies there, and written only over that."""

from __future__ import annotations

from pathlib import Path

from quizmill.bank.files import Unread, read_inside
from quizmill.errors import FileUnusable
from quizmill.export.publish import Kind, Product


def text_in_place(folder: Path, path: Path) -> str:
    """The text of a file of the bank in *folder*, with its line ends and its mark of the byte order.

    Raises FileUnusable when it cannot be read, or is not UTF-8.
    """
    try:
        return read_inside(folder, path).decode()
    except Unread as error:
        raise FileUnusable(str(path), f"the file {error.reason}; {error.help}") from error
    except UnicodeDecodeError as error:
        raise FileUnusable(str(path), "the file is not UTF-8; save it as UTF-8") from error


def changed(before: str, after: str) -> Product:
    """A file that was read as *before*: if it has become another meanwhile, it stays."""
    return Product(after.encode(), as_it_was(before.encode()))


def as_it_was(data: bytes) -> Kind:
    """A file that holds this and nothing else."""
    return Kind("file as it was when this command read it", lambda found: found == data)
