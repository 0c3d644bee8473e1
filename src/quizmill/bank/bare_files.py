"""Pictures and sounds without what their files say of themselves: titles, places, dates, previews.

Nothing is drawn or decoded: each format's own parts are gone through, and those that show or sound are kept.
What is not laid out as its format says stays as it is, and so does an AVIF.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable, Iterator

from quizmill.bank import drawing
from quizmill.bank.bare_sounds import bare_flac, bare_m4a, bare_mp3, bare_ogg
from quizmill.bank.drawing.nameless import nameless
from quizmill.bank.exif import turned_only
from quizmill.bank.riff import riff_without

_PNG = b"\x89PNG\r\n\x1a\n"
_SHOWN = frozenset(b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT pHYs bKGD acTL fcTL fdAT".split())
_NOTES = (b"XMP ", b"LIST", b"id3 ", b"ID3 ", b"bext", b"iXML", b"_PMX")  # of RIFF
_REPEATS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def bare(data: bytes) -> bytes:
    """The picture or sound in *data* as it is seen or heard, and nothing else."""
    try:
        return _bare(data)
    except (IndexError, ValueError, struct.error):
        return data


def _bare(data: bytes) -> bytes:
    for begins, strip in _FORMATS:
        if re.match(begins, data[:12], re.DOTALL):
            return strip(data)
    try:
        return nameless(drawing.read(data).root)
    except (drawing.NoDrawing, drawing.TooMuch):
        return data


def _png(data: bytes) -> Iterator[bytes]:
    place = len(_PNG)
    while place + 12 <= len(data):
        (size,) = struct.unpack_from(">I", data, place)
        kind, end = data[place + 4 : place + 8], place + 12 + size
        if kind in _SHOWN:
            yield data[place:end]
        elif kind == b"eXIf" and (turned := turned_only(data[place + 8 : end - 4])):
            yield (
                struct.pack(">I", len(turned)) + kind + turned + struct.pack(">I", zlib.crc32(kind + turned))
            )
        if kind == b"IEND":
            return
        place = end


def _jpeg(data: bytes) -> Iterator[bytes]:
    yield data[:2]
    place = 2
    while True:
        if data[place] != 0xFF:
            raise ValueError("no segment begins here")
        marker = data[place + 1]
        if marker == 0xD9:
            yield data[place : place + 2]
            return
        end = place + 2 + int.from_bytes(data[place + 2 : place + 4], "big")
        segment = data[place:end]
        if not (0xE0 <= marker <= 0xEF or marker == 0xFE) or _draws(marker, segment):
            yield segment
        elif segment[4:10] == b"Exif\0\0" and (turned := turned_only(segment[4:])):
            yield b"\xff\xe1" + struct.pack(">H", 8 + len(turned)) + b"Exif\0\0" + turned
        if marker == 0xDA:
            place = _end_of_scan(data, end)
            yield data[end:place]
        else:
            place = end


def _draws(marker: int, segment: bytes) -> bool:
    """Whether a segment for applications says how the picture is to be read: JFIF, its colours, Adobe's."""
    return marker in (0xE0, 0xEE) or (marker == 0xE2 and segment[4:15] == b"ICC_PROFILE")


def _end_of_scan(data: bytes, place: int) -> int:
    while True:
        place = data.index(b"\xff", place)
        if data[place + 1] != 0 and not 0xD0 <= data[place + 1] <= 0xD7:
            return place
        place += 2


def _gif(data: bytes) -> Iterator[bytes]:
    place = 13 + (3 << (data[10] & 7) + 1 if data[10] & 0x80 else 0)
    yield data[:place]
    while data[place] != 0x3B:
        start = place
        if data[place] == 0x2C:
            place += 10 + (3 << (data[place + 9] & 7) + 1 if data[place + 9] & 0x80 else 0) + 1
        elif data[place] == 0x21:
            place += 2
        else:
            raise ValueError("no block begins here")
        place = _end_of_blocks(data, place)
        is_extension, label, name = data[start] == 0x21, data[start + 1], data[start + 3 : start + 14]
        if not is_extension or label == 0xF9 or (label == 0xFF and name in _REPEATS):
            yield data[start:place]
    yield b";"


def _end_of_blocks(data: bytes, place: int) -> int:
    while data[place]:
        place += 1 + data[place]
    return place + 1


_FORMATS: tuple[tuple[bytes, Callable[[bytes], bytes]], ...] = (
    (rb"\x89PNG", lambda data: _PNG + b"".join(_png(data))),
    (rb"\xff\xd8\xff", lambda data: b"".join(_jpeg(data))),
    (rb"GIF8", lambda data: b"".join(_gif(data))),
    (rb"RIFF", lambda data: riff_without(data, *_NOTES)),
    (rb"OggS", bare_ogg),
    (rb"fLaC", bare_flac),
    (rb".{4}ftyp(?!avi[fs]|mif1|msf1)", bare_m4a),
    (rb"ID3|\xff", bare_mp3),
)
