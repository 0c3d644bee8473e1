"""A document's new edition as text: the file itself where it is text, else what can be read of it."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quizmill.app.input_file import read_input
from quizmill.bank.document import document_of
from quizmill.bank.model import Cut
from quizmill.bank.text_encoding import decoded
from quizmill.documents.extract.file_type import FileType, type_of
from quizmill.errors import FileUnusable

if TYPE_CHECKING:
    from quizmill.documents.extract import Extracted

_CONFLICT = re.compile(rb"^(?:<{7}|>{7}) ", re.MULTILINE)  # the marks of git


class FileText(NamedTuple):
    """The text of a file, in UTF-8."""

    data: bytes
    is_file: bool  # the file is that text, to the byte
    read: Extracted | None = None  # what it was made of, where it is no plain text

    def extracted(self, cut: Cut) -> Extracted:
        """What each of its paragraphs is, when it is *cut* so."""
        from quizmill.documents.extract import plain  # with libraries that a moved number does not need

        return self.read or plain(self.data, cut=cut).extracted


def text_of(file: Path, kept: Collection[str] = ()) -> FileText:
    """The text of *file*; Markdown or HTML is text as it is where documents are *kept* under such a name.

    Raises FileUnusable for a file that cannot be read or has no text, and for one in which git has left the
    two sides of a conflict.
    """
    data = read_input(file, "document")
    as_it_is = file.suffix in {Path(name).suffix for name in kept} - {"", ".txt"}
    if not as_it_is and type_of(str(file), data) is not FileType.PLAIN:
        from quizmill.documents.extract import (
            as_text,
            extract,
        )  # with libraries that plain text does not need

        found = extract(str(file), data)
        return FileText(as_text(found).encode(), is_file=False, read=found)
    if _CONFLICT.search(data):
        reason = "git has left both sides of a conflict in it; choose one, and try again"
        raise FileUnusable(str(file), reason)
    text = _in_utf8(file, data)
    if not document_of(text).paragraphs:
        raise FileUnusable(str(file), "there is no text in it")
    return FileText(text, is_file=text == data)


def _in_utf8(file: Path, data: bytes) -> bytes:
    """The bytes as they are where they are UTF-8."""
    found = decoded(data)
    if found is None:
        raise FileUnusable(str(file), "this is no text that can be read; save it as UTF-8")
    return data if found[1] == "utf-8-sig" else found[0].removeprefix("\ufeff").encode()
