"""Opening a stranger's file: no more of it than such a file can have, and nothing in it runs or is fetched.

Every reader opens what it reads here, and nowhere else.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import PurePosixPath
from xml.etree import ElementTree
from xml.parsers import expat

from quizmill.bank import picture, sound
from quizmill.bank.text_encoding import decoded
from quizmill.errors import FileUnusable

MOST_BYTES = 20 * 2**20  # of a file
MOST_PACKED = 200 * 2**20  # of an archive, of which only some is wanted
MOST_MEMBERS = 2000  # of an archive
MOST_UNPACKED = 200 * 2**20  # bytes of an archive
MOST_RATIO = 200  # unpacked to packed, of what is larger than a page
_MOST_LISTED = 4 * 2**20  # bytes in which an archive lists its files
_ARCHIVE = b"PK\3\4"
_ENDS = b"PK\5\6"  # an archive, with the size of that list twelve bytes further on
_PAGE = 2**20  # bytes that any ratio may give
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, RuntimeError),
    *(EOFError, OSError, ValueError, KeyError),
)
_DEEPEST = 200  # elements within each other
_LINK = 0o120000
_OCTET = re.compile(rb"%([0-9A-Fa-f]{2})")
_BEGINS = {  # how the bytes of a picture begin, by its ending; a drawing may have an encoding's mark
    ".svg": rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*\0?<",
    ".png": rb"\x89PNG",
    ".jpg": rb"\xff\xd8\xff",
    ".gif": rb"GIF8",
    ".webp": rb"RIFF.{4}WEBP",
    ".avif": rb".{4}ftyp",
    ".bmp": rb"BM",
}


def sized(data: bytes, name: str) -> bytes:
    """The bytes of a file. Raises FileUnusable where they are more than any such file has."""
    most = MOST_PACKED if data.startswith(b"PK") else MOST_BYTES
    if len(data) > most:
        raise FileUnusable(name, f"this file has more than {most // 2**20} MB; split it")
    return data


def text(data: bytes, name: str, *, unix: bool = True) -> str:
    r"""The text of a file in any encoding that `decoded` reads; *unix* lines end in `\n`.

    Raises FileUnusable for what is no text.
    """
    found = None if data.startswith(_ARCHIVE) else decoded(sized(data, name))
    if found is None:
        raise FileUnusable(name, "this is no text; save it as UTF-8")
    return found[0].replace("\r\n", "\n").replace("\r", "\n") if unix else found[0]


def tree(data: bytes, name: str) -> ElementTree.Element:
    """The root of an XML file. Raises FileUnusable where it is none, or its DOCTYPE declares anything."""
    look_through(sized(data, name), name)
    try:
        return ElementTree.fromstring(data)  # noqa: S314 - it declares no entity
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise FileUnusable(name, f"this is no XML ({error})") from error


def look_through(data: bytes, name: str) -> None:
    """Raise FileUnusable for XML that is none, or only written to do harm, before anything is made of it."""
    parser = expat.ParserCreate()
    depth = 0

    def refused(_name: str, _system: object, _public: object, declares: int) -> None:
        if declares:  # else it only names a grammar, which nobody fetches
            problem = "the DOCTYPE of this file declares something, which no quiz needs; delete it"
            raise FileUnusable(name, problem)

    def began(*_: object) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise FileUnusable(name, f"this file is nested more than {_DEEPEST} levels deep")

    def ended(*_: object) -> None:
        nonlocal depth
        depth -= 1

    parser.StartDoctypeDeclHandler = refused
    parser.StartElementHandler = began
    parser.EndElementHandler = ended
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise FileUnusable(name, f"this is no XML ({error})") from error


def members(data: bytes, name: str, wanted: Callable[[str], bool] | None = None) -> dict[str, bytes]:
    """The files of a zip archive by their paths in it; where only some are *wanted*, the others are empty.

    Raises FileUnusable for what is none, has more or larger members than any quiz, or one that a name leads
    out of it.
    """
    if wanted is None and len(data) > MOST_BYTES:
        raise FileUnusable(name, f"this file has more than {MOST_BYTES // 2**20} MB; split it")
    end = data.rfind(_ENDS)
    if end >= 0 and int.from_bytes(data[end + 12 : end + 16], "little") > _MOST_LISTED:
        raise FileUnusable(name, f"this archive has more than {MOST_MEMBERS} files; split it")
    try:
        with zipfile.ZipFile(io.BytesIO(sized(data, name))) as packed:
            entries = [each for each in packed.infolist() if not each.filename.endswith("/")]
            taken = [each for each in entries if wanted is None or wanted(each.filename)]
            _refuse(entries, taken, name)
            found = {each.filename: _unpacked(packed, each, name) for each in taken}
            return dict.fromkeys((each.filename for each in entries), b"") | found
    except _BROKEN as error:
        raise FileUnusable(name, f"this archive cannot be read ({error})") from error


def _refuse(entries: list[zipfile.ZipInfo], taken: list[zipfile.ZipInfo], name: str) -> None:
    if len(taken) > MOST_MEMBERS:
        raise FileUnusable(name, f"this archive has more than {MOST_MEMBERS} files; split it")
    if sum(each.file_size for each in taken) > MOST_UNPACKED:
        raise FileUnusable(name, f"this archive has more than {MOST_UNPACKED // 2**20} MB when unpacked")
    for each in entries:
        if not is_inside(each.filename):
            raise FileUnusable(name, f'"{each.filename}" in this archive leads out of it')
        if (each.external_attr >> 16) & 0o170000 == _LINK:
            raise FileUnusable(name, f'"{each.filename}" in this archive is a link')
    for each in taken:
        if each.file_size > _PAGE and each.file_size > MOST_RATIO * max(1, each.compress_size):
            raise FileUnusable(name, f'"{each.filename}" in this archive unpacks to too much')


def _unpacked(packed: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes:
    """No more than the archive says that there is: it may say anything."""
    with packed.open(entry) as member:
        found = member.read(entry.file_size + 1)
    if len(found) > entry.file_size:
        raise FileUnusable(name, f'"{entry.filename}" in this archive is not what it says')
    return found


def is_inside(path: str) -> bool:
    """Whether a path that a file names stays within its folder."""
    parts = PurePosixPath(path.replace("\\", "/"))
    return bool(parts.parts) and not parts.is_absolute() and ".." not in parts.parts and ":" not in path


def unquoted(path: str) -> str:
    """A path without the escapes that it has in an address."""
    octets = path.encode("utf-8", "replace")
    return _OCTET.sub(lambda found: bytes([int(found[1], 16)]), octets).decode("utf-8", "replace")


def media_suffix(data: bytes) -> str:
    """How a picture or sound is to be called, by its bytes: `.png`; empty for what no output shows."""
    for ending, beginning in _BEGINS.items():  # first: to look for a drawing in a sound takes time and memory
        if re.match(beginning, data, re.DOTALL) and picture.flaw(f"a{ending}", data) is None:
            return ending
    endings = (kind[0] for kind in sound.SUFFIXES.values())
    return next((ending for ending in endings if sound.flaw(f"a{ending}", data) is None), "")
