"""What kind of picture a file's bytes are, and which outputs show it.

Nothing is drawn: a signature tells, and of a drawing its root.

The signatures are those by which browsers know a picture (https://mimesniff.spec.whatwg.org/, 6.1, and for
AVIF the brands of its `ftyp` box), so what passes here is shown in Anki. A browser heeds them more than the
name: a JPEG called `.png` is shown. Not so a drawing, which is XML: only a file called `.svg` is read as one.
"""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from quizmill.bank import drawing
from quizmill.bank.drawing.lengths import size
from quizmill.bank.drawing.on_paper import lacking, obstacle
from quizmill.bank.file_signatures import kind_of_file
from quizmill.bank.files import TooLarge, read_inside
from quizmill.bank.picture_size import pixels

# By these Anki takes a file for a picture.
SUFFIXES = frozenset({".avif", ".bmp", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})
RASTER_ON_PAPER = ("PNG", "JPEG", "GIF", "WebP")  # others may start programs of their own to be read
MOST_PIXELS = 25_000_000  # on paper: a sheet of A4 with 500 to the inch
MOST_BYTES = 20 * 2**20  # a photograph of MOST_PIXELS takes half of it

_DRAWING = ".svg"
_NO_PICTURE = "it is no picture, whatever its name says"
_SIGNATURES = {
    "AVIF": re.compile(rb".{4}ftyp(?:.{4}){0,16}?avi[fs]", re.DOTALL),
    "BMP": re.compile(rb"BM.{12}[\x0c\x28\x34\x38\x40\x6c\x7c]\0\0\0", re.DOTALL),  # and its header's length
    "GIF": re.compile(rb"GIF8[79]a"),
    "JPEG": re.compile(rb"\xff\xd8\xff"),
    "PNG": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "WebP": re.compile(rb"RIFF.{4}WEBP", re.DOTALL),
}
_GIF_HEAD = 13  # bytes: the signature, and how large the picture is


class Limit(NamedTuple):
    """What keeps a picture out of an output, as a clause that has it for its subject, and what to do."""

    output: str
    reason: str
    cure: str


_PAPER = "paper"
_OFF_PAPER = {
    "AVIF": Limit(_PAPER, "is an AVIF picture, which paper does not take", "save it as WebP or JPEG"),
    "BMP": Limit(_PAPER, "is a BMP picture, which paper does not take", "save it as PNG"),
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
    as_drawing = PurePosixPath(file).suffix.lower() == _DRAWING
    if kind is None:
        try:
            drawing.read(data)
        except drawing.TooMuch as error:
            return f"it {error}" if as_drawing else _NO_PICTURE
        except drawing.NoDrawing:
            pass
        else:
            return None if as_drawing else "it is an SVG drawing, which is shown only from a file called .svg"
        if known := kind_of_file(data):
            return f"it is {known.what}, to be {known.cure}"
        return "it is no SVG drawing" if as_drawing else _NO_PICTURE
    if as_drawing:
        return f"it is a {kind} picture, which is not shown from a file called .svg"
    return "it is cut short" if _is_cut(kind, data) else None


def limits(file: str, data: bytes) -> tuple[Limit, ...]:
    """What keeps a picture without a `flaw` out of some outputs."""
    kind = _kind(data)
    found = () if PurePosixPath(file).suffix.lower() in SUFFIXES else (_MISCALLED,)
    if kind is None:
        reason = obstacle(drawing.read(data).root)
        return (*found, Limit(_PAPER, reason, "write them another way")) if reason else found
    if kind not in RASTER_ON_PAPER:
        return *found, _OFF_PAPER[kind]
    return (*found, _TOO_LARGE) if (pixels(kind, data) or 0) > MOST_PIXELS else found


class Drawn(NamedTuple):
    """What of a drawing is not shown."""

    removed: tuple[str, ...]  # anywhere, because it does more than draw
    off_paper: tuple[str, ...]
    sized: bool  # whether it says how large it is


def drawn(data: bytes) -> Drawn | None:
    """What of a drawing without a `flaw` is not shown; None for other pictures."""
    if is_raster(data):
        return None
    read = drawing.read(data)
    return Drawn(read.removed, lacking(read.root), size(read.root) is not None)


def harmless(data: bytes) -> bytes:
    """A picture as it goes out: a drawing without what does more than draw, any other as it is."""
    if is_raster(data):
        return data
    try:
        return drawing.read(data).data
    except (drawing.NoDrawing, drawing.TooMuch):
        return data  # which no output takes


def is_raster(data: bytes) -> bool:
    """Whether a picture consists of pixels, by its signature."""
    return _kind(data) is not None


def media_type(data: bytes) -> str:
    """The picture's kind by the name that the web has for it; what is none by its pixels is a drawing."""
    kind = _kind(data)
    return f"image/{kind.lower()}" if kind else "image/svg+xml"


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
