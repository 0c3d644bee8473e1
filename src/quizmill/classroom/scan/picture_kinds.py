"""What a file is by its first bytes: pictures that can be read, and those that have to be saved otherwise."""

from __future__ import annotations

from enum import StrEnum

BEGINNING = 32  # bytes that tell
_ZIP = b"PK\x03\x04"
_HEIF = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis")


class PictureKind(StrEnum):
    """As a person calls them."""

    JPEG = "JPEG"
    PNG = "PNG"
    TIFF = "TIFF"
    WEBP = "WebP"
    GIF = "GIF"
    BMP = "BMP"
    PDF = "PDF"
    HEIC = "HEIC"  # which is not read


_BEGINNINGS = {
    b"\xff\xd8\xff": PictureKind.JPEG,
    b"\x89PNG\r\n\x1a\n": PictureKind.PNG,
    b"II*\x00": PictureKind.TIFF,
    b"MM\x00*": PictureKind.TIFF,
    b"II+\x00": PictureKind.TIFF,
    b"MM\x00+": PictureKind.TIFF,
    b"GIF8": PictureKind.GIF,
    b"%PDF-": PictureKind.PDF,
}
_ENDINGS = {
    "jpg": PictureKind.JPEG,
    "jpeg": PictureKind.JPEG,
    "png": PictureKind.PNG,
    "tif": PictureKind.TIFF,
    "tiff": PictureKind.TIFF,
    "webp": PictureKind.WEBP,
    "gif": PictureKind.GIF,
    "bmp": PictureKind.BMP,
    "pdf": PictureKind.PDF,
    "heic": PictureKind.HEIC,
    "heif": PictureKind.HEIC,
}


def picture_kind(begins: bytes, name: str) -> PictureKind | None:
    """The kind of the file that *begins* so; None for anything else.

    What has no such beginning is what its *name* says: an empty file, or one that was damaged.
    """
    for beginning, kind in _BEGINNINGS.items():
        if begins.startswith(beginning):
            return kind
    if begins[:4] == b"RIFF" and begins[8:12] == b"WEBP":
        return PictureKind.WEBP
    if begins[4:8] == b"ftyp" and begins[8:12] in _HEIF:
        return PictureKind.HEIC
    if begins[:2] == b"BM" and begins[6:10] == bytes(4):
        return PictureKind.BMP
    return None if begins.startswith(_ZIP) else _ENDINGS.get(name.rpartition(".")[2].lower())
