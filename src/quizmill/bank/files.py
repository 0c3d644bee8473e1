"""Reading files that a bank names or holds: regular ones, inside their folder, of sensible size.

A bank may come from a stranger. A link that leads out of its folder, a device that never ends and a pipe that
never begins are refused, and no more is read than is wanted.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path, PurePath

BANK_FILE = "bank.yaml"
EMPTY_BANK = "empty-bank"  # the error of a bank in which no question is finished yet
LARGEST = 32 * 1024 * 1024  # bytes; 100,000 questions take about 20 MB


class Unread(Exception):
    """Why a file was not read: a clause that has the file for its subject, and what to do."""

    def __init__(self, reason: str, help: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.help = help


class TooLarge(Unread):
    """A file with more bytes than wanted."""


def read_inside(folder: Path, path: Path, most: int = LARGEST) -> bytes:
    """The bytes of the file at *path*, a regular one in *folder* or below.

    Raises Unread when there is none or it cannot be read, TooLarge when it has more than *most* bytes.
    """
    try:
        if not path.resolve().is_relative_to(folder.resolve()):
            raise Unread(f"leads out of {folder}", "put the file itself there: links out are not followed")
        with open(path, "rb", opener=_open_at_once) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise Unread("is no regular file", "delete it, or put the file itself there")
            data = file.read(most + 1)
    except FileNotFoundError:
        raise Unread(f"is not in {folder}", "check its name") from None
    except RuntimeError:  # of Path.resolve, before Python 3.13
        raise Unread("is a link that leads in a circle", "delete it, or put the file itself there") from None
    except OSError as error:
        raise Unread(f"cannot be read: {error.strerror}", "check its name and permissions") from None
    if len(data) > most:
        raise TooLarge(f"has more than {most // 2**20} MB", "split it into several files")
    return data


def topic_of(inside: PurePath) -> str:
    """The id of the topic in the file at that path, as seen from the bank's folder."""
    return "-".join(inside.with_suffix("").parts)


def _open_at_once(path: str, flags: int) -> int:
    """Open a pipe too without waiting for its other end."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
