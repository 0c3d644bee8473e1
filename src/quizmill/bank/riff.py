"""RIFF, in which WAV and WebP are laid out: chunks of a kind, a size and bytes, padded to even numbers."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from quizmill.bank.exif import turned_only

_HAS_EXIF, _HAS_XMP = 0x08, 0x04  # flags of a WebP


def riff_without(data: bytes, *kinds: bytes) -> bytes:
    """The file without chunks of those *kinds*, and without EXIF but for how a picture is turned."""
    chunks = [(kind, body) for kind, body in _chunks(data) if kind not in kinds]
    chunks = [(kind, turned_only(body) if kind == b"EXIF" else body) for kind, body in chunks]
    chunks = [(kind, body) for kind, body in chunks if body or kind != b"EXIF"]
    has = _HAS_EXIF if any(kind == b"EXIF" for kind, _ in chunks) else 0
    kept = b"".join(_chunk(kind, _flagged(body, has) if kind == b"VP8X" else body) for kind, body in chunks)
    return data[:4] + struct.pack("<I", 4 + len(kept)) + data[8:12] + kept


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = 12
    while place + 8 <= len(data):
        size = int.from_bytes(data[place + 4 : place + 8], "little")
        yield data[place : place + 4], data[place + 8 : place + 8 + size]
        place += 8 + size + size % 2


def _chunk(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack("<I", len(body)) + body + bytes(len(body) % 2)


def _flagged(body: bytes, has: int) -> bytes:
    return bytes([body[0] & ~_HAS_EXIF & ~_HAS_XMP | has]) + body[1:]
