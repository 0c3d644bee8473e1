"""How many pixels a picture has, by the head of its file: nothing is unpacked.

PNG (W3C, 11.2.2), GIF89a (18), JPEG (ITU T.81, B.2.2) and WebP (RFC 9649, 2.5 to 2.7).
"""

from __future__ import annotations

import struct
from typing import Literal

# Frames of a JPEG, which tell how large it is; the others from C0 to CF are tables.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_BARE = frozenset((0x00, 0x01, *range(0xD0, 0xDA)))  # markers without a length, and what is none
_FILL = 0xFF


def pixels(kind: str, data: bytes) -> int | None:
    """The pixels of a picture of that *kind*; None where its head does not say."""
    try:
        match kind:
            case "PNG":
                return _product(*struct.unpack_from(">II", data, 16))
            case "GIF":
                return _product(*struct.unpack_from("<HH", data, 6))
            case "JPEG":
                return _of_jpeg(data)
            case "WebP":
                return _of_webp(data)
            case _:
                return None
    except (struct.error, IndexError):
        return None


def _product(across: int, down: int) -> int:
    return across * down


def _of_jpeg(data: bytes) -> int | None:
    place = 2
    while (place := data.find(b"\xff", place)) >= 0:
        marker = data[place + 1]
        if marker in _FRAMES:
            return _product(*struct.unpack_from(">HH", data, place + 5))
        if marker == _FILL:
            place += 1
        else:
            place += 2 if marker in _BARE else 2 + _number(data, place + 2, 2, "big")
    return None


def _of_webp(data: bytes) -> int | None:
    match data[12:16]:
        case b"VP8X":
            return (_number(data, 24, 3, "little") + 1) * (_number(data, 27, 3, "little") + 1)
        case b"VP8L":
            bits = _number(data, 21, 4, "little")
            return ((bits & 0x3FFF) + 1) * (((bits >> 14) & 0x3FFF) + 1)
        case b"VP8 ":
            across, down = struct.unpack_from("<HH", data, 26)
            return _product(across & 0x3FFF, down & 0x3FFF)
        case _:
            return None


def _number(data: bytes, place: int, length: int, order: Literal["big", "little"]) -> int:
    return int.from_bytes(data[place : place + length], order)
