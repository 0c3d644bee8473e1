"""Options that stand in one cell of a table: between signs, on lines, or as programs write a list."""

from __future__ import annotations

import re

import msgspec

_SIGNS = ("\n", "|", ";", ",")
_QUOTED = re.compile(r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"")
_LABEL = re.compile(r"(?:^|(?<=[\s,;|]))\(?(?P<letter>[A-Ja-j])[.):]\s+")


def parted(cell: str) -> list[str]:
    """The options of a cell, without letters before them; none where it is a single text."""
    parts = _listed(cell.strip()) or _lettered(cell)
    if not parts:
        sign = next((sign for sign in _SIGNS if sign in cell.strip()), "")
        parts = cell.split(sign) if sign else []
    parts = [part.strip() for part in parts if part.strip()]
    return parts if len(parts) > 1 else []


def _lettered(cell: str) -> list[str]:
    """The texts behind the letters A, B and so on, whatever parts them; none where they are not in order."""
    labels = list(_LABEL.finditer(cell))
    if len(labels) < 2 or [label["letter"].lower() for label in labels] != list("abcdefghij"[: len(labels)]):
        return []
    ends = [label.start() for label in labels[1:]] + [len(cell)]
    return [cell[label.end() : end].strip(" ,;|\n") for label, end in zip(labels, ends, strict=True)]


def _listed(cell: str) -> list[str]:
    """The texts of a list as programs write it; none where it is no such."""
    if not (cell.startswith("[") and cell.endswith("]")):
        return []
    try:
        return [str(each) for each in msgspec.json.decode(cell)]
    except msgspec.DecodeError:
        return ["".join(found.groups("")).replace("\\", "") for found in _QUOTED.finditer(cell)]
