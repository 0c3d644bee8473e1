"""Papers that were kept: reading them back from disk."""

from __future__ import annotations

from pathlib import Path

from quizmill.classroom.class_set import ClassSet
from quizmill.classroom.saved import restore
from quizmill.errors import FileUnusable


def kept(path: Path) -> ClassSet:
    """The class set in the file at *path*; raises FileUnusable when there is none."""
    try:
        return restore(path.read_bytes(), str(path))
    except OSError as error:
        raise FileUnusable(str(path), f"this paper cannot be read ({error.strerror})") from error
