"""Sounds without their tags. Where places are counted from the file's beginning, tags become noughts."""

from __future__ import annotations

import struct
from collections.abc import Iterator

_ID3_HEAD, _ID3_TAIL = 10, 128  # bytes
_BOXES_OF_BOXES = (b"moov", b"trak", b"mdia", b"minf")
_TAGS = (b"udta", b"meta", b"uuid")
_TOLD = (0, 3)  # blocks of a FLAC: what the stream is, and where to seek


def bare_mp3(data: bytes) -> bytes:
    """An MP3 or AAC without ID3 and APE tags."""
    while data.startswith(b"ID3"):
        a, b, c, d = data[6:_ID3_HEAD]
        data = data[_ID3_HEAD + (a << 21 | b << 14 | c << 7 | d) :]
    if data[-_ID3_TAIL:].startswith(b"TAG"):
        data = data[:-_ID3_TAIL]
    if data[-32:].startswith(b"APETAGEX"):
        size, flags = struct.unpack_from("<I4xI", data, len(data) - 20)
        data = data[: -size - (32 if flags & 1 << 31 else 0)]
    return data


def bare_flac(data: bytes) -> bytes:
    """A FLAC with what the stream is, and nothing that is told of it."""
    blocks, place, last = [], 4, False
    while not last:
        last, size = bool(data[place] & 0x80), int.from_bytes(data[place + 1 : place + 4], "big")
        if data[place] & 0x7F in _TOLD:
            blocks.append((data[place] & 0x7F, data[place + 1 : place + 4 + size]))
        place += 4 + size
    ends = [0] * (len(blocks) - 1) + [0x80]
    head = b"".join(bytes([kind | end]) + block for (kind, block), end in zip(blocks, ends, strict=True))
    return data[:4] + head + data[place:]


def bare_m4a(data: bytes) -> bytes:
    """An MP4 in which tags are free room, since its samples are found by their places."""
    made = bytearray(data)
    _free(made, 0, len(data))
    return bytes(made)


def _free(data: bytearray, place: int, end: int) -> None:
    while place + 8 <= end:
        size, kind = struct.unpack_from(">I4s", data, place)
        stop = end if size == 0 else place + size
        if size == 1:
            stop = place + struct.unpack_from(">Q", data, place + 8)[0]
        if stop <= place:
            raise ValueError("a box without a size")
        if kind in _TAGS:
            head = 16 if size == 1 else 8
            data[place + 4 : stop] = b"free" + data[place + 8 : place + head] + bytes(stop - place - head)
        elif kind in _BOXES_OF_BOXES:
            _free(data, place + 8, stop)
        place = stop


def bare_ogg(data: bytes) -> bytes:
    """An Ogg whose comments are blanks, so that all its pages keep their lengths."""
    pages = list(_pages(data))
    made = bytearray(data)
    places = _second_packet(data, pages)
    packet = bytes(data[place] for place in places)
    for offset in _comments(packet):
        made[places[offset]] = 0x20
    for start, end in pages:
        if end <= places[0] or start > places[-1]:
            continue
        made[start + 22 : start + 26] = bytes(4)
        made[start + 22 : start + 26] = _checksum(made[start:end]).to_bytes(4, "little")
    return bytes(made)


def _pages(data: bytes) -> Iterator[tuple[int, int]]:
    place = 0
    while data[place : place + 4] == b"OggS":
        table = data[place + 27 : place + 27 + data[place + 26]]
        end = place + 27 + len(table) + sum(table)
        yield place, end
        place = end


def _second_packet(data: bytes, pages: list[tuple[int, int]]) -> list[int]:
    """The places of its bytes: the one that has the comments."""
    found: list[int] = []
    number = 0
    for start, _ in pages:
        place = start + 27 + data[start + 26]
        for size in data[start + 27 : place]:
            if number == 1:
                found += range(place, place + size)
            place += size
            number += size < 255
            if number > 1:
                return found
    return found


def _comments(packet: bytes) -> Iterator[int]:
    """Where in the packet letters of comments stand, and of what is told of the program."""
    place = 8 if packet.startswith(b"OpusTags") else 7
    (size,) = struct.unpack_from("<I", packet, place)
    yield from range(place + 4, place + 4 + size)
    place += 4 + size
    (count,) = struct.unpack_from("<I", packet, place)
    place += 4
    for _ in range(count):
        (size,) = struct.unpack_from("<I", packet, place)
        name = packet.find(b"=", place + 4, place + 4 + size)
        yield from range(name + 1 if name >= 0 else place + 4, place + 4 + size)
        place += 4 + size


def _checksum(page: bytes | bytearray) -> int:
    """As Ogg counts it: CRC-32 by 0x04C11DB7, from the highest bit, beginning with 0."""
    crc = 0
    for byte in page:
        crc = (crc << 8 & 0xFFFFFFFF) ^ _TABLE[crc >> 24 ^ byte]
    return crc


def _entry(byte: int) -> int:
    crc = byte << 24
    for _ in range(8):
        crc = (crc << 1 & 0xFFFFFFFF) ^ (0x04C11DB7 if crc & 0x80000000 else 0)
    return crc


_TABLE = tuple(map(_entry, range(256)))
