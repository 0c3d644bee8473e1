"""Papers that were kept: reading them back from disk."""

from __future__ import annotations

from pathlib import Path

from quizmill.app.input_file import read_input
from quizmill.classroom.class_set import ClassSet
from quizmill.classroom.saved import restore


def kept(path: Path) -> ClassSet:
    """The class set in the file at *path*; raises FileUnusable when there is none."""
    return restore(read_input(path, "paper"), str(path))
