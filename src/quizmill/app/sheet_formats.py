"""What sheets and keys can be: PDFs to print, or documents to edit."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from quizmill.app.file_kinds import DOCX, PDF
from quizmill.app.outlines import kept_outlines
from quizmill.errors import BadRequest
from quizmill.export.paper.printed_name import unprintable_name
from quizmill.export.publish import Kind


class SheetFormat(NamedTuple):
    """How sheets and keys become files."""

    ending: str
    kind: Kind
    sheets: Callable[..., bytes]  # as `export.paper.worksheet.worksheets`
    keys: Callable[..., bytes]  # as `export.paper.key.answer_keys`
    name: Callable[[str], str]  # a pupil's name as it can stand there; empty for a line to write it on


def pdf() -> SheetFormat:
    """Sheets to print."""
    from quizmill.export.paper.key import answer_keys
    from quizmill.export.paper.worksheet import worksheets

    outlines = kept_outlines()
    return SheetFormat(
        ending="pdf",
        kind=PDF,
        sheets=partial(worksheets, outlines=outlines),
        keys=partial(answer_keys, outlines=outlines),
        name=lambda name: "" if unprintable_name(name) else name,
    )


def docx() -> SheetFormat:
    """Sheets to edit; raises BadRequest where what writes them is missing."""
    try:
        from quizmill.export.docx.key import answer_keys
        from quizmill.export.docx.worksheet import worksheets
    except ImportError as error:
        raise BadRequest(
            "--docx: to write documents, python-docx is needed: pip install 'quizmill[office]'"
        ) from error
    return SheetFormat(ending="docx", kind=DOCX, sheets=worksheets, keys=answer_keys, name=str)
