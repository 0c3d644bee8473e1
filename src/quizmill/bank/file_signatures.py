"""Files that often lie where a picture should: known by how they begin, and what to do with each.

Signatures as in https://mimesniff.spec.whatwg.org/ and in the formats' own specifications.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_AS_PNG, _AS_JPEG = "saved as PNG", "saved as JPEG"
_HEAD = 512  # bytes that tell


class FileKind(NamedTuple):
    """A kind of file that is not shown."""

    what: str  # with its article
    cure: str  # what is to be done to it


_KINDS = (
    (rb"II[*+]\0|MM\0[*+]", FileKind("a TIFF picture", _AS_PNG)),
    (rb".{4}ftyp(?:.{4}){0,16}?(?:hei[cxms]|hev[cxms]|mif1|msf1)", FileKind("a HEIC picture", _AS_JPEG)),
    (rb"\xff\x0a|\0\0\0\x0cJXL ", FileKind("a JPEG XL picture", _AS_JPEG)),
    (rb"\0\0\0\x0cjP  |\xff\x4f\xff\x51", FileKind("a JPEG 2000 picture", _AS_JPEG)),
    (rb"8BPS", FileKind("a Photoshop file (PSD)", _AS_PNG)),
    (rb"gimp xcf ", FileKind("a GIMP file (XCF)", "exported as PNG")),
    (rb"\0\0[\x01\x02]\0.\0", FileKind("an icon (ICO)", _AS_PNG)),
    (rb"%PDF-", FileKind("a PDF document", "saved as PNG or SVG")),
    (rb"%!PS|\xc5\xd0\xd3\xc6", FileKind("a PostScript drawing (EPS)", _AS_PNG)),
    (rb"\xd7\xcd\xc6\x9a|\x01\0\0\0.{36} EMF", FileKind("a Windows metafile (WMF, EMF)", _AS_PNG)),
    (rb"AT&TFORM", FileKind("a DjVu document", _AS_PNG)),
    (rb".{128}DICM", FileKind("a DICOM file", _AS_PNG)),
    (rb"\x1f\x8b", FileKind("a compressed file, perhaps a drawing (SVGZ)", "unpacked")),
    (rb"PK\x03\x04", FileKind("an archive or office document", "opened, and its picture saved as PNG")),
    (rb".{4}ftyp|\x1aE\xdf\xa3", FileKind("a film", "left out, or a still of it saved as PNG")),
    (rb"version https://git-lfs", FileKind("a pointer of Git LFS", "fetched with `git lfs pull`")),
    (rb"\s*(?i:<!doctype html|<html)", FileKind("a web page", "replaced by the picture it shows")),
)


def kind_of_file(data: bytes) -> FileKind | None:
    """What a file is that is no picture as far as browsers know, where that can be told."""
    head = data[:_HEAD]
    return next((kind for start, kind in _KINDS if re.match(start, head, re.DOTALL)), None)
