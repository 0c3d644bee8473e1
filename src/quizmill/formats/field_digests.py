"""A digest for each field of a question, by which it is told later who changed what."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

import msgspec

_MACHINES = ("id", "type", "origin")  # fields that no author's change is looked for in


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


def in_a_cell(digests: Mapping[str, str]) -> str:
    """Digests as one cell of a table: `answer=1a2b3c4d prompt=…`."""
    return " ".join(f"{name}={digest}" for name, digest in sorted(digests.items()))


def of_a_cell(cell: str) -> dict[str, str]:
    """What such a cell holds; what is no digest in it is passed by."""
    found = (part.rpartition("=") for part in cell.split())
    return {name: digest for name, _, digest in found if name}
