"""How sounds of each kind are laid out in a file: enough to see their codec, and whether all is there.

After RFC 3533 (Ogg), ISO 14496-12 (MP4), 11172-3 (MP3), 14496-3 (AAC) and Microsoft's RIFF.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

_FLAC_HEAD = 42  # bytes: the signature, and what the stream is
_ENDLESS = (0, 0xFFFFFFFF)  # what a recorder writes that does not know yet how long it will be
_ADTS_HEAD = 7  # bytes of a frame's head
_TAG = 10  # bytes of an ID3 tag's head
_JUNK = 8192  # bytes between a tag and the first frame


def is_cut(kind: str, data: bytes) -> bool:
    """Whether the end of a sound of that *kind*, or all of it, is missing as far as the file tells."""
    match kind:
        case "MP3":
            return not _has_frame(data)
        case "AAC":
            return _adts_end(data) > len(data)
        case "Ogg Vorbis" | "Ogg Opus":
            return _ogg_end(data) > len(data)
        case "WAV":
            said = int.from_bytes(data[4:8], "little")
            return said not in _ENDLESS and len(data) < 8 + said
        case "M4A":
            return _mp4_is_cut(data)
        case _:
            return len(data) < _FLAC_HEAD


def mp3_frame(data: bytes, place: int) -> bool:
    """Whether a frame of MPEG audio, layer III, begins there."""
    head = data[place : place + 4]
    return (
        len(head) == 4
        and head[0] == 0xFF
        and head[1] & 0xE6 == 0xE2  # the sync, and the layer
        and head[1] & 0x18 != 0x08  # a version there is
        and head[2] & 0xF0 not in (0x00, 0xF0)  # a rate of bits …
        and head[2] & 0x0C != 0x0C  # … and one of samples
    )


def ogg_codec(data: bytes) -> bytes:
    """The word by which the first packet of an Ogg tells its codec."""
    start = 27 + data[26] if len(data) > 26 else len(data)
    packet = data[start : start + 8]
    return packet[:7] if packet[:1] == b"\x01" else packet


def wav_codec(data: bytes) -> int | None:
    """How the samples of a WAV are written, by RIFF's number; None where it does not say."""
    place = data.find(b"fmt ", 12)
    return int.from_bytes(data[place + 8 : place + 10], "little") if place >= 0 else None


def mp4_codec(data: bytes) -> bytes | None:
    """The codec of the first track of an MP4, such as `mp4a`; None where it does not say."""
    place = data.find(b"stsd")
    return data[place + 16 : place + 20] if place >= 0 else None


def has_film(data: bytes) -> bool:
    """Whether one of the tracks of an MP4 is a film."""
    place = -1
    while (place := data.find(b"hdlr", place + 1)) >= 0:
        if data[place + 12 : place + 16] == b"vide":
            return True
    return False


def _has_frame(data: bytes) -> bool:
    start = 0
    if data[:3] == b"ID3":
        a, b, c, d = data[6:_TAG].ljust(4, b"\0")
        start = _TAG + (a << 21 | b << 14 | c << 7 | d)
    return any(mp3_frame(data, place) for place in range(start, min(len(data), start + _JUNK)))


def _adts_end(data: bytes) -> int:
    """Where the last frame ends, by what it says."""
    place = 0
    while data[place : place + 1] == b"\xff":
        if place + _ADTS_HEAD > len(data):
            return place + _ADTS_HEAD
        a, b, c = data[place + 3 : place + 6]
        place += max(_ADTS_HEAD, (a & 3) << 11 | b << 3 | c >> 5)
    return place


def _ogg_end(data: bytes) -> int:
    """Where the last page ends, by what it says."""
    place = 0
    while data[place : place + 4] == b"OggS":
        if place + 27 > len(data):
            return place + 27
        table = data[place + 27 : place + 27 + data[place + 26]]
        place += 27 + data[place + 26] + sum(table)
    return place


def _mp4_is_cut(data: bytes) -> bool:
    boxes = dict(_boxes(data))
    return b"moov" not in boxes or b"mdat" not in boxes or max(boxes.values()) > len(data)


def _boxes(data: bytes) -> Iterator[tuple[bytes, int]]:
    """The kinds of the outermost boxes, and where each ends by what it says."""
    place = 0
    while place + 8 <= len(data):
        size, kind = struct.unpack_from(">I4s", data, place)
        if size == 1 and place + 16 <= len(data):
            (size,) = struct.unpack_from(">Q", data, place + 8)
        end = len(data) if size == 0 else place + max(size, 8)
        yield kind, end
        place = end
