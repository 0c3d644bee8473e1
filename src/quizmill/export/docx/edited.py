"""Whether a document is as it was written, or somebody has edited it since: it says so itself.

Needs nothing but Python: what is asked is whether a file may be written over.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile

_MADE = "quizmill"
_COMMENT = re.compile(rb"<dc:description>(quizmill [0-9a-f]{16})</dc:description>")
_TEXT, _PROPERTIES = "word/document.xml", "docProps/core.xml"
_LARGEST = 64 * 2**20  # bytes of a part when unpacked
_BROKEN = (zipfile.BadZipFile, KeyError, ValueError, OSError, NotImplementedError, RuntimeError)


def stamp(text: bytes) -> str:
    """What a document whose text is *text* has among its properties, as a comment."""
    return f"{_MADE} {hashlib.blake2b(text, digest_size=8).hexdigest()}"


def is_ours(data: bytes) -> bool:
    """Whether it is a document that we wrote, edited or not."""
    return bool(_stamped(data))


def is_edited(data: bytes) -> bool:
    """Whether the text of a document is another than the one that was written."""
    return stamp(_part(data, _TEXT)) != _stamped(data)


def _stamped(data: bytes) -> str:
    found = _COMMENT.search(_part(data, _PROPERTIES))
    return found[1].decode() if found else ""


def _part(data: bytes, name: str) -> bytes:
    """A part of the document; nothing where there is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return b"" if packed.getinfo(name).file_size > _LARGEST else packed.read(name)
    except _BROKEN:
        return b""
