"""Bytes of a bank file as text: UTF-8 only, of sensible size, or a fault that says what to do."""

from __future__ import annotations

from pathlib import Path

from quizmill.bank.files import TooLarge, Unread, read_inside
from quizmill.bank.reader.fault import Fault, Place


def read_text(folder: Path, path: Path) -> str | Fault:
    """The text of a file in *folder* or below; or why it has none.

    Line ends are `\\n`, and a byte order mark is left out.
    """
    try:
        data = read_inside(folder, path)
    except TooLarge as error:
        help = "split it into topics, one file each"
        return Fault((), "too-large", f"the file {error.reason}", help, Place(1, 1))
    except Unread as error:
        return Fault((), "unreadable", f"the file {error.reason}", error.help, Place(1, 1))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", errors="replace")
        place = Place(before.count("\n") + 1, len(before) - before.rfind("\n"))
        wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
        message = (
            "the file is UTF-16, not UTF-8" if wide else f"the byte 0x{data[error.start]:02x} is not UTF-8"
        )
        return Fault((), "not-utf-8", message, "save the file as UTF-8", place)
    return text.replace("\r\n", "\n").replace("\r", "\n")
