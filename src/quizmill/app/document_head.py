"""What a document is called, and what it is once it is text: from the file, or as its curator says."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import msgspec

from quizmill.bank.model import Cut
from quizmill.bank.reader.decode import as_id
from quizmill.bank.text_encoding import decoded
from quizmill.documents.extract import Extracted, as_text, extract, plain
from quizmill.documents.extract.file_type import FileType, type_of
from quizmill.documents.published import published
from quizmill.errors import BadRequest

_LONG_TITLE, _LONG_ID = 45, 40  # characters
_PARTS_OF_TITLE = re.compile(r"\s*(?:[:：—]|\s[-–|])\s*")


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """What the curator says of a document; what is None is found."""

    id: str | None = None
    title: str | None = None
    published: datetime.date | None = None
    paragraphs: Cut | None = None


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """A document as text, and what its source says at its head."""

    id: str
    title: str
    short_title: str
    language: str  # of the file where it says one, else the bank's
    published: datetime.date | None
    cut: Cut
    text: bytes  # in UTF-8
    extracted: Extracted
    is_plain: bool  # the file is the document
    notes: tuple[str, ...]


def head_of(path: Path, data: bytes, options: Options, language: str) -> Head:
    """The document in a file. Raises FileUnusable as `extract` does, BadRequest for an id that is none."""
    notes: list[str] = []
    is_plain = type_of(str(path), data) is FileType.PLAIN
    if is_plain:
        found, cut = plain(data, str(path), options.paragraphs)
        text = _in_utf8(data, notes)
    else:
        found, cut = extract(str(path), data), Cut.LINE
        text = as_text(found).encode()
    title = (options.title or found.title or _of_file(path)).strip()
    day = options.published or found.published
    if day is None and (day := published((part.text for part in found.parts), language)):
        notes.append(f"published: {day}, since its first lines have this day alone")
    short = _short(title)
    return Head(
        id=_id(options.id, short or _first_part(title), path),
        title=title,
        short_title=short,
        language=found.language or language,
        published=day,
        cut=cut,
        text=text,
        extracted=found,
        is_plain=is_plain,
        notes=tuple(notes),
    )


def _in_utf8(data: bytes, notes: list[str]) -> bytes:
    """The file as it is, or in UTF-8 when it is in another encoding."""
    found = decoded(data)
    if found is None or found[1] == "utf-8-sig":
        return data
    notes.append(f"the text is written in UTF-8; the file is in {found[1]}")
    return found[0].removeprefix("\ufeff").encode()


def _id(wanted: str | None, title: str, path: Path) -> str:
    if wanted is not None:
        if as_id(wanted) != wanted:
            nearest = f": write {as_id(wanted)}" if as_id(wanted) else ""
            raise BadRequest(
                f'--id: "{wanted}" is no id, of small letters, digits and single hyphens{nearest}'
            )
        return wanted
    id = ""
    for word in as_id(title).split("-"):
        if len(id) + 1 + len(word) <= _LONG_ID:
            id = f"{id}-{word}" if id else word
        else:
            break
    return id or as_id(path.stem) or "document"


def _of_file(path: Path) -> str:
    """A title from the file's name."""
    words = re.sub(r"[-_]+", " ", path.stem).strip()
    return words[:1].upper() + words[1:] or "Document"


def _first_part(title: str) -> str:
    """A title up to its colon or dash, where that is more than a word."""
    first = _PARTS_OF_TITLE.split(title)[0]
    return first if " " in first else title


def _short(title: str) -> str:
    """The first part of a long title, where it has several; nothing where it is short."""
    first = _PARTS_OF_TITLE.split(title)[0]
    return first if len(title) > _LONG_TITLE and 3 < len(first) <= _LONG_TITLE and " " in first else ""
