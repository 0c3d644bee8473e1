"""What an import wrote into a bank, kept beside it, so that the next one can tell the author's changes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

from quizmill.bank.files import Unread, read_inside
from quizmill.errors import FileUnusable
from quizmill.export.publish import Kind

NAME = ".imported.json"  # of the file in the bank's folder; readers of banks pass such names by


class _Record(msgspec.Struct, forbid_unknown_fields=True):
    """By question, by field: the digest of the value that was in the file."""

    version: int
    questions: dict[str, dict[str, str]]


def recalled(folder: Path) -> dict[str, dict[str, str]]:
    """What earlier imports wrote into the bank in *folder*: digests by question and field; {} for none.

    Raises FileUnusable when the file that should tell cannot be read.
    """
    path = folder / NAME
    if not path.exists():
        return {}
    try:
        return msgspec.json.decode(read_inside(folder, path), type=_Record).questions
    except (Unread, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise FileUnusable(str(path), f"this file of quizmill cannot be read ({error}); delete it") from error


def as_file(questions: Mapping[str, Mapping[str, str]]) -> bytes:
    """The file, one question a line, so that version control shows what changed."""
    told = ",\n".join(
        f"{msgspec.json.encode(id).decode()}: {msgspec.json.encode(dict(sorted(fields.items()))).decode()}"
        for id, fields in sorted(questions.items())
    )
    return f'{{"version": 1, "questions": {{\n{told}\n}}}}\n'.encode()


def _fits(data: bytes) -> bool:
    try:
        msgspec.json.decode(data, type=_Record)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return False
    return True


KIND = Kind("record of imports", _fits)
