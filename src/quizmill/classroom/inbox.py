"""What pupils sent, as a teacher has it: files of answers, codes in texts and mails, zips of all of them."""

from __future__ import annotations

import contextlib
import email
import email.policy
import html
import io
import json
import re
import zipfile
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import IO

import msgspec

from quizmill.classroom.class_set import ClassSet
from quizmill.classroom.hand_in import CannotRead, HandIn, codes_in, read_file
from quizmill.classroom.scan.picture_kinds import BEGINNING, picture_kind

_LARGEST = 32 * 2**20  # bytes of a file in a zip or a mail
_FEW = 4  # forms whose codes are named
_OF_DOCUMENTS = "[Content_Types].xml"  # in a workbook and whatever else is a zip in disguise
_DEEPEST = 4  # zips and mails within each other
_PAGE = re.compile(rb'<meta name="generator" content="quizmill">')
_TAG = re.compile(r"<(?:style|script)\b.*?</(?:style|script)>|<[^>]*>", re.DOTALL | re.IGNORECASE)
_BREAK = re.compile(r"</?(?:br|p|div)\b[^>]*>", re.IGNORECASE)
_BEGINS = re.compile(r'\{\s*"quizmill"')
_QUOTED = re.compile(r"^(?:[ \t]*>)+", re.MULTILINE)
_HEADER = re.compile(rb"^([A-Za-z-]+):", re.MULTILINE)
_HIDDEN = re.compile(r"\.(?!\.?$)|__MACOSX$")  # not . and .., which some programs write into zips
_OF_MAILS = {b"from", b"received", b"mime-version", b"message-id"}


class Left(msgspec.Struct, frozen=True):
    """What was not taken, and why."""

    place: str
    reason: str
    is_answer: bool = True  # else it is something else that lay there
    name: str = ""  # of whoever sent it, as it says

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}"


def opened(data: bytes | Path, place: str, depth: int = 0) -> Iterator[HandIn | Left]:
    """Everything handed in that the file *data* has, and what of it cannot be read.

    A zip may be at a path, where it need not be in memory as a whole.
    """
    if isinstance(data, Path):
        yield from _zipped(data, place, depth)
        return
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.decode("utf-16", "replace").encode("utf-8", "replace")
    if data and picture_kind(data[:BEGINNING], ""):
        yield Left(place, "there are no answers in it", is_answer=False)
    elif data.startswith(b"PK\x03\x04") and depth < _DEEPEST:
        yield from _zipped(io.BytesIO(data), place, depth)
    elif _is_answers(data):
        yield _file(data, place)
    elif _is_mail(data) and depth < _DEEPEST:
        yield from _mailed(data, place, depth)
    elif _PAGE.search(data[:4096]):
        yield Left(place, "this is the page with the questions, not what it saves when it is handed in")
    else:
        yield from _texts(_text(data), place)


def misplaced(made: ClassSet, found: HandIn) -> Left | None:
    """Why these answers are not to *made*; None when they are."""
    papers = {paper.fingerprint: paper for paper in made.papers}
    if found.paper not in papers:
        own = " or ".join(list(papers)[:_FEW]) if len(papers) <= _FEW else f"one of {len(papers)} forms"
        told = f"{found.name or 'somebody'} answered paper {found.paper[:20]}, and this is {own}"
        return Left(
            found.place,
            f"{told}; mark it with the JSON file that was written with that page",
            name=found.name,
        )
    paper = papers[found.paper]
    if len(found.answers) > len(paper.exercises) or found.form != paper.form:
        reason = "this file does not fit its own paper, so it was changed; ask for it again"
        return Left(found.place, reason, name=found.name)
    return None


def _is_answers(data: bytes) -> bool:
    begins = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n")
    return begins.startswith(b"{") and b'"quizmill"' in begins


def _is_mail(data: bytes) -> bool:
    """Whether it begins with the lines that stand above a mail, up to the first empty one."""
    head = data[:65536].replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    names = {name.lower() for name in _HEADER.findall(head)}
    return bool(_HEADER.match(head) or head.startswith(b"From ")) and bool(names & _OF_MAILS)


def _file(data: bytes, place: str) -> HandIn | Left:
    try:
        return read_file(data.removeprefix(b"\xef\xbb\xbf"), place)
    except CannotRead as error:
        return Left(place, str(error), name=error.name)


def _texts(text: str, place: str) -> Iterator[HandIn | Left]:
    plain = html.unescape(_TAG.sub(" ", text)) if re.match(r"\s*<", text) else text
    none = True
    for file in _files_in(plain):
        none = False
        yield _file(file, place)
    for each in codes_in(_BREAK.sub("\n", plain), place):
        none = False
        yield each if isinstance(each, HandIn) else Left(place, str(each), name=each.name)
    if none:
        yield Left(place, "there are no answers in it", is_answer=False)


def _files_in(text: str) -> Iterator[bytes]:
    """The files of answers that were pasted between other words, quoted or not."""
    text = _QUOTED.sub("", text)
    for begin in _BEGINS.finditer(text):
        try:
            found, _ = json.JSONDecoder(strict=False).raw_decode(text, begin.start())
            yield json.dumps(found).encode()
        except ValueError:
            yield text[begin.start() :].encode("utf-8", "replace")


def _zipped(data: Path | IO[bytes], place: str, depth: int) -> Iterator[HandIn | Left]:
    try:
        with zipfile.ZipFile(data) as archive:
            if _OF_DOCUMENTS in archive.namelist():
                yield Left(place, "there are no answers in it", is_answer=False)
                return
            for info in archive.infolist():
                inner = f"{place}/{info.filename}"
                if inner.endswith("/") or is_hidden(info.filename):
                    continue
                if info.file_size > _LARGEST:
                    yield Left(inner, "this file is too large to be answers", is_answer=False)
                else:
                    yield from opened(archive.read(info), inner, depth + 1)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        yield Left(place, f"this zip cannot be read ({error}); unpack it first")


def is_hidden(path: str) -> bool:
    """Whether systems and programs keep something of their own in a file of that path."""
    return any(_HIDDEN.match(part) for part in path.split("/"))


def _mailed(data: bytes, place: str, depth: int) -> Iterator[HandIn | Left]:
    """The attachments of a mail and its text: the plain one, or else the one that has the answers."""
    mail = email.message_from_bytes(data, EmailMessage, policy=email.policy.default)
    found: list[HandIn | Left] = []
    for part in mail.iter_attachments():
        with contextlib.suppress(LookupError, ValueError):
            attached = part.get_payload(decode=True) or b""
            if isinstance(attached, bytes):
                found += opened(attached, f"{place}/{part.get_filename() or 'attachment'}", depth + 1)
    told = [each for kind in ("plain", "html") if (each := _told(mail, kind, place))]
    answers = [each for each in (*found, *(told[0] if told else [])) if not _is_nothing(each)]
    yield from answers or [Left(place, "there are no answers in this mail")]


def _told(mail: EmailMessage, kind: str, place: str) -> list[HandIn | Left]:
    """The answers in the text of a mail that is of that *kind*."""
    with contextlib.suppress(LookupError, ValueError):
        if body := mail.get_body((kind,)):
            return [each for each in _texts(str(body.get_content()), place) if not _is_nothing(each)]
    return []


def _is_nothing(each: HandIn | Left) -> bool:
    return isinstance(each, Left) and not each.is_answer


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
