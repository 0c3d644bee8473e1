"""What an import wrote into a bank, kept beside it, so that the next one can tell the author's changes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from quizmill.bank.files import Unread, read_inside
from quizmill.errors import FileUnusable
from quizmill.export.publish import Kind

NAME = ".imported.json"  # of the file in the bank's folder; readers of banks pass such names by
_MACHINES = ("id", "type", "origin")  # fields that no author's change is looked for in


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


def digests(fields: Mapping[str, Any]) -> dict[str, str]:
    """A digest for each field that an author may change, and of the state of a draft."""
    return {name: digest(value) for name, value in fields.items() if name not in _MACHINES}


def digest(value: Any) -> str:
    """Eight characters that are the same for the same value, however YAML writes it."""
    return hashlib.blake2b(msgspec.json.encode(_read(value)), digest_size=4).hexdigest()


def _read(value: Any) -> Any:
    """The value as YAML gives it: every scalar is text; an entry with its text alone is that text."""
    if isinstance(value, Mapping):
        if len(value) == 1 and (alone := next(iter(value))) in ("text", "point"):
            return _read(value[alone])
        return {str(name): _read(each) for name, each in sorted(value.items())}
    if isinstance(value, list | tuple):
        return [_read(each) for each in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def _fits(data: bytes) -> bool:
    try:
        msgspec.json.decode(data, type=_Record)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return False
    return True


KIND = Kind("record of imports", _fits)
