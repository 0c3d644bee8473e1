"""Of what a camera writes about a photograph: how it is turned, without which it would lie on its side."""

from __future__ import annotations

import struct

_ORIENTATION = 0x0112  # the tag
_HEAD = b"Exif\0\0"  # before it in a JPEG, and now and then elsewhere


def turned_only(exif: bytes) -> bytes:
    """EXIF that says how the picture is turned and no more; empty where it is upright.

    Raises struct.error for what is none.
    """
    tiff = exif.removeprefix(_HEAD)
    order = "<" if tiff[:2] == b"II" else ">"
    (first,) = struct.unpack_from(f"{order}I", tiff, 4)
    (count,) = struct.unpack_from(f"{order}H", tiff, first)
    for entry in range(first + 2, first + 2 + 12 * count, 12):
        tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, entry)
        if tag == _ORIENTATION and 2 <= value <= 8:
            return b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, _ORIENTATION, 3, 1, value, 0, 0)
    return b""
