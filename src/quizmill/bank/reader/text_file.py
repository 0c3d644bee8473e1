"""Bytes of a bank file as text: UTF-8 only, of sensible size, or a fault that says what to do."""

from __future__ import annotations

from pathlib import Path

from quizmill.bank.reader.fault import Fault, Place

LARGEST = 32 * 1024 * 1024  # bytes; 100,000 questions take about 20 MB


def read_text(path: Path) -> str | Fault:
    """The text of a file, with line ends as `\\n` and without a byte order mark; or why it has none."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            message = f"the file has {size // 2**20} MB; a bank file has at most {LARGEST // 2**20} MB"
            return Fault((), "too-large", message, "split it into topics, one file each", Place(1, 1))
        data = path.read_bytes()
    except OSError as error:
        help = "check its name and permissions"
        return Fault((), "unreadable", f"the file cannot be read: {error.strerror}", help, Place(1, 1))
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
