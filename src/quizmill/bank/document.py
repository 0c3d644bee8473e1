"""The original documents: read from a folder, cut into paragraphs, never kept.

A paragraph is the n-th line that is not blank, counted from 1, or the n-th run of lines that blank ones part.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath

import msgspec

from quizmill.bank.files import Unread, read_inside
from quizmill.bank.fold import fold
from quizmill.bank.model import Cut, Source
from quizmill.errors import FileUnusable


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A document as read; paragraph n is at index n - 1."""

    sha256: str  # of its bytes, with line ends as Unix has them
    as_stored: str  # the same of its bytes as they are: git may have changed the line ends
    paragraphs: tuple[str, ...]
    folded: tuple[str, ...]  # the paragraphs as they are compared

    def paragraph(self, number: int) -> str | None:
        """The paragraph of that *number*; None where the document has none."""
        return self.paragraphs[number - 1] if 0 < number <= len(self.paragraphs) else None

    def where(self, term: str) -> tuple[int, ...]:
        """The paragraphs in which *term* stands."""
        wanted = fold(term)
        return tuple(n for n, text in enumerate(self.folded, 1) if stands_in(wanted, text))


class Documents(msgspec.Struct, frozen=True):
    """The documents of a bank's sources, by source id; and why the others could not be read."""

    folder: str
    read: dict[str, Document]
    unread: dict[str, str]


def read_documents(folder: Path, sources: Iterable[Source]) -> Documents:
    """Read the document of each source that names one.

    Raises FileUnusable when *folder* is no folder; a file that is missing or no text is told in `unread`.
    """
    if not folder.is_dir():
        reason = "this is a file, not a folder of documents" if folder.exists() else "there is no such folder"
        raise FileUnusable(str(folder), reason)
    read: dict[str, Document] = {}
    unread: dict[str, str] = {}
    for source in sources:
        if source.document:
            found = _read(folder, source.document, source.paragraphs)
            if isinstance(found, str):
                unread[source.id] = found
            else:
                read[source.id] = found
    return Documents(str(folder), read, unread)


def document_of(data: bytes, cut: Cut = Cut.LINE) -> Document:
    """The bytes of a document, *cut* into paragraphs.

    Raises UnicodeDecodeError when they are not UTF-8; the byte it names is counted with Unix line ends.
    """
    unix = data.replace(b"\r\n", b"\n")
    text = unix.decode("utf-8-sig").replace("\r", "\n")
    paragraphs = paragraphs_of(text, cut)
    return Document(
        sha256=hashlib.sha256(unix).hexdigest(),
        as_stored=hashlib.sha256(data).hexdigest(),
        paragraphs=paragraphs,
        folded=tuple(map(fold, paragraphs)),
    )


def paragraphs_of(text: str, cut: Cut = Cut.LINE) -> tuple[str, ...]:
    """The paragraphs of a *text* whose lines end as those of Unix; of several lines, joined by a space."""
    lines = map(str.strip, text.split("\n"))
    if cut is Cut.LINE:
        return tuple(filter(None, lines))
    return tuple(" ".join(run) for full, run in itertools.groupby(lines, bool) if full)


def stands_in(term: str, text: str) -> bool:
    """Whether a folded *term* stands in a folded *text*, in whole words and figures: no 200 in 2004."""
    return next(places(term, text), None) is not None


def places(term: str, text: str) -> Iterator[int]:
    """Where a folded *term* stands so in a folded *text*."""
    start = text.find(term)
    while start >= 0 and term:
        end = start + len(term)
        if not (_goes_on(text[:start][::-1], term[0]) or _goes_on(text[end:], term[-1])):
            yield start
        start = text.find(term, start + 1)


def _goes_on(rest: str, edge: str) -> bool:
    """Whether the word or figure that has *edge* at its end goes on into *rest*, read away from it."""
    if not (edge.isascii() and edge.isalnum() and rest):
        return False
    if rest[0].isascii() and rest[0].isalnum():
        return True
    return edge.isdigit() and rest[0] in ".," and rest[1:2].isdigit()


def _read(folder: Path, name: str, cut: Cut) -> Document | str:
    """The document, or why it cannot be read. The name comes from a bank, so it may lead nowhere else."""
    if PurePath(name).name != name or "\\" in name or "\0" in name:
        return "is no plain file name"
    try:
        return document_of(read_inside(folder, folder / name), cut)
    except Unread as error:
        return error.reason
    except UnicodeDecodeError as error:
        return f"is not UTF-8 text (byte {error.start + 1})"
