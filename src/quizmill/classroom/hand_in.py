"""What a pupil's page hands in: a file, or a code to paste into a mail; and reading both.

An answer is the text that would be copied from the sheet. Both carry a checksum: it tells what was cut off or
changed by mistake or with an editor, and keeps nobody from making another page's.
"""

from __future__ import annotations

import contextlib
import datetime
import re
import zlib
from collections.abc import Iterator

import msgspec

VERSION = 1
_LARGEST = 1 << 20  # bytes that a code may unfold to: essays of 200 pages
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: none of I, L, O, U
_VALUE = {each: at for at, each in enumerate(_ALPHABET)} | {"I": 1, "L": 1, "O": 0}
_APART = r"[\s>*]"  # what mails put between the words of a line that they break or quote
_CODE = re.compile(
    rf"\[{_APART}*quizmill{_APART}+(\d+){_APART}+(\d+){_APART}*:([^\[\]]*)(\]?)", re.IGNORECASE
)


_NAME = re.compile(rb'"name"\s*:\s*("(?:[^"\\]|\\.)*")')


class HandIn(msgspec.Struct, frozen=True, kw_only=True):
    """One pupil's answers, and where they were read."""

    place: str
    paper: str  # the fingerprint of the form
    form: str = ""
    name: str
    started: str = ""  # by the pupil's own clock, UTC
    finished: str = ""
    answers: tuple[str, ...]  # by the question's number on that form


class CannotRead(ValueError):
    """Why a file or code is no pupil's answers, and what to do; *name* as it says, where that can be read."""

    def __init__(self, reason: str, name: str = "") -> None:
        super().__init__(reason)
        self.name = name


class _Versioned(msgspec.Struct, frozen=True):
    quizmill: int


class _File(msgspec.Struct, frozen=True, kw_only=True):
    quizmill: int
    paper: str
    form: str = ""
    name: str
    started: str = ""
    finished: str = ""
    answers: dict[int, str]
    check: str


class _Coded(msgspec.Struct, frozen=True, array_like=True):
    paper: str
    form: str
    name: str
    started: float  # seconds since 1970
    finished: float
    answers: tuple[str, ...]


def read_file(data: bytes, place: str) -> HandIn:
    """The answers in a file; raises CannotRead for one of a newer page, cut off, or changed."""
    try:
        _refuse_newer(msgspec.json.decode(data, type=_Versioned).quizmill)
        told = msgspec.json.decode(data, type=_File)
    except (msgspec.MsgspecError, UnicodeError) as error:
        if "truncated" in str(error):
            raise CannotRead("this file was cut off; ask for it again", _name_in(data)) from error
        raise CannotRead(f"this is no file of answers ({error})") from error
    given = tuple(told.answers.get(number, "") for number in range(1, len(told.answers) + 1))
    found = HandIn(
        place=place,
        paper=told.paper,
        form=told.form,
        name=told.name,
        started=told.started,
        finished=told.finished,
        answers=given,
    )
    if checksum(found) != told.check:
        reason = "this file was changed after it was saved; ask for it again, and have it compared"
        raise CannotRead(reason, told.name)
    return found


def codes_in(text: str, place: str) -> Iterator[HandIn | CannotRead]:
    """The answers of each code in *text*, whatever stands around and between its lines."""
    found = list(_CODE.finditer(text))
    for number, code in enumerate(found, start=1):
        try:
            yield _decoded(code, f"{place} (code {number})" if len(found) > 1 else place)
        except CannotRead as error:
            where = f"code {number} of {len(found)}: " if len(found) > 1 else ""
            yield CannotRead(f"{where}{error}", error.name)


def _name_in(data: bytes) -> str:
    """The name in a file that was cut off behind it."""
    found = _NAME.search(data)
    with contextlib.suppress(msgspec.MsgspecError, UnicodeError):
        return msgspec.json.decode(found[1], type=str) if found else ""
    return ""


def checksum(found: HandIn) -> str:
    """Eight characters that change with whatever is in it; the page works them out alike."""
    told = [found.paper, found.form, found.name, found.started, found.finished]
    told += [f"{number}={answer}" for number, answer in enumerate(found.answers, start=1)]
    return f"{zlib.crc32(chr(31).join(told).encode('utf-8', 'replace')):08x}"


def _decoded(code: re.Match[str], place: str) -> HandIn:
    _refuse_newer(int(code[1]))
    signs = [each for each in code[3].upper() if each.isascii() and each.isalnum()]
    if len(signs) < int(code[2]):
        raise CannotRead(f"this code was cut off: {len(signs)} of {code[2]} characters; ask for it again")
    changed = CannotRead("this code was changed on its way; ask for it again, or for the file")
    if len(signs) > int(code[2]) or not _VALUE.keys() >= set(signs):
        raise changed
    data = _bytes(signs)
    try:
        unfolded = zlib.decompressobj(-zlib.MAX_WBITS).decompress(data[4:], _LARGEST)
        if zlib.crc32(unfolded).to_bytes(4) != data[:4]:
            raise changed
        told = msgspec.json.decode(unfolded, type=_Coded)
    except (zlib.error, msgspec.MsgspecError, UnicodeError) as error:
        raise changed from error
    return HandIn(
        place=place,
        paper=told.paper,
        form=told.form,
        name=told.name,
        started=_moment(told.started),
        finished=_moment(told.finished),
        answers=told.answers,
    )


def _bytes(signs: list[str]) -> bytes:
    """Five bits a sign; what is left of the last ones is filling."""
    number = 0
    for sign in signs:
        number = number << 5 | _VALUE[sign]
    bits = 5 * len(signs)
    return (number >> bits % 8).to_bytes(bits // 8)


def _moment(seconds: float) -> str:
    try:
        return f"{datetime.datetime.fromtimestamp(seconds, datetime.UTC):%Y-%m-%dT%H:%M:%SZ}"
    except (OverflowError, ValueError, OSError):
        return ""


def _refuse_newer(version: int) -> None:
    if version > VERSION:
        raise CannotRead("this is of a page that a newer quizmill made; update quizmill to mark it")
