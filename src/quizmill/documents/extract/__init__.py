"""Files of many types as text, paragraph by paragraph, with what each is and what the file says of itself."""

from __future__ import annotations

from quizmill.documents.extract import docx, epub, html, markdown, pdf
from quizmill.documents.extract.file_type import FileType, type_of
from quizmill.documents.extract.parts import Extracted, Kind, Part, as_text
from quizmill.documents.extract.plain_text import Plain, plain
from quizmill.errors import FileUnusable

__all__ = ["Extracted", "Kind", "Part", "Plain", "as_text", "extract", "plain"]


def extract(name: str, data: bytes) -> Extracted:
    """The text of a file, told apart by its content, then by its *name*.

    Raises FileUnusable, which says what to do, for a file that is empty, damaged, locked, without text or of
    another type; and where a package is missing that reads it.
    """
    match type_of(name, data):
        case FileType.PDF:
            found = pdf.extract(name, data)
        case FileType.EPUB:
            found = epub.extract(name, data)
        case FileType.DOCX:
            found = docx.extract(name, data)
        case FileType.HTML:
            found = html.extract(name, data)
        case FileType.MARKDOWN:
            found = markdown.extract(name, data)
        case FileType.PLAIN:
            found = plain(data, name).extracted
    if not found.parts:
        raise FileUnusable(name, "there is no text in this file")
    return found
