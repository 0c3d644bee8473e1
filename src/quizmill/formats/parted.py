"""Options that stand in one cell of a table: between signs, on lines, or as programs write a list."""

from __future__ import annotations

import re

import msgspec

_SIGNS = ("\n", "|", ";", ",")
_QUOTED = re.compile(r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"")
_LABEL = re.compile(r"\(?(?P<letter>[A-Ja-j])[.):]\s*")


def parted(cell: str) -> list[str]:
    """The options of a cell, without letters before them; none where it is a single text."""
    parts = _listed(cell.strip())
    if not parts:
        sign = next((sign for sign in _SIGNS if sign in cell.strip()), "")
        parts = cell.split(sign) if sign else []
    parts = [part.strip() for part in parts if part.strip()]
    labels = [_LABEL.match(part) for part in parts]
    letters = [label["letter"].lower() for label in labels if label]
    if letters == list("abcdefghij"[: len(parts)]):
        return [part[label.end() :] for part, label in zip(parts, labels, strict=True) if label]
    return parts if len(parts) > 1 else []


def _listed(cell: str) -> list[str]:
    """The texts of a list as programs write it; none where it is no such."""
    if not (cell.startswith("[") and cell.endswith("]")):
        return []
    try:
        return [str(each) for each in msgspec.json.decode(cell)]
    except msgspec.DecodeError:
        return ["".join(found.groups("")).replace("\\", "") for found in _QUOTED.finditer(cell)]
