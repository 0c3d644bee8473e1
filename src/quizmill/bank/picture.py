"""What kind of picture a file's bytes are, and which outputs show it.

Nothing is drawn: a signature tells, and of a drawing its root.

The signatures are those by which browsers know a picture (https://mimesniff.spec.whatwg.org/, 6.1, and for
AVIF the brands of its `ftyp` box), so what passes here is shown in Anki. A browser heeds them more than the
name: a JPEG called `.png` is shown. Not so a drawing, which is XML: only a file called `.svg` is read as one.
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from xml.parsers import expat

from quizmill.bank.file_signatures import kind_of_file
from quizmill.bank.files import TooLarge, read_inside
from quizmill.bank.picture_size import pixels

# By these Anki takes a file for a picture.
SUFFIXES = frozenset({".avif", ".bmp", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})
ON_PAPER = ("PNG", "JPEG", "GIF", "WebP")  # others may start programs of their own to be read
MOST_PIXELS = 25_000_000  # on paper: a sheet of A4 with 500 to the inch
MOST_BYTES = 20 * 2**20  # a photograph of MOST_PIXELS takes half of it

_DRAWING = ".svg"
_ROOT = "http://www.w3.org/2000/svg svg"  # a root of no namespace is XML to a browser, and no drawing
_SIGNATURES = {
    "AVIF": re.compile(rb".{4}ftyp(?:.{4}){0,16}?avi[fs]", re.DOTALL),
    "BMP": re.compile(rb"BM.{12}[\x0c\x28\x34\x38\x40\x6c\x7c]\0\0\0", re.DOTALL),  # and its header's length
    "GIF": re.compile(rb"GIF8[79]a"),
    "JPEG": re.compile(rb"\xff\xd8\xff"),
    "PNG": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "WebP": re.compile(rb"RIFF.{4}WEBP", re.DOTALL),
}
_GIF_HEAD = 13  # bytes: the signature, and how large the picture is

# Encodings of several bytes a character, of which expat knows none, by Python's name: the codec that decodes
# them as a browser does (https://encoding.spec.whatwg.org/), to which GB2312 is the larger GBK, for one.
_MULTIBYTE = {
    "big5": "big5hkscs",
    "cp932": "cp932",
    "cp949": "cp949",
    "euc_jp": "euc_jp",
    "euc_kr": "cp949",
    "gb18030": "gb18030",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
}


class Limit(NamedTuple):
    """What keeps a picture out of an output, as a clause that has it for its subject, and what to do."""

    output: str
    reason: str
    cure: str


_PAPER = "paper"
_OFF_PAPER = {
    "AVIF": Limit(_PAPER, "is an AVIF picture, which paper does not take", "save it as WebP or JPEG"),
    "BMP": Limit(_PAPER, "is a BMP picture, which paper does not take", "save it as PNG"),
    "SVG": Limit(_PAPER, "is an SVG drawing, which paper does not take", "save it as PNG"),
}
_TOO_LARGE = Limit(
    _PAPER,
    f"has more than {MOST_PIXELS // 10**6} million pixels, which paper does not take",
    "make it smaller",
)
_MISCALLED = Limit(
    "Anki",
    "has no ending by which Anki takes it for a picture",
    f"call it by what it is: {', '.join(sorted(SUFFIXES))}",
)


def read_picture(folder: Path, file: str) -> bytes:
    """The bytes of the picture that a bank in *folder* calls *file*. Raises Unread."""
    try:
        return read_inside(folder, folder / file, MOST_BYTES)
    except TooLarge:
        raise TooLarge(f"has more than {MOST_BYTES // 2**20} MB", "make it smaller") from None


def flaw(file: str, data: bytes) -> str | None:
    """Why a picture called *file* with these bytes is shown nowhere, or in part, as a clause; else None.

    Where it is cut short only PNG, WebP and BMP tell for certain: of a JPEG and a GIF the head must be there,
    and the others may end as they like.
    """
    if not data:
        return "it is empty"
    kind = _kind(data)
    drawn = PurePosixPath(file).suffix.lower() == _DRAWING
    if kind is None:
        if _is_drawing(data):
            return None if drawn else "it is an SVG drawing, which is shown only from a file called .svg"
        if known := kind_of_file(data):
            return f"it is {known.what}, to be {known.cure}"
        return "it is no SVG drawing" if drawn else "it is no picture, whatever its name says"
    if drawn:
        return f"it is a {kind} picture, which is not shown from a file called .svg"
    return "it is cut short" if _is_cut(kind, data) else None


def limits(file: str, data: bytes) -> tuple[Limit, ...]:
    """What keeps a picture without a `flaw` out of some outputs."""
    kind = _kind(data) or "SVG"
    found = () if PurePosixPath(file).suffix.lower() in SUFFIXES else (_MISCALLED,)
    if kind not in ON_PAPER:
        return *found, _OFF_PAPER[kind]
    return (*found, _TOO_LARGE) if (pixels(kind, data) or 0) > MOST_PIXELS else found


def _kind(data: bytes) -> str | None:
    return next((kind for kind, signature in _SIGNATURES.items() if signature.match(data)), None)


def _is_cut(kind: str, data: bytes) -> bool:
    match kind:
        case "PNG":
            return b"IEND" not in data
        case "JPEG":
            return b"\xff\xda" not in data  # which begins what is drawn
        case "WebP":
            return len(data) < 8 + int.from_bytes(data[4:8], "little")
        case "BMP":
            return len(data) < int.from_bytes(data[2:6], "little")
        case "GIF":
            return len(data) < _GIF_HEAD
        case _:
            return False


def _is_drawing(data: bytes | str) -> bool:
    """Whether it is XML to its end and its root is svg. No entity from outside is ever fetched."""
    opened: list[str] = []
    encodings: list[str] = []
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.XmlDeclHandler = lambda _version, encoding, _standalone: encodings.append(encoding or "")
    parser.StartElementHandler = lambda name, _: opened.append(name) if not opened else None
    try:
        parser.Parse(data, True)  # of a text it disregards the encoding declared
    except expat.ExpatError:
        return False
    except (ValueError, LookupError):  # an encoding that expat does not know
        return isinstance(data, bytes) and _is_drawing(_decoded(data, "".join(encodings)))
    return opened == [_ROOT]


def _decoded(data: bytes, encoding: str) -> str:
    """Data in one of the encodings of several bytes a character; nothing if it is in no such encoding."""
    try:
        return data.decode(_MULTIBYTE[codecs.lookup(encoding).name])
    except (LookupError, ValueError):
        return ""
