"""The large parts of a page as text that takes little room: deflated, five signs for four bytes.

Base 64 would take a sixteenth more, which is fifteen kilobytes of a whole bank.
"""

from __future__ import annotations

import base64
import zlib

_SAFE = bytes.maketrans(b"<", b",")  # no sign of base 85, where < might begin a tag


def packed(*parts: str) -> str:
    """The parts with U+0000 between them, for `script/unpack.js`."""
    data = zlib.compress("\0".join(parts).encode("utf-8", "replace"), 9)
    return base64.b85encode(data).translate(_SAFE).decode()
