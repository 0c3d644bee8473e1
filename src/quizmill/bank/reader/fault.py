"""A fault inside one file: first found by its path in the tree, then given a line and a column."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from quizmill.errors import Severity

Path = tuple[str | int, ...]  # ("questions", 3, "distractors", 1)


class Place(NamedTuple):
    """Line and column, counted from 1, columns in characters."""

    line: int
    column: int


class Fault(msgspec.Struct, frozen=True):
    """What is wrong at *path*, and what to do; *place* is known already when the parser found it."""

    path: Path
    rule: str
    message: str
    help: str  # what to write, or to do
    place: Place | None = None
    at_key: bool = False  # the field's name is at fault, not its value
    severity: Severity = Severity.ERROR
